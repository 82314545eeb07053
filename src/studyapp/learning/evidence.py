"""Whether there are first answers enough for a forecast, and what a paper is made of.

Kept apart from the model, which no start pays for.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

FEWEST_ANSWERS: Final = 40
"""Below so many first answers there is not enough evidence."""

FEWEST_SHARE: Final = 0.6
"""The areas that have any answer must make up at least this share of the paper."""


class TooLittle(NamedTuple):
    """Not enough evidence: the first answers there are, and the share (0–1) of the paper whose areas have any."""

    answers: int
    covered: float


def too_little(sizes: Mapping[str, int], answers: Mapping[str, int]) -> TooLittle | None:
    """What there is where it is too little, by the questions and the first answers of each area; else None."""
    size = sum(sizes.values())
    covered = sum(count for area, count in sizes.items() if answers.get(area)) / size if size else 0.0
    known = sum(answers.get(area, 0) for area in sizes)
    return TooLittle(known, covered) if known < FEWEST_ANSWERS or covered < FEWEST_SHARE else None


def shares_of(quotas: Mapping[str, int], size: int, stock: Mapping[str, int]) -> dict[str, int]:
    """A paper of ``size`` questions by area, as drawing makes it on average.

    The quotas, and what they leave by what each area has in ``stock`` beyond its quota (largest remainders).
    """
    found = {area: quotas.get(area, 0) for area in stock}
    left = max(0, size - sum(found.values()))
    spare = {area: max(0, count - found[area]) for area, count in stock.items()}
    if not any(spare.values()):
        spare = dict.fromkeys(stock, 1)
    exact = {area: left * count / sum(spare.values()) for area, count in spare.items()}
    for area, share in exact.items():
        found[area] += int(share)
    by_remainder = sorted(exact, key=lambda area: (int(exact[area]) - exact[area], area))
    for area in by_remainder[: left - sum(map(int, exact.values()))]:
        found[area] += 1
    return {area: count for area, count in found.items() if count}
