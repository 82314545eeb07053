"""The readiness check in the window: briefing, paper, result by objective, and the way to a passage."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.result_export import result_report
from studyapp.ui.widgets.progress_row import ProgressRow
from tests.study.readiness_pack import write_readiness_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_readiness_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, qtbot: QtBot) -> ExamPage:
    page = ExamPage(desks, light_theme())
    qtbot.addWidget(page)
    page.resize(1192, 748)
    page.show_setup()
    page.show()
    return page


def words(page: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_the_briefing_promises_no_marking_by_oneself_and_no_chance_to_pass(page: ExamPage) -> None:
    page.setup.chosen.emit("p/exam/check")
    told = words(page)
    assert "One question for each of 3 learning objectives. For 1 more there is no question" in told
    assert "Each learning objective is asked about once" in told
    assert "mark your answers yourself" not in told
    page.setup.chosen.emit("p/exam/words")
    assert "mark your answers yourself" in words(page)


def test_the_result_lists_every_objective_and_enter_reads_its_passage(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.setup.chosen.emit("p/exam/check")
    next(b for b in page.findChildren(QPushButton) if b.text() == "Start").click()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.sitting.view.card, key)
    page.sitting._hand_in()
    rows = [row for row in page.findChildren(ProgressRow) if row.isVisibleTo(page)]
    assert sorted(row.line.title for row in rows) == [
        "An aim without a question", "First aim", "Second aim", "Third aim"
    ]  # fmt: skip
    assert "4 objectives:" in words(page)
    assert "of 3 objectives shown" in words(page)
    assert "%" not in words(page.paper)
    attempt = desks.exams.attempts()[0].id
    page_of_it = result_report(
        desks.exams.result(attempt), page._titles, desks.exams.readiness(attempt)
    ).html()
    assert "<h2>By learning objective</h2>" in page_of_it
    assert "<td>An aim without a question</td><td>not asked</td>" in page_of_it
    assert "%" not in page_of_it
    told: list[str] = []
    page.navigated.connect(told.append)
    QTest.keyClick(next(row for row in rows if row.line.title == "First aim"), Qt.Key.Key_Return)
    assert [address.partition("?")[0] for address in told] == ["studyapp:p/article/facts#section"]
