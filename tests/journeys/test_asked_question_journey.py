"""Exam questions asked as cards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.question_cards import shown
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from tests.journeys.cards_steps import press
from tests.tools.clock import Clock


@pytest.fixture
def asked(window: MainWindow) -> CardsPage:
    window.go("page:cards?scope=choice")
    QApplication.processEvents()
    found = window.page("cards")
    assert isinstance(found, CardsPage)
    return found


def positions(page: CardsPage, *, right: bool) -> list[int]:
    assert page._view is not None
    assert page._view.question is not None
    return [at for at, option in enumerate(page._view.question.options) if option.right is right]


def test_a_wrong_option_is_marked_with_its_reason_and_suggests_again(asked: CardsPage, desks: Desks) -> None:
    wrong = positions(asked, right=False)[0]
    assert asked._view is not None
    assert asked._view.question is not None
    question, reason = asked._view.question, asked._view.question.options[wrong].reason
    press(asked, Qt.Key(Qt.Key.Key_1 + wrong))
    if not asked._turned:
        press(asked, Qt.Key.Key_Space)
        asked._go_on()
    assert asked.stage.card.options._rows[wrong].accessibleDescription().startswith(reason)
    assert asked._suggested() is Rating.AGAIN
    asked.rate(Rating.AGAIN)
    kept = next(iter(desks.ledger.events(kind="practice-answer")))
    assert (kept.item, kept.payload["right"]) == (question.id, False)


def test_an_answer_by_options_is_undone_as_one_step_even_after_a_restart(
    asked: CardsPage, desks: Desks, open_small: Callable[[], Desks]
) -> None:
    assert asked._view is not None
    item = asked._view.card.id
    for number in positions(asked, right=True):
        asked.stage.card.options.press(number)
    asked.turn()
    assert asked._suggested() is Rating.GOOD
    asked.rate(Rating.EASY)
    assert desks.reviews.memory(item) is not None
    again = open_small()
    again.reviews.undo()
    assert again.reviews.memory(item) is None
    assert list(again.ledger.events(kind="practice-answer")) == []
    again.reviews.redo()
    assert len(list(again.ledger.events(kind="practice-answer"))) == 1


def test_a_question_asked_as_a_card_comes_back_when_it_is_due(
    asked: CardsPage, desks: Desks, clock: Clock
) -> None:
    assert asked._view is not None
    item = asked._view.card.id
    asked.turn()
    asked.rate(Rating.EASY)
    clock.tick(days=30)
    assert item in {each.card for each in desks.reviews._day_queue()._due()}


def test_the_options_stand_otherwise_the_next_time_but_the_same_for_everyone(asked: CardsPage) -> None:
    assert asked._view is not None
    card = asked._view.card
    orders = [shown(card, reviews) for reviews in range(8)]
    assert orders == [shown(card, reviews) for reviews in range(8)]
    assert len({tuple(o.text for o in each.options) for each in orders if each}) > 1
