"""Two papers beside one another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.exam_pair import Pair, Turn, pair_of
from studyapp.study.exam_result import Result
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import MOCK, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    """The pool holds one mock; a second one asks the same questions again."""
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=8), clock) as opened:
        yield opened


def sit_again(desks: Desks, clock: Clock, right: int) -> Result:
    clock.tick(days=1)
    sit(desks, right)
    return desks.exams.result(desks.exams.attempts()[0].id)


def turns(pair: Pair) -> dict[Turn, int]:
    found = [shared.turn for shared in pair.shared]
    return {turn: found.count(turn) for turn in Turn if turn in found}


def test_every_question_that_stood_in_both_is_told_with_what_became_of_it(desks: Desks, clock: Clock) -> None:
    first, second = sit_again(desks, clock, 0), sit_again(desks, clock, 5)
    pair = pair_of(second, first)
    assert (pair.earlier, pair.later) == (first, second)
    assert turns(pair) == {Turn.WON: 5, Turn.WRONG_TWICE: 3}
    assert all(shared.earlier.asked == shared.later.asked for shared in pair.shared)


def test_what_was_lost_and_what_is_disputed_is_told_apart(desks: Desks, clock: Clock) -> None:
    first, second = sit_again(desks, clock, 8), sit_again(desks, clock, 6)
    desks.exams.dispute(second.id, 8, "ambiguous")
    assert turns(pair_of(first, desks.exams.result(second.id))) == {
        Turn.LOST: 1,
        Turn.RIGHT_TWICE: 6,
        Turn.OPEN: 1,
    }


def test_a_question_that_was_never_reached_stays_unseen(desks: Desks, clock: Clock) -> None:
    for _ in range(2):
        clock.tick(days=1)
        desks.exams.begin(MOCK)
        desks.exams.hand_in()
    pair = pair_of(*(desks.exams.result(row.id) for row in desks.exams.attempts()))
    assert all(shared.earlier.question or shared.later.question for shared in pair.shared)
    assert len(pair.shared) < 8


def test_what_waits_for_own_marks_is_not_compared(desks: Desks, clock: Clock) -> None:
    for _ in range(2):
        clock.tick(days=1)
        desks.exams.begin(ItemId("p/exam/words"))
        desks.exams.write("By its use.")
        desks.exams.hand_in()
    later, earlier = (row.id for row in desks.exams.attempts())
    desks.exams.mark_own(later, 1, [1, 1])
    assert set(turns(pair_of(desks.exams.result(later), desks.exams.result(earlier)))) == {Turn.OPEN}
    desks.exams.mark_own(earlier, 1, [0, 1])
    assert set(turns(pair_of(desks.exams.result(later), desks.exams.result(earlier)))) == {Turn.WON}


def test_areas_that_only_one_paper_has_stand_beside_nothing(desks: Desks, clock: Clock) -> None:
    first = sit_again(desks, clock, 8)
    desks.exams.begin(MOCK)
    desks.exams.hand_in()
    second = desks.exams.result(desks.exams.attempts()[0].id)
    for item in second.items:
        if item.area == "events":
            desks.exams.dispute(second.id, item.number, "left out")
    areas = {each.area: each for each in pair_of(first, desks.exams.result(second.id)).areas}
    assert areas["events"].later is None
    assert areas["events"].earlier is not None
    assert areas["value"].later is not None
