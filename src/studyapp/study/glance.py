"""The day at a glance: what the first page shows, kept from one evening to the next.

To work the day out takes the log, the catalog and half of the program, which is most of what a start waits for. What
was worked out last is kept when the log is closed, together with how the database was left. As long as nobody has
touched the database since, it is the same program on the same packs and still the same study day and date, the
numbers are the same as well, and the first page shows them while the rest is opened. Then the day is worked out all
the same.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp import bundle
from studyapp.ids import ItemId
from studyapp.learning.evidence import TooLittle
from studyapp.learning.next_step import NextStep
from studyapp.store.closing import left_well
from studyapp.store.places import Places
from studyapp.study.day_rows import AreaRow, BackRow, ChanceRow, MisfitRow, ReadingRow

if TYPE_CHECKING:
    from studyapp.study.today_desk import Today

FILE = "today.json"
_FORM = 7


class Glance(NamedTuple):
    """What ``Today`` says, the weakest area by its title, and the certification that is aimed at."""

    certification: str
    days_left: int | None
    due: int
    new: int
    learning: int
    questions: int
    minutes: int
    weakest: str
    reading: tuple[ReadingRow, ...]
    areas: tuple[AreaRow, ...]
    next_step: NextStep
    chance: ChanceRow | None = None
    later: int = 0
    read: int = 0
    off: bool = False
    back: BackRow | None = None
    misfit: MisfitRow | None = None
    missing: TooLittle | None = None

    @property
    def cards(self) -> int:
        """All cards of the day."""
        return self.due + self.new + self.learning


def glance_at(today: "Today", certification: str) -> Glance:
    """The day as it was just worked out."""
    return Glance(
        certification,
        today.days_left,
        today.due,
        today.new,
        today.learning,
        today.questions,
        today.minutes,
        today.weakest.title if today.weakest else "",
        today.reading,
        today.areas,
        today.next_step,
        today.chance,
        today.later,
        today.read,
        today.off,
        today.back,
        today.misfit,
        today.missing,
    )


def keep_glance(places: Places, glance: Glance, packs: Sequence[Path], until: datetime) -> None:
    """Keep a glance once the database has been closed in good order.

    It holds ``until`` the study day or the calendar's date ends.
    """
    left = left_well(places)
    if left is None:
        return
    kept = _terms(packs) | {"left": left, "until": until.timestamp(), "glance": glance._asdict()}
    fresh = places.cache / f"{FILE}.new"
    fresh.write_text(json.dumps(kept, default=date.isoformat), encoding="utf-8")
    fresh.replace(places.cache / FILE)


def kept_glance(places: Places, packs: Sequence[Path], moment: datetime) -> Glance | None:
    """The glance that was kept, when all of it still holds; else None."""
    try:
        kept = json.loads((places.cache / FILE).read_text("utf-8"))
        terms = _terms(packs)
        if {name: kept.get(name) for name in terms} != terms or moment.timestamp() >= kept["until"]:
            return None
        return _glance(kept["glance"]) if kept["left"] == left_well(places) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _terms(packs: Sequence[Path]) -> dict[str, Any]:
    return {"form": _FORM, "version": bundle.version(), "packs": [str(pack) for pack in packs]}


def _glance(kept: dict[str, Any]) -> Glance:
    said = dict(kept)
    said["reading"] = tuple(ReadingRow(ItemId(article), *row) for article, *row in kept["reading"])
    said["areas"] = tuple(AreaRow(*row) for row in kept["areas"])
    said["chance"] = _chance(kept["chance"])
    said["next_step"] = NextStep(kept["next_step"])
    said["back"] = _back(kept["back"])
    said["misfit"] = _misfit(kept["misfit"])
    said["missing"] = TooLittle(*kept["missing"]) if kept["missing"] else None
    return Glance(**said)


def _chance(kept: Sequence[Any] | None) -> ChanceRow | None:
    if kept is None:
        return None
    row = ChanceRow(*kept)
    costs, gains = row.costs, row.gains
    return row._replace(costs=(costs[0], costs[1]), gains=(gains[0], gains[1]))


def _back(kept: Sequence[Any] | None) -> BackRow | None:
    if kept is None:
        return None
    waiting, days, offers = kept
    return BackRow(waiting, days, tuple((minutes, cards) for minutes, cards in offers))


def _misfit(kept: Sequence[Any] | None) -> MisfitRow | None:
    if kept is None:
        return None
    minutes, exam = kept
    return MisfitRow(minutes, date.fromisoformat(exam) if exam else None)
