"""Comparing, from the chooser to the passage behind a cell, through the real window."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studyapp.study.comparison_export import Format
from studyapp.ui.address import page_address
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.compare.way_out import COPY, SAVE
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog
from tests.journeys.reading_house import compare_page, key, marked, press, read_page, window
from tests.tools.pdf import read_pdf
from tests.ui.exam_house import light_theme

CELL = "p/cell/two-roles.orders.owner"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme, "compare") as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ComparePage:
    return compare_page(opened)


def rows(page: ComparePage) -> list[str]:
    model = page.stage.view.cells
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def columns(page: ComparePage) -> list[str]:
    model = page.stage.view.cells
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def test_the_first_look_shows_the_table_and_what_its_first_cell_rests_on(page: ComparePage) -> None:
    assert columns(page) == ["Product Owner", "Scrum Master", "Developers"]
    assert rows(page) == ["Power", "Orders the Product Backlog", "Work", "Works in a Sprint"]
    assert page.stage.panel.title() == "Product Owner · Orders the Product Backlog"
    assert "Read the passage → The Product Owner › Decisions" in page.stage.panel.quote.toPlainText()


def test_the_panel_says_where_sources_disagree_and_what_the_exam_takes(page: ComparePage) -> None:
    page.stage.go_to("orders", "owner")
    assert page.stage.panel.disputes.text().splitlines() == [
        "Sources disagree: exam trap",
        "A consultancy's article: A committee orders it.",
        "The Guide (2020), Team: One person orders it.",
        "For the exam: One person, not a committee.",
    ]
    spoken = page.stage.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "sources disagree" in str(spoken)
    page.stage.go_to("orders", "master")
    assert page.stage.panel.disputes.isHidden()


def test_enter_leads_to_the_marked_passage_and_back_to_the_same_cell(
    opened: MainWindow, page: ComparePage
) -> None:
    page.stage.go_to("orders", "master")
    page.stage.view.setFocus()
    key(opened, Qt.Key.Key_Return)
    assert opened.current == "read"
    assert marked(read_page(opened)) == ["none of them decides"]
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.current == "compare"
    assert page.stage.view.current_cell() == ("orders", "master")


def test_the_arrow_keys_go_from_cell_to_cell_and_the_panel_follows(
    opened: MainWindow, page: ComparePage
) -> None:
    page.stage.view.setFocus()
    key(opened, Qt.Key.Key_Right)
    assert page.stage.panel.title() == "Scrum Master · Orders the Product Backlog"
    key(opened, Qt.Key.Key_Right)
    assert page.stage.panel.kind() == "the sources are silent"


def test_a_chip_hides_a_column_and_brings_it_back_to_its_place(page: ComparePage) -> None:
    page.controls.chips._chips[1].click()
    assert columns(page) == ["Product Owner", "Developers"]
    page.controls.chips._chips[1].click()
    assert columns(page) == ["Product Owner", "Scrum Master", "Developers"]


def test_only_rows_that_differ_and_filtering_by_words_thin_the_rows_out(page: ComparePage) -> None:
    page.controls.differing.click()
    assert rows(page) == ["Power", "Orders the Product Backlog"]
    page.controls.differing.click()
    page.stage.card.filter.setText("sprint")
    assert rows(page) == ["Work", "Works in a Sprint"]
    page.stage.card.filter.setText("nothing at all")
    assert page.stage.card.nothing.isVisible()


def test_a_theme_folds_with_its_rows(page: ComparePage) -> None:
    page.stage.view.verticalHeader().sectionClicked.emit(0)
    assert rows(page) == ["Power", "Work", "Works in a Sprint"]


def test_columns_are_moved_and_hidden_with_keys(opened: MainWindow, page: ComparePage, qtbot: QtBot) -> None:
    page.stage.go_to("orders", "owner")
    press(qtbot, opened, "Move the column to the right")
    assert columns(page) == ["Scrum Master", "Product Owner", "Developers"]
    assert page.stage.view.current_cell() == ("orders", "owner")
    press(qtbot, opened, "Hide the column")
    assert columns(page) == ["Scrum Master", "Developers"]


def test_the_cards_that_rest_on_the_rows_can_be_drilled(opened: MainWindow, page: ComparePage) -> None:
    page.table._offer_drills()
    words, value = page.controls.drills.menu_items[-1]
    assert words == "1 card that rests on these rows"
    page.controls.drills.chosen.emit(value)
    assert opened.current == "cards"
    view = opened.desks.reviews.view()
    assert view is not None
    assert (view.card.id, view.total) == ("p/card/orders", 1)


def test_rows_without_a_difference_cannot_be_drilled(page: ComparePage) -> None:
    page.stage.card.filter.setText("Works in a Sprint")
    assert not page.controls.drill.isEnabled()


def test_what_is_on_the_screen_is_what_is_copied(page: ComparePage) -> None:
    page.controls.chips._chips[1].click()
    page.controls.export.chosen.emit((COPY, Format.CSV))
    table = list(csv.reader(io.StringIO(QApplication.clipboard().text())))
    assert "Scrum Master" not in table[0]
    assert table[1][:3] == ["Power", "Orders the Product Backlog", "Yes, alone"]
    page.controls.export.chosen.emit((COPY, Format.HTML))
    assert "<table" in QApplication.clipboard().mimeData().html()
    QApplication.clipboard().clear()  # the screenless platform would keep it beyond the end of Python


def test_the_table_is_saved_as_a_file(
    page: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.controls.export.chosen.emit((SAVE, Format.MARKDOWN))
    assert target.read_text(encoding="utf-8").startswith("# Two roles & more")


def test_the_table_is_saved_as_pdf_across_the_page(
    page: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.controls.export.chosen.emit((SAVE, Format.PDF))
    qtbot.waitUntil(lambda: not page.table._way_out.busy)
    data = target.with_suffix(".pdf").read_bytes()
    assert (read_pdf(data).title, read_pdf(data).pages) == ("Two roles & more", 1)
    width, height = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)[0]
    assert float(width) > float(height)


def test_a_pdf_that_cannot_be_written_is_told(
    page: ComparePage, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "out.pdf"), ""))
    page.controls.export.chosen.emit((SAVE, Format.PDF))
    qtbot.waitUntil(lambda: not page.table._way_out.busy)
    assert [dialog.windowTitle() for dialog in opened.findChildren(Dialog)] == ["The file was not saved"]


def test_a_file_that_cannot_be_written_is_told(
    page: ComparePage, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "out.md"), ""))
    page.controls.export.chosen.emit((SAVE, Format.MARKDOWN))
    assert [dialog.windowTitle() for dialog in opened.findChildren(Dialog)] == ["The file was not saved"]


def test_a_narrow_window_sets_one_against_one_and_the_keys_go_on(
    opened: MainWindow, page: ComparePage
) -> None:
    opened.resize(640, 700)
    QApplication.processEvents()
    assert columns(page) == ["Product Owner", "Scrum Master"]
    page.stage.go_to("orders", "master")
    page.stage.view.setFocus()
    key(opened, Qt.Key.Key_Right)
    assert columns(page) == ["Product Owner", "Developers"]
    assert page.stage.view.current_cell() == ("orders", "devs")
    assert page.stage.view.horizontalScrollBar().maximum() == 0


def test_a_cell_can_be_gone_to_although_it_was_hidden(opened: MainWindow, page: ComparePage) -> None:
    page.controls.chips._chips[0].click()
    page.stage.view.verticalHeader().sectionClicked.emit(0)
    opened.go(page_address("compare", cell=CELL))
    assert page.stage.view.current_cell() == ("orders", "owner")


def test_the_page_comes_back_as_it_was_left(tmp_path: Path, theme: Theme) -> None:
    with window(tmp_path / "w", theme, "compare") as first:
        page = compare_page(first)
        page.controls.chips._chips[1].click()
        page.stage.go_to("sprint", "devs")
        kept = first.preferences()
    with window(tmp_path / "w", theme, kept.page, kept) as again:
        page = compare_page(again)
        assert columns(page) == ["Product Owner", "Developers"]
        assert page.stage.view.current_cell() == ("sprint", "devs")
