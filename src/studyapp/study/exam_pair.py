"""Two papers that were handed in, beside one another: the questions that stood in both, and the areas of either."""

from dataclasses import dataclass
from enum import Enum, auto

from studyapp.learning.marking import AreaScore
from studyapp.study.exam_result import Result, ResultItem


class Turn(Enum):
    """What became of a question from the earlier paper to the later one."""

    WON = auto()
    LOST = auto()
    WRONG_TWICE = auto()
    RIGHT_TWICE = auto()
    OPEN = auto()
    """In one of them it does not count, was not reached, or waits for the learner's own marks."""


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """One question as it was answered in each paper; in at least one of them it was seen."""

    earlier: ResultItem
    later: ResultItem

    @property
    def turn(self) -> Turn:
        """What became of it."""
        if not (_counts(self.earlier) and _counts(self.later)):
            return Turn.OPEN
        match self.earlier.mark.right, self.later.mark.right:
            case False, True:
                return Turn.WON
            case True, False:
                return Turn.LOST
            case True, True:
                return Turn.RIGHT_TWICE
            case _:
                return Turn.WRONG_TWICE


@dataclass(frozen=True, slots=True)
class AreaPair:
    """One focus area in both papers; None where a paper has no question of it that counts."""

    area: str
    earlier: AreaScore | None
    later: AreaScore | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two results in the order of time. ``areas`` stand as the later paper has them, weakest first."""

    earlier: Result
    later: Result
    areas: tuple[AreaPair, ...]
    shared: tuple[SharedQuestion, ...]


def pair_of(one: Result, other: Result) -> Pair:
    """Set two results beside one another, whichever comes first."""
    earlier, later = sorted((one, other), key=lambda result: (result.began_at, result.id))
    return Pair(earlier, later, _areas(earlier, later), _shared(earlier, later))


def _counts(item: ResultItem) -> bool:
    """Whether it is known if an answer was right."""
    question = item.question
    return item.scored and question is not None and bool(question.options or item.own_levels is not None)


def _areas(earlier: Result, later: Result) -> tuple[AreaPair, ...]:
    before, after = ({score.area: score for score in result.areas} for result in (earlier, later))
    return tuple(AreaPair(area, before.get(area), after.get(area)) for area in {**after, **before})


def _shared(earlier: Result, later: Result) -> tuple[SharedQuestion, ...]:
    """In the order of the later paper; what was never seen in either stays unseen."""
    before = {item.asked: item for item in earlier.items}
    pairs = (SharedQuestion(before[item.asked], item) for item in later.items if item.asked in before)
    return tuple(
        pair for pair in pairs if pair.earlier.question is not None or pair.later.question is not None
    )
