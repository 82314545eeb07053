"""A paper sat with the keyboard alone, in a window of any size."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.learning.next_step import NextStep
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.glance import Glance
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.question_card import GONE
from studyapp.ui.theme import Theme
from studyapp.ui.today.wording import day_of
from tests.journeys.exam_steps import begin, dialog_of, key, shown
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


def test_a_mock_is_sat_with_the_keyboard_alone(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_Right, Qt.Key.Key_2)
    view = on_desk(desks)
    assert view.number == 2
    assert view.answered[:2] == (True, True)
    assert view.flags[0]
    key(qtbot, Qt.Key.Key_G, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert on_desk(desks).number == 3
    key(qtbot, Qt.Key.Key_Left, Qt.Key.Key_H)
    assert on_desk(desks).number == 2
    dialog_of(page).accept()
    assert not desks.exams.running()
    assert page.shown is page.paper


def test_a_number_chooses_nothing_while_the_list_has_taken_the_place_of_the_question(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G, Qt.Key.Key_2)
    assert not on_desk(desks).chosen
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert on_desk(desks).number == 2
    assert on_desk(desks).chosen == {1}


@pytest.mark.parametrize("width", [700, 1200])
@pytest.mark.parametrize("back", [Qt.Key.Key_G, Qt.Key.Key_Escape])
def test_the_key_of_the_list_and_escape_lead_back_to_the_question(
    back: Qt.Key, width: int, page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(width, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G, back, Qt.Key.Key_2)
    assert on_desk(desks).chosen == {1}


def test_a_key_held_down_neither_takes_a_choice_back_nor_a_flag(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    once = {action.text() for action in page.sitting.actions() if not action.autoRepeat()}
    assert {"Choose option 1", "Choose option 9", "Flag for review"} <= once
    assert not {"Next question", "Previous question"} & once


def test_the_keyboard_stays_where_it_is_when_something_changes_elsewhere(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G)
    page.wake(Change.CONTENT)
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert on_desk(desks).number == 2


def test_the_list_keeps_the_keyboard_when_the_window_becomes_wide(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G)
    page.resize(1190, 750)
    QApplication.processEvents()
    key(qtbot, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert on_desk(desks).number == 8


def test_a_question_that_left_the_content_leads_on_with_enter(
    page: ExamPage, desks: Desks, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.sitting.make_ready()
    shutil.rmtree(tmp_path / "p" / "questions")
    desks.library.reload()
    page.wake(Change.CONTENT)
    key(qtbot, Qt.Key.Key_Right)
    assert page.sitting.view.card.stem.plain() == GONE
    key(qtbot, Qt.Key.Key_Return)
    assert on_desk(desks).number == 3


@pytest.mark.parametrize("turned", [False, True])
def test_tab_comes_to_the_options_before_the_buttons_below_them(
    page: ExamPage, qtbot: QtBot, turned: bool
) -> None:
    begin(page, qtbot)
    if turned:
        page.sitting.make_ready()
        page.sitting.go_on()
    view, chain = page.sitting.view, list[QWidget]()
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        chain.append(at)
        at = at.nextInFocusChain()
    rows = [chain.index(row) for row in view.card.face.rows]
    assert rows == sorted(rows)
    assert rows[-1] < chain.index(view.flag_button)


def test_the_page_hands_the_keyboard_to_the_question_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert on_desk(desks).answered[0]


def test_the_practice_that_today_opens_has_as_many_questions_as_today_says(page: ExamPage) -> None:
    glance = Glance("pspo-1", None, 0, 0, 0, 4, 6, "", (), (), NextStep.PRACTISE)
    day = day_of(glance)
    page.open(parse(day.target))
    view = page.practising._desks.practice.view()
    assert view is not None
    assert (day.title, view.count) == ("4 questions, about 6 minutes", 4)


def test_the_next_question_begins_at_its_beginning_in_a_small_window_at_double_size(
    page: ExamPage, desks: Desks, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    page.resize(784, 492)
    page.open(parse("page:exam?practice=area%3Aevents"))
    card = page.practising._screen.card
    bar = card._scroll.verticalScrollBar()
    for _ in range(2):
        QApplication.processEvents()
        assert (bar.value(), bar.maximum() > 0) == (0, True)
        key(qtbot, Qt.Key.Key_4, Qt.Key.Key_U, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_4)
    assert bar.value() > 0
    key(qtbot, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("where", ["sitting", "review"])
def test_page_up_and_page_down_scroll_the_question_and_stay_with_it(
    page: ExamPage, desks: Desks, theme: Theme, qtbot: QtBot, where: str
) -> None:
    theme.set_zoom(200)
    page.resize(784, 492)
    begin(page, qtbot)
    if where == "review":
        desks.exams.hand_in()
        page._show_attempt(desks.exams.attempts()[0].id)
        key(qtbot, Qt.Key.Key_R)
    part: Part = page.paper if where == "review" else page.sitting
    card = page.paper._review.card if where == "review" else page.sitting.view.card
    QApplication.processEvents()
    bar, stem = card._scroll.verticalScrollBar(), card.stem.plain()
    key(qtbot, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    key(qtbot, Qt.Key.Key_PageUp)
    assert (bar.value(), card.stem.plain()) == (0, stem)
    assert {"Scroll the question down", "Scroll the question up"} <= {a.text() for a in part.actions()}


def test_practice_tells_the_reasons_at_once(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    page.open(parse("page:exam?practice=area%3Aevents"))
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_U)
    view = desks.practice.view()
    assert view is not None
    assert view.sure is False
    assert "Because of fact" in page.practising._screen.card.face.rows[0].accessibleDescription()
    key(qtbot, Qt.Key.Key_Return)
    following = desks.practice.view()
    assert following is not None
    assert following.number == 2


def test_every_widget_that_takes_the_focus_has_a_name(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    page.sitting._choose(frozenset({0}))
    desks.exams.hand_in()
    page.paper.show_attempt(ItemId(desks.exams.attempts()[0].id))
    page.paper.review()
    focusable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in focusable if not w.accessibleName() and w.isVisibleTo(page)]
    assert nameless == []


def test_leaving_a_result_puts_the_keyboard_on_the_primary_button(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    page._show_attempt(desks.exams.attempts()[0].id)
    key(qtbot, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Start Mock exam · PSPO I"
