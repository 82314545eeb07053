"""Which questions of a result are gone through."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.learning.marking import Slip, Swing
from studyapp.study.exam_result import Result, ResultItem


class FilterKind(StrEnum):
    """By what questions are picked."""

    TO_MARK = "to mark"
    WRONG = "wrong"
    SLIPS = "slips"
    CHANGED = "changed"
    FLAGGED = "flagged"
    OPEN = "open"
    ALL = "all"
    AREA = "area"
    MISCONCEPTION = "misconception"


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """A kind and, for `AREA` and `MISCONCEPTION`, the name of one; `SLIPS` and `CHANGED` may name a `Slip` or `Swing`.

    ``to mark`` are free-text answers without the learner's own marks, ``slips`` are wrong answers lost to something
    else than knowledge, ``changed`` those that became right or wrong by being changed, ``open`` those that were seen
    and left without an answer.
    """

    kind: FilterKind = FilterKind.ALL
    value: str = ""

    def lets(self, item: ResultItem) -> bool:
        """Whether a question is picked."""
        match self.kind:
            case FilterKind.TO_MARK:
                return item.to_mark
            case FilterKind.WRONG:
                return item.wrong
            case FilterKind.SLIPS:
                return any(self.value in ("", s.name) for s in item.slips if s is not Slip.NOT_ANSWERED)
            case FilterKind.CHANGED:
                return item.swing is not Swing.NONE and self.value in ("", item.swing.name)
            case FilterKind.FLAGGED:
                return item.flagged
            case FilterKind.OPEN:
                return item.question is not None and not item.chosen and not item.words.strip()
            case FilterKind.AREA:
                return item.area == self.value
            case FilterKind.MISCONCEPTION:
                return item.scored and self.value in item.taken
            case FilterKind.ALL:
                return True

    def picked(self, result: Result) -> tuple[int, ...]:
        """The places of the questions picked, from 0."""
        return tuple(at for at, item in enumerate(result.items) if self.lets(item))


USUAL = tuple(
    map(
        ReviewFilter,
        (
            FilterKind.TO_MARK,
            FilterKind.WRONG,
            FilterKind.SLIPS,
            FilterKind.CHANGED,
            FilterKind.FLAGGED,
            FilterKind.OPEN,
        ),
    )
)
"""The filters that every result has, before `ALL`."""


def by_name(result: Result) -> tuple[ReviewFilter, ...]:
    """The filters by focus area, then those by misconception, that let at least one question through."""
    areas = (ReviewFilter(FilterKind.AREA, area.area) for area in result.areas)
    beliefs = (ReviewFilter(FilterKind.MISCONCEPTION, b.misconception) for b in result.beliefs)
    return tuple(each for source in (areas, beliefs) for each in source if each.picked(result))
