"""A question that was answered wrong comes back as a card."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.catalog.question import Pool
from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.outlook import Outlook
from studyapp.study.question_cards import QuestionCard, card_of
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk

MOCK = ItemId("p/exam/mock")
TOOK = timedelta(seconds=5)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


def sit(desks: Desks, *, right: int) -> list[ItemId]:
    """Sit a mock with so many right answers, the others wrong; the questions answered wrong."""
    desks.exams.begin(MOCK)
    wrong = []
    for number in range(1, on_desk(desks).count + 1):
        desks.exams.go(number)
        view = on_desk(desks)
        assert view.question is not None
        key = view.question.key
        others = frozenset(range(4)) - key
        desks.exams.choose(key if number <= right else frozenset(list(others)[: len(key)]))
        wrong += [view.question.id] if number > right else []
    assert desks.exams.hand_in() == Change.EXAMS | Change.REVIEWS
    return wrong


def test_progress_counts_wrong_answers_as_due_as_the_result_says(desks: Desks) -> None:
    before = desks.report.progress().ahead[0]
    wrong = sit(desks, right=4)
    counts = desks.reviews.counts()
    due = desks.report.progress().ahead[0]
    assert (before, due) == (0, len(wrong)) == (0, counts.due + counts.later)


def asked(desks: Desks) -> set[ItemId]:
    """Answer every card that the day asks; which they were."""
    desks.reviews.begin()
    found = set()
    while (view := desks.reviews.view()) is not None:
        found.add(view.card.id)
        desks.reviews.rate(Rating.EASY, TOOK)
    return found


def practise_wrong(desks: Desks) -> ItemId:
    desks.practice.begin(desks.practice.choices("pspo-1")[0].scope)
    view = desks.practice.view()
    assert view is not None
    desks.practice.answer(frozenset(range(4)) - view.question.key, sure=True, took=TOOK)
    return view.question.id


def test_every_question_answered_wrong_in_a_paper_is_a_due_card_once_it_is_handed_in(desks: Desks) -> None:
    wrong = sit(desks, right=3)
    assert desks.reviews.counts().due == 5
    assert asked(desks) == set(map(card_of, wrong))


def test_nothing_of_an_open_paper_becomes_a_card(desks: Desks) -> None:
    desks.exams.begin(MOCK)
    desks.exams.choose(frozenset({0, 1, 2, 3}))
    assert desks.reviews.counts().due == 0


def test_a_wrong_answer_in_practice_is_a_due_card_at_once(desks: Desks) -> None:
    assert asked(desks) == set()
    question = practise_wrong(desks)
    view = desks.reviews.view()
    assert view is not None
    assert view.card.id == card_of(question)


def test_a_card_that_was_learnt_is_due_again_when_its_question_is_answered_wrong_again(
    desks: Desks, clock: Clock
) -> None:
    question = practise_wrong(desks)
    asked(desks)
    clock.tick(minutes=5)
    assert desks.reviews.counts().due == 0
    while practise_wrong(desks) != question:
        clock.tick(minutes=1)
    desks.reviews.begin()
    assert card_of(question) in asked(desks)


def test_a_disputed_question_is_no_card(desks: Desks) -> None:
    sit(desks, right=7)
    (attempt,) = desks.exams.attempts()
    desks.exams.dispute(attempt.id, 8, "both are defensible")
    assert desks.reviews.counts().due == 0


def test_the_card_asks_with_all_options_and_answers_with_the_right_ones(desks: Desks) -> None:
    question = desks.library.catalog.questions()[practise_wrong(desks)]
    desks.reviews.begin()
    view = desks.reviews.view()
    assert view is not None
    card = view.card
    assert isinstance(card, QuestionCard)
    assert all(option.text in card.front for option in question.options)
    assert {o.text for o in question.options if o.text in card.back} == {
        o.text for o in question.options if o.right
    }


def test_an_answer_to_such_a_card_can_be_undone(desks: Desks) -> None:
    practise_wrong(desks)
    desks.reviews.begin()
    desks.reviews.rate(Rating.EASY, TOOK)
    assert desks.reviews.counts().due == 0
    desks.reviews.undo()
    assert desks.reviews.counts().due == 1


def test_a_held_back_question_that_was_not_seen_is_no_card(desks: Desks) -> None:
    sit(desks, right=0)
    shown = desks.exams.used_up()
    held = {q.id for q in desks.library.catalog.questions().values() if q.pool is Pool.HELD_BACK}
    assert asked(desks) == set(map(card_of, shown))
    assert not asked(desks) & set(map(card_of, held - shown))


def test_cards_made_from_questions_do_not_count_towards_the_forecast(desks: Desks) -> None:
    def outlook() -> Outlook:
        inquiry = desks.outlooks.inquiry()
        assert inquiry is not None
        return inquiry()

    for _ in range(2):
        sit(desks, right=2)
    before = outlook()
    asked(desks)
    assert outlook() == before
