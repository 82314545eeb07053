"""Two papers side by side, chosen, read and saved with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.result_export import pair_report, save_as_csv, save_as_pdf
from studyapp.ui.theme import Theme
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Two sittings of the same eight questions: none right, then seven."""
    clock, place = Clock(), tmp_path_factory.mktemp("pair")
    with house(place / "profile", write_pack(place / "p", held=8), clock) as opened:
        for right in (0, 7):
            sit(opened, right)
            clock.tick(days=1)
        yield opened


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    page = ExamPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.open(parse(f"page:exam?attempt={later(desks)}"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def later(desks: Desks) -> ItemId:
    return next(row.id for row in desks.exams.attempts() if row.profile.id == "p/exam/mock")


def key(*keys: Qt.Key) -> None:
    for one in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, one)


def side_by_side(page: ExamPage) -> None:
    key(Qt.Key.Key_B, Qt.Key.Key_Space)
    assert page.paper.pairing.pair is not None


def told(page: ExamPage) -> str:
    labels = page.paper.pairing.view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def test_two_papers_are_set_side_by_side_with_the_keyboard_alone(page: ExamPage) -> None:
    side_by_side(page)
    assert page.title == "Two papers side by side"
    assert ("Score", "0 %", "87 %", "+87 points") in page.paper.pairing.view.figures.rows
    assert "Of 8 questions that stood in both: 7 won, 0 lost." in told(page)
    assert QApplication.focusWidget() is page.paper.pairing.view.figures
    key(Qt.Key.Key_Escape)
    assert page.title == "Result · Mock exam · PSPO I"


def test_both_answers_are_told_and_what_would_have_been_right(page: ExamPage) -> None:
    side_by_side(page)
    assert told(page).count("wrong: held") == 8 + 1
    assert told(page).count("Right would have been: held") == 1


def test_a_chip_leaves_only_what_was_won(page: ExamPage) -> None:
    side_by_side(page)
    chips = [b for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and b.text() == "Won 7"]
    chips[0].click()
    assert len(page.paper.pairing.view.questions.picked) == 7


def test_a_question_is_looked_at_in_the_later_paper(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    side_by_side(page)
    link = next(b for b in page.findChildren(QPushButton) if b.text() == "Look at question 3")
    with qtbot.waitSignal(page.navigated) as sent:
        link.click()
    assert sent.args[0] == f"page:exam?attempt={later(desks)}&question=3".replace("/", "%2F")


def test_the_place_of_two_papers_is_kept_and_gone_back_to(page: ExamPage, desks: Desks) -> None:
    side_by_side(page)
    place, state = page.place(), page.state()
    page.show_setup()
    page.open(parse(place))
    assert page.place() == place
    page.show_setup()
    page.restore(state)
    assert page.place() == place


def test_from_the_list_of_attempts_a_key_sets_the_newest_beside_another(page: ExamPage) -> None:
    page.show_setup()
    key(Qt.Key.Key_B, Qt.Key.Key_Return)
    assert page.paper.pairing.pair is not None
    assert page.paper.pairing.pair.later.id == page.paper.attempt


def test_a_paper_that_waits_for_own_marks_has_no_score_to_compare(page: ExamPage, desks: Desks) -> None:
    desks.exams.begin(ItemId("p/exam/words"))
    desks.exams.write("By its use.")
    desks.exams.hand_in()
    page.paper.show_beside(next(r.id for r in desks.exams.attempts() if r.profile.id == "p/exam/words"))
    assert ("Score", "87 %", "to mark", "") in page.paper.pairing.view.figures.rows
    assert ("Product value", "3 of 4", "1 to mark", "") in page.paper.pairing.view.areas.rows
    assert "Nothing is marked yet in the later paper. The scores compare once you have marked" in told(page)


def test_a_lone_paper_says_that_there_is_no_other(page: ExamPage, desks: Desks) -> None:
    rows = [row for row in desks.exams.attempts() if row.id == later(desks)]
    page.paper.pairing._choice.show_attempts(desks.exams.result(later(desks)), rows, {})
    texts = [label.text() for label in page.paper.pairing._choice.findChildren(QLabel)]
    assert any(text.startswith("There is no other paper yet.") for text in texts)


def test_both_papers_are_saved_as_a_table_and_as_pages(page: ExamPage, theme: Theme, tmp_path: Path) -> None:
    side_by_side(page)
    pairing = page.paper.pairing
    assert pairing.pair is not None
    report = pair_report(pairing.pair, page._titles)
    save_as_csv(tmp_path / "pair.csv", report)
    rows = (tmp_path / "pair.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == "Part,What,Earlier,Later,Step"
    assert sum(row.startswith("Question,") for row in rows) == 8
    save_as_pdf(tmp_path / "pair.pdf", theme, report)
    assert (tmp_path / "pair.pdf").read_bytes().startswith(b"%PDF")


def test_nothing_is_cut_in_a_narrow_window_at_twice_the_size(
    page: ExamPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    page.resize(784, 560)
    side_by_side(page)
    tables = page.paper.pairing.view.figures, page.paper.pairing.view.areas
    qtbot.waitUntil(lambda: all(table.height() >= table.sizeHint().height() for table in tables))
    qtbot.waitUntil(lambda: all(t.horizontalHeader().length() <= t.viewport().width() for t in tables))
    page.resize(784, 300)
    key(Qt.Key.Key_End, Qt.Key.Key_PageDown)
    last = tables[0].visualRect(tables[0].currentIndex())
    window = page.paper.pairing.view.rect()
    assert window.contains(tables[0].viewport().mapTo(page.paper.pairing.view, last.center()))
    shown = [w for w in page.paper.pairing.view.findChildren(QWidget) if w.isVisibleTo(page)]
    assert max(w.mapTo(page, w.rect().topRight()).x() for w in shown) < page.width()
    theme.set_zoom(100)
