"""Each marked option says what it was and why, and leads to the sentence that proves its own reason."""

from html import escape
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Option, Pool, Question, QuestionKind
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId
from studyapp.ui.cards.options import Choice, Options
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.theme import Theme

PROOF = Proof(ItemId("p/article/a"), "", "So it is.")
PROOFS = [Proof(ItemId("p/article/a"), f"h{n}", f"Sentence {n}.") for n in range(4)]
OPTIONS = tuple(
    Option(f"Option {n}", n == 0, f"Reason {n}", proof, UNSETTLED) for n, proof in enumerate(PROOFS)
)
WHO = Question(
    ItemId("p/question/q"),
    QuestionKind.SINGLE,
    Pool.PRACTICE,
    "pspo-1",
    "events",
    "Who decides?",
    OPTIONS,
    PROOF,
    UNSETTLED,
)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> QuestionCard:
    made = QuestionCard(theme, lambda text: f"<p>{escape(text)}</p>")
    made.resize(700, 700)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_marked(WHO, frozenset({1}), "", "")
    return made


def test_a_marked_option_says_in_words_what_it_was(card: QuestionCard) -> None:
    names = [row.accessibleName() for row in card.face.rows]
    assert names[0] == "Right, but you did not choose it: Option 0"
    assert names[1] == "Wrong, and you chose it: Option 1"
    description = card.face.rows[1].accessibleDescription()
    assert description == "Reason 1 Enter opens the passage that proves it."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_on_a_marked_option_opens_the_proof_of_its_own_reason(
    key: Qt.Key, card: QuestionCard, qtbot: QtBot
) -> None:
    card.press(2)
    with qtbot.waitSignal(card.proof_wanted) as told:
        QTest.keyClick(card.face.rows[2], key)
    assert told.args == [PROOFS[2]]
    assert card.positions == {1}


def test_a_click_on_a_marked_option_opens_its_proof_and_chooses_nothing(
    card: QuestionCard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(card.proof_wanted) as told, qtbot.assertNotEmitted(card.chosen):
        QTest.mouseClick(card.face.rows[3], Qt.MouseButton.LeftButton)
    assert told.args == [PROOFS[3]]
    assert card.positions == {1}


def test_the_proof_is_that_of_the_option_with_the_keyboard_else_that_of_the_question(
    card: QuestionCard,
) -> None:
    assert card.proof == PROOF
    card.press(1)
    assert card.proof == PROOFS[1]


def test_the_tabulator_comes_to_each_marked_option(card: QuestionCard) -> None:
    card.press(0)
    for before, row in pairwise(card.face.rows):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert row.hasFocus()


def test_after_a_marked_question_the_next_one_can_be_answered(card: QuestionCard) -> None:
    card.show_question(WHO, frozenset(), "", "")
    card.press(2)
    assert card.positions == {2}
    assert card.proof == PROOF
    assert card.face.rows[1].accessibleDescription() == ""


def test_a_marked_option_of_a_card_opens_its_proof(theme: Theme, qtbot: QtBot) -> None:
    options = Options(theme)
    qtbot.addWidget(options)
    options.offer([Choice(each.text, each.reason, each.right, each.proof) for each in OPTIONS])
    options.resize(600, 500)
    options.show()
    qtbot.waitUntil(options.isActiveWindow)
    options.press(1)
    options.mark()
    with qtbot.waitSignal(options.proof_wanted) as told, qtbot.assertNotEmitted(options.answered):
        QTest.mouseClick(options._rows[3], Qt.MouseButton.LeftButton)
    assert told.args == [PROOFS[3]]
    assert options.chosen() == {1}
    assert options.proof == PROOFS[3]
