"""Which questions of a result are gone through."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.learning.marking import Slip, Swing
from studyapp.study.exam_result import Result, ResultItem


class FilterKind(StrEnum):
    """By what questions are picked."""

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
    """A kind and, for `AREA` and `MISCONCEPTION`, the name of one.

    ``slips`` are wrong answers lost to something else than knowledge, ``changed`` those that became right or wrong by
    being changed, ``open`` those that were seen and left without an answer.
    """

    kind: FilterKind = FilterKind.ALL
    value: str = ""

    def lets(self, item: ResultItem) -> bool:
        """Whether a question is picked."""
        match self.kind:
            case FilterKind.WRONG:
                return item.wrong
            case FilterKind.SLIPS:
                return any(slip is not Slip.NOT_ANSWERED for slip in item.slips)
            case FilterKind.CHANGED:
                return item.swing is not Swing.NONE
            case FilterKind.FLAGGED:
                return item.flagged
            case FilterKind.OPEN:
                return item.question is not None and not item.chosen and not item.words.strip()
            case FilterKind.AREA:
                return item.area == self.value
            case FilterKind.MISCONCEPTION:
                return self.value in item.taken
            case FilterKind.ALL:
                return True

    def picked(self, result: Result) -> tuple[int, ...]:
        """The places of the questions picked, from 0."""
        return tuple(at for at, item in enumerate(result.items) if self.lets(item))


USUAL = tuple(
    map(
        ReviewFilter,
        (FilterKind.WRONG, FilterKind.SLIPS, FilterKind.CHANGED, FilterKind.FLAGGED, FilterKind.OPEN),
    )
)
"""The filters that every result has, before `ALL`."""
