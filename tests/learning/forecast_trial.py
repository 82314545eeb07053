"""Holds the forecast against simulated candidates.

Run as a module it prints the table that docs/forecast.md keeps.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from studyapp.learning.forecast import Forecast, Interval, chance_of, forecast
from tests.learning.exam_candidates import PASS_MARK, QUOTAS, Candidate, Kind, candidate

_SIZE = sum(QUOTAS.values())


@dataclass(frozen=True)
class Row:
    """One candidate's truth, our forecast, and the two simple ones."""

    kind: Kind
    truth: float
    chance: float
    interval: Interval
    by_last_mock: float
    by_all_answers: float

    @property
    def covered(self) -> bool:
        """Whether the 80 % interval holds the true chance."""
        return self.interval.low <= self.truth <= self.interval.high


def trial(seeds: Iterable[int]) -> list[Row]:
    """Forecast for each candidate that has brought enough evidence."""
    return [row for row in map(_row, seeds) if row is not None]


def coverage(rows: Sequence[Row]) -> float:
    """The share of candidates whose true chance lies in their interval."""
    return sum(row.covered for row in rows) / len(rows)


def undecided(rows: Sequence[Row]) -> list[Row]:
    """Those who neither pass nor fail for certain."""
    return [row for row in rows if 0.1 <= row.truth <= 0.9]


def sitting_once(rows: Sequence[Row]) -> list[Row]:
    """Those who sat no mock again: nothing but chance misleads a simple forecast of them."""
    return [row for row in rows if row.kind is not Kind.GAMING]


def brier(rows: Sequence[Row], chance: Callable[[Row], float]) -> float:
    """The expected Brier score: squared distance from passing (1) or failing (0), over the luck of the paper too."""
    return sum((chance(r) - r.truth) ** 2 + r.truth * (1 - r.truth) for r in rows) / len(rows)


def table(rows: Sequence[Row]) -> str:
    """The outcome as Markdown."""
    lines = ["| candidates | number | covered by the 80 % interval |", "| --- | ---: | ---: |"]
    groups = [("all", list(rows)), ("true chance 10–90 %", undecided(rows))]
    groups += [(kind.value, [row for row in rows if row.kind is kind]) for kind in Kind]
    lines += [f"| {name} | {len(found)} | {coverage(found):.1%} |" for name, found in groups]
    once = sitting_once(rows)
    lines += ["", "| forecast by | Brier score | without repeated mocks |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {brier(rows, by):.4f} | {brier(once, by):.4f} |" for name, by in _WAYS.items()]
    lines += [
        "",
        "| forecast chance | candidates | mean forecast | mean true chance |",
        "| --- | ---: | ---: | ---: |",
    ]
    for tenth in range(10):
        found = [row for row in rows if min(9, int(row.chance * 10)) == tenth]
        if found:
            told, true = (
                sum(values) / len(found) for values in zip(*((r.chance, r.truth) for r in found), strict=True)
            )
            lines.append(f"| {tenth * 10}–{tenth * 10 + 10} % | {len(found)} | {told:.1%} | {true:.1%} |")
    return "\n".join(lines)


_WAYS: dict[str, Callable[[Row], float]] = {
    "this forecast": lambda row: row.chance,
    "the last mock’s score": lambda row: row.by_last_mock,
    "mean of all answers": lambda row: row.by_all_answers,
    "knowing the truth": lambda row: row.truth,
}


def _row(seed: int) -> Row | None:
    who: Candidate = candidate(seed)
    told = forecast(who.paper, PASS_MARK, who.answers, who.today)
    if not isinstance(told, Forecast):
        return None
    return Row(who.kind, who.truth, told.chance, told.interval, _alike(who.last_mock), _alike(who.all_right))


def _alike(share: float) -> float:
    """The chance to pass if every question had this chance of a right answer."""
    return chance_of([_SIZE], [min(max(share, 1e-6), 1 - 1e-6)], PASS_MARK)


if __name__ == "__main__":
    sys.stdout.write(table(trial(range(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))) + "\n")
