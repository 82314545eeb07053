"""The marked review: passages, disputes, and papers side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.ui.address import parse
from studyapp.ui.exam.attempt_line import attempt_line
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.theme import Theme
from tests.journeys.exam_steps import MOCK, begin, key, press, shown
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    return shown(desks, theme, qtbot)


def test_a_wrong_answer_leads_to_its_passage(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    question = on_desk(desks).question
    assert question is not None
    page.sitting._choose(frozenset({next(n for n in range(4) if n not in question.key)}))
    desks.exams.hand_in()
    page.open(parse("page:exam?attempt=" + desks.exams.attempts()[0].id))
    key(qtbot, Qt.Key.Key_R)
    with qtbot.waitSignal(page.navigated) as told:
        key(qtbot, Qt.Key.Key_E)
    route = parse(told.args[0])
    assert (route.page, route.target) == ("read", "p/article/facts#section")
    assert route.options["quote"] == question.proof.quote


def test_a_number_goes_to_an_option_of_the_review_and_enter_to_what_proves_it(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    page.open(parse("page:exam?attempt=" + desks.exams.attempts()[0].id))
    key(qtbot, Qt.Key.Key_R, Qt.Key.Key_3)
    with qtbot.waitSignal(page.navigated):
        key(qtbot, Qt.Key.Key_Return)


def test_going_back_leads_to_the_same_question_of_the_review(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.sitting.go(2)
    desks.exams.hand_in()
    page.open(parse("page:exam?attempt=" + desks.exams.attempts()[0].id))
    key(qtbot, Qt.Key.Key_R, Qt.Key.Key_Right)
    place = page.place()
    page.show_setup()
    page.open(parse(place))
    assert page.paper._review.item is not None
    assert page.paper._review.item.number == 2


def test_a_disputed_question_leaves_the_score_and_comes_back(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    attempt = desks.exams.attempts()[0].id
    page.open(parse(f"page:exam?attempt={attempt}&question=1"))
    press(page, "I think the key is wrong…")
    page.paper._review._reason.setText("both are defensible")
    press(page, "Leave out")
    assert desks.exams.result(attempt).whole.out_of == 7
    press(page, "Score it again")
    assert desks.exams.result(attempt).whole.out_of == 8


def test_a_paper_of_which_nothing_counts_has_no_score_and_is_not_failed(page: ExamPage, desks: Desks) -> None:
    for _ in range(2):
        desks.exams.begin(ItemId(MOCK))
        desks.exams.hand_in()
    attempt, other = (row.id for row in desks.exams.attempts())
    for number in range(1, 9):
        desks.exams.dispute(attempt, number, "no")
    page.open(parse(f"page:exam?attempt={attempt}"))
    told = [label.text() for label in page.paper.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "No score" in told
    assert not any("passed" in text for text in told)
    assert attempt_line(desks.exams.attempts()[0], "Mock", 0).note == "no score"
    page.paper.show_beside(other)
    assert "The scores do not compare" in page.paper.pairing.view._sentence.text()


def test_escape_gives_a_dispute_up_and_keeps_the_question_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    page.open(parse(f"page:exam?attempt={desks.exams.attempts()[0].id}&question=1"))
    press(page, "I think the key is wrong…")
    QTest.keyClicks(page.paper._review._reason, "both")
    key(qtbot, Qt.Key.Key_Escape)
    assert (page.title, page.paper._review._reason_box.isVisible()) == ("Review · Mock exam · PSPO I", False)
    assert QApplication.focusWidget() is page.paper._review._dispute
    key(qtbot, Qt.Key.Key_Escape)
    assert page.title == "Result · Mock exam · PSPO I"


def test_two_papers_side_by_side_are_one_press_away_once_there_are_two(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    for number in range(2):
        desks.exams.begin(ItemId(MOCK))
        desks.exams.hand_in()
        page.show_setup()
        assert page._beside.isEnabled() == (number == 1)
    press(page, "Two papers side by side…")
    assert page.title == "Two papers side by side"


def test_a_review_is_filtered_and_walked_through_with_the_keyboard_alone(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_F, Qt.Key.Key_Right)
    desks.exams.hand_in()
    page._show_attempt(desks.exams.attempts()[0].id)
    key(qtbot, Qt.Key.Key_R, Qt.Key.Key_G)
    press(page, "Flagged 1")
    item = page.paper._review.item
    assert item is not None
    assert (item.number, item.flagged) == (2, True)
    press(page, "Left open 2")
    assert page.paper._review.item is not None
