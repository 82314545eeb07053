"""How much of the content the learner would recall tomorrow: one figure for Today, Progress, statistics and forecast.

A card counts with its retrievability after one more day, R = (1 + f·t/S)^-w20 by FSRS-6 (`learning/scheduler.py`): at
the moment of an answer R is 1 by definition and tells nothing. Cards on their steps, just forgotten or not yet learned,
and cards never seen count as not recalled. `docs/recall.md` says why.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.ids import ItemId
from studyapp.learning.scheduler import Scheduler
from studyapp.store.card_rows import strengths
from studyapp.store.ledger import Ledger
from studyapp.store.moment import DAY_MS, to_ms


class Recall(NamedTuple):
    """Of ``total`` cards ``seen`` were ever answered, and ``expected`` would be recalled tomorrow."""

    expected: float = 0.0
    seen: int = 0
    total: int = 0

    @property
    def share(self) -> float | None:
        """The share (0 to 1) of all the cards that would be recalled; None before the first answer."""
        return self.expected / self.total if self.seen else None


def recall_by_area(ledger: Ledger, scheduler: Scheduler, cards: Mapping[ItemId, str]) -> dict[str, Recall]:
    """Recall of every area that has cards; ``cards`` tells the area of each."""
    now, known = to_ms(ledger.now()), strengths(ledger)
    found: dict[str, Recall] = {}
    for item, area in cards.items():
        expected, seen, total = found.get(area, Recall())
        if (held := known.get(item)) is not None:
            reviewed_at, stability, phase = held
            expected += scheduler.recall_tomorrow(phase, (now - reviewed_at) // DAY_MS, stability)
            seen += 1
        found[area] = Recall(expected, seen, total + 1)
    return found


def together(parts: Iterable[Recall]) -> Recall:
    """Several areas as one."""
    areas = tuple(parts)
    return Recall(sum(a.expected for a in areas), sum(a.seen for a in areas), sum(a.total for a in areas))
