"""Marking answers and papers."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.learning.marking import (
    AreaScore,
    Belief,
    Marked,
    Score,
    Slip,
    Swing,
    by_area,
    by_misconception,
    mark,
    scores,
    slips,
    swing,
)

OPTIONS = st.frozensets(st.integers(0, 5))


def keys(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def test_exactly_the_key_earns_the_whole_point() -> None:
    assert mark(keys(0, 2), keys(2, 0)).right


def test_one_right_of_two_earns_nothing_whole_and_half_in_parts() -> None:
    found = mark(keys(0, 2), keys(0, 3))
    assert found.whole == 0
    assert found.partial == Fraction(1, 2)


def test_ticking_everything_earns_nothing_extra() -> None:
    assert mark(keys(0, 2), keys(0, 1, 2, 3)).partial == 0


def test_an_open_question_earns_nothing() -> None:
    found = mark(keys(1), keys())
    assert found.whole == found.partial == 0


@given(OPTIONS, OPTIONS)
def test_partial_credit_is_worth_at_least_the_whole_mark(key: frozenset[int], chosen: frozenset[int]) -> None:
    found = mark(key, chosen)
    assert 0 <= found.whole <= found.partial <= 1


def test_sixty_eight_of_eighty_pass_at_eighty_five_per_cent_and_sixty_seven_do_not() -> None:
    assert Score(Fraction(68), 80).passes(85)
    assert not Score(Fraction(67), 80).passes(85)


def test_an_empty_paper_passes_nothing() -> None:
    assert not Score(Fraction(0), 0).passes(0)


def test_questions_that_are_not_scored_count_for_neither_side() -> None:
    right = Marked("events", mark(keys(0), keys(0)))
    disputed = Marked("events", mark(keys(0), keys(1)), scored=False)
    assert scores([right, disputed]) == (Score(Fraction(1), 1), Score(Fraction(1), 1))


def test_areas_are_listed_weakest_first() -> None:
    right, wrong = mark(keys(0), keys(0)), mark(keys(0), keys(1))
    items = [Marked("events", right), Marked("value", wrong), Marked("events", right), Marked("value", right)]
    assert by_area(items) == (AreaScore("value", 1, 2), AreaScore("events", 2, 2))


def test_a_misconception_is_counted_against_how_often_it_was_on_offer() -> None:
    wrong = mark(keys(0), keys(1))
    items = [
        Marked("events", wrong, keys_of("boss", "clerk"), keys_of("boss")),
        Marked("events", wrong, keys_of("boss"), keys_of()),
    ]
    assert by_misconception(items) == (Belief("boss", 1, 2),)


def test_a_question_that_is_not_scored_speaks_for_no_misconception() -> None:
    wrong = mark(keys(0), keys(1))
    assert by_misconception([Marked("events", wrong, keys_of("boss"), keys_of("boss"), scored=False)]) == ()


def keys_of(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_building_up_a_selection_is_no_change_of_mind() -> None:
    assert swing(keys(0, 1), (keys(0), keys(0, 1))) is Swing.NONE


def test_a_right_answer_given_up_is_told() -> None:
    assert swing(keys(0), (keys(0), keys(), keys(1))) is Swing.RIGHT_TO_WRONG


def test_a_wrong_answer_put_right_is_told() -> None:
    assert swing(keys(0), (keys(1), keys(0))) is Swing.WRONG_TO_RIGHT


def test_one_chosen_where_two_were_asked_is_a_slip() -> None:
    assert Slip.TOO_FEW in slips("Which two?", keys(0, 1), keys(0), timedelta(seconds=30))


def test_a_missed_not_is_a_slip() -> None:
    assert Slip.MISSED_NOT in slips("Who is NOT accountable?", keys(0), keys(1), timedelta(seconds=30))


@pytest.mark.parametrize(
    ("stem", "turns"),
    [
        ("A team is late. Which of these is not a commitment?", True),
        ("All of these fit Scrum except one. Which?", False),
        ("Which of these fits least?", True),
        ("Stakeholders do not come. What helps?", False),
        ("The Sprint Goal does not change during the Sprint.", True),
    ],
)
def test_a_not_in_the_sentence_that_asks_can_be_missed(stem: str, turns: bool) -> None:
    assert (Slip.MISSED_NOT in slips(stem, keys(0), keys(1), timedelta(seconds=30))) is turns


def test_a_right_answer_has_no_slips_however_fast() -> None:
    assert slips("Who is NOT accountable?", keys(0), keys(0), timedelta(seconds=1)) == ()


def test_a_wrong_answer_in_under_eight_seconds_was_hasty() -> None:
    assert Slip.HASTY in slips("Who?", keys(0), keys(1), timedelta(seconds=7))
