"""Which papers wait for the learner's own marks."""

from collections.abc import Callable, Iterable, Mapping

from studyapp.ids import ItemId
from studyapp.study.exam_result import Result
from studyapp.study.exam_values import AttemptRow
from studyapp.study.mocks import FREE_TEXT_LEVELS


def to_mark(rows: Iterable[AttemptRow], result: Callable[[ItemId], Result]) -> Mapping[ItemId, int]:
    """How many answers of each paper in the learner's own words, once handed in, have no mark yet.

    Papers that the program marks are left out, and so are those whose answers all have a mark.
    """
    free = (row.id for row in rows if row.handed_in_at and row.profile.level in FREE_TEXT_LEVELS)
    numbers = {attempt: result(attempt).unmarked for attempt in free}
    return {attempt: number for attempt, number in numbers.items() if number}
