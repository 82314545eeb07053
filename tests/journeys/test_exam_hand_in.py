"""Handing in, and what becomes of answers in the learner's own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.study.exam_filter import FilterKind
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.result_export import result_report
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.progress_row import ProgressRow
from tests.journeys.exam_steps import WORDS, begin, dialog_of, key, press, shown
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


def test_handing_in_lists_what_is_open_and_flagged_and_leads_there(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_H)
    dialog = dialog_of(page)
    numbers = [b.text() for b in dialog.findChildren(QPushButton) if b.text().isdigit()]
    assert numbers == ["2", "3", "4", "5", "6", "7", "8", "1"]
    press(dialog, "5")
    assert on_desk(desks).number == 5
    assert desks.exams.running()


def test_handing_in_lists_where_too_few_or_too_many_are_chosen_and_leads_there(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    several = []
    for number in range(1, 9):
        page.sitting.go(number)
        if on_desk(desks).choose == 2:
            several.append(number)
            key(qtbot, Qt.Key.Key_1)
    page.sitting.go(several[-1])
    key(qtbot, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Left, Qt.Key.Key_H)
    dialog = dialog_of(page)
    named = [b.text() for b in dialog.findChildren(QPushButton) if ":" in b.text()]
    assert named == [*(f"{n}: 1 of 2 chosen" for n in several[:-1]), f"{several[-1]}: 3 chosen, 2 asked"]
    press(dialog, named[-1])
    assert on_desk(desks).number == several[-1]


def test_free_text_is_kept_before_the_next_question_and_marked_by_the_learner(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    QTest.keyClicks(page.sitting.view.card._field, "By outcomes. 1 of 2.")
    page.sitting._ask_to_hand_in()
    dialog_of(page).accept()
    attempt = desks.exams.attempts()[0].id
    assert desks.exams.result(attempt).items[0].words == "By outcomes. 1 of 2."
    page.open(parse(f"page:exam?attempt={attempt}&question=1"))
    assert page.paper._review._list._legend.text() == "0 right · 0 wrong · 1 to mark"
    assert page.paper.filter.kind is FilterKind.TO_MARK
    press(page, "Exceeds")
    assert desks.exams.result(attempt).unmarked == 1
    press_all = [b for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and b.text() == "Meets"]
    press_all[-1].click()
    assert desks.exams.result(attempt).items[0].own_levels == (2, 1)
    assert page.paper._review._list._legend.text() == "1 right · 0 wrong"
    report = result_report(desks.exams.result(attempt), page._titles)
    assert "Names outcomes: Exceeds | Names a measure: Meets" in report.csv()
    assert "Your own marks: Names outcomes: Exceeds; Names a measure: Meets" in report.html()


def test_a_paper_without_own_marks_says_so_and_how_to_give_them(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    desks.exams.write("By outcomes.")
    desks.exams.hand_in()
    attempt = desks.exams.attempts()[0].id
    page.open(parse(f"page:exam?attempt={attempt}"))
    told = "\n".join(label.text() for label in page.paper.findChildren(QLabel) if label.isVisibleTo(page))
    assert "Not marked yet" in told
    assert "1 answer waits for your own marks" in told
    press(page, "Mark your answers")
    assert page.title == "Review · Free text"
    page.show_setup()
    assert "1 to mark" in [row.line.note for row in page.setup.findChildren(ProgressRow)]
