"""An attempt at a paper."""

from datetime import timedelta

import pytest

from studyapp.ids import ItemId
from studyapp.learning.attempt import Attempt, Sheet
from studyapp.learning.exam_paper import Place


def second(n: float) -> timedelta:
    return timedelta(seconds=n)


@pytest.fixture
def attempt() -> Attempt:
    places = [Place(ItemId(f"p/question/{n}"), "events", (2, 0, 1)) for n in range(3)]
    return Attempt(tuple(Sheet(place) for place in places))


def test_time_is_counted_for_the_question_in_sight(attempt: Attempt) -> None:
    sat = attempt.show(0, second(0)).show(1, second(30)).show(0, second(40)).tick(second(45))
    assert [sheet.spent for sheet in sat.sheets] == [second(35), second(10), second(0)]


def test_the_last_selection_is_in_force_and_the_earlier_ones_are_kept(attempt: Attempt) -> None:
    sat = attempt.show(0, second(0)).choose(0, frozenset({1}), second(5)).choose(0, frozenset({2}), second(9))
    assert sat.sheets[0].chosen == {2}
    assert sat.sheets[0].choices == (frozenset({1}), frozenset({2}))


def test_taking_everything_back_leaves_the_question_open(attempt: Attempt) -> None:
    sat = attempt.show(0, second(0)).choose(0, frozenset({1}), second(5)).choose(0, frozenset(), second(6))
    assert sat.open_questions == (0, 1, 2)


def test_a_flag_can_be_set_and_taken_away(attempt: Attempt) -> None:
    sat = attempt.flag(1, True, second(1))
    assert sat.flagged_questions == (1,)
    assert sat.flag(1, False, second(2)).flagged_questions == ()


def test_positions_on_the_screen_and_the_authors_numbers_are_told_apart(attempt: Attempt) -> None:
    sheet = attempt.sheets[0]
    assert sheet.authors(frozenset({0})) == {2}
    assert sheet.shown_order(frozenset({0, 1})) == {1, 2}


def test_elapsed_time_never_runs_back(attempt: Attempt) -> None:
    sat = attempt.show(0, second(20)).tick(second(10))
    assert sat.elapsed == second(20)


def test_nothing_is_counted_after_handing_in(attempt: Attempt) -> None:
    done = attempt.show(0, second(0)).hand_in(second(10))
    assert done.handed_in
    assert done.tick(second(60)) == done
