"""A practice question that was asked as a card has been seen: a later answer to it says nothing of a fresh paper."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.learning.evidence import TooLittle
from studyapp.learning.forecast import Forecast
from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.question_cards import shown
from studyapp.study.review_values import ReviewView
from studyapp.study.scope import Scope, ScopeKind
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import outlook, practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house

CHOICE = Scope(ScopeKind.CHOICE)
TOOK = timedelta(seconds=9)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), Clock()) as opened:
        yield opened


def asked(desks: Desks) -> ReviewView:
    view = desks.reviews.view()
    assert view is not None
    return view


def right(view: ReviewView) -> frozenset[int]:
    """The positions of the right options as they are shown."""
    question = shown(view.card, view.memory.reviews if view.memory else 0)
    assert question is not None
    return question.key


def first_answers(desks: Desks) -> int:
    now = outlook(desks).now
    assert isinstance(now, Forecast | TooLittle)
    return now.answers


def choices_of(desks: Desks) -> tuple[int, int]:
    everything = desks.practice.choices("pspo-1")[0]
    return everything.total, everything.unseen


@pytest.mark.parametrize("cram", [False, True])
def test_turning_a_question_as_a_card_and_practising_it_then_is_no_first_answer(
    desks: Desks, cram: bool
) -> None:
    desks.reviews.begin(replace(CHOICE, cram=cram))
    for _ in range(12):
        desks.reviews.rate(Rating.GOOD, TOOK)
    practise(desks, 60, right=1.0)
    assert first_answers(desks) == 60 - 12


def test_options_chosen_on_a_card_are_a_first_answer(desks: Desks) -> None:
    desks.reviews.begin(CHOICE)
    for _ in range(12):
        desks.reviews.rate(Rating.GOOD, TOOK, right(asked(desks)))
    assert first_answers(desks) == 12
    practise(desks, 60, right=1.0)
    assert first_answers(desks) == 60


def test_an_answer_taken_back_and_given_again_is_no_first_answer(desks: Desks) -> None:
    desks.reviews.begin(CHOICE)
    wrong = frozenset(range(4)) - right(asked(desks))
    desks.reviews.rate(Rating.AGAIN, TOOK, wrong)
    desks.reviews.undo()
    desks.reviews.rate(Rating.GOOD, TOOK, right(asked(desks)))
    assert first_answers(desks) == 0


def test_an_answer_taken_back_and_put_back_is_the_first_answer_still(desks: Desks) -> None:
    desks.reviews.begin(CHOICE)
    desks.reviews.rate(Rating.GOOD, TOOK, right(asked(desks)))
    desks.reviews.undo()
    assert first_answers(desks) == 0
    desks.reviews.redo()
    assert first_answers(desks) == 1


def test_a_question_seen_as_a_card_is_not_new_to_practice_nor_to_a_paper(desks: Desks) -> None:
    before = desks.exams.offers()[1].available
    desks.reviews.begin(CHOICE)
    for _ in range(7):
        desks.reviews.rate(Rating.GOOD, TOOK)
    assert choices_of(desks) == (60, 53)
    assert desks.exams.offers()[1].available == before - 7


def repeat(desks: Desks, dice: random.Random) -> None:
    """Do something with questions that were all seen before, always rightly."""
    match dice.randrange(4):
        case 0:
            practise(desks, 10, right=1.0, seed=dice.randrange(99))
        case 1:
            desks.reviews.begin(replace(CHOICE, cram=dice.random() < 0.5))
            chosen = right(asked(desks)) if dice.random() < 0.5 else frozenset[int]()
            desks.reviews.rate(Rating.EASY, TOOK, chosen)
        case 2:
            desks.reviews.undo() if dice.random() < 0.5 else desks.reviews.redo()
        case _:
            sit(desks, right=8)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_is_done_with_seen_questions_moves_the_forecast(tmp_path: Path, seed: int) -> None:
    pack, dice = write_pack(tmp_path / "p", held=16, practice=60), random.Random(seed)
    with house(tmp_path / "profile", pack, Clock()) as desks:
        practise(desks, 60, right=0.7, seed=seed)
        while desks.exams.offers()[0].available:
            sit(desks, right=5)
        before = outlook(desks).now
        for _ in range(25):
            repeat(desks, dice)
        assert outlook(desks).now == before
