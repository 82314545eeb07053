"""Highlighting a passage, writing on it, and finding it again, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, press, read_page, window
from tests.ui.exam_house import light_theme

OWNER, SPRINT = "p/article/the-product-owner", "p/article/the-sprint"
QUOTE = "none of them decides"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


def select(page: ReadPage, words: str) -> None:
    view = page.lectern.view
    at = view.text.position(view.text.raw.index(words))
    cursor = view.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def drawn(page: ReadPage) -> dict[str, str]:
    """Each highlighted passage and the colour it is drawn in."""
    page.marking.show_marks()
    return {
        each.cursor.selectedText(): each.format.background().color().name()
        for each in page.lectern.view.extraSelections()
    }


def test_a_selected_passage_is_highlighted_and_stays_so_after_another_article(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, theme: Theme
) -> None:
    select(page, QUOTE + ".")
    press(qtbot, opened, "Highlight in green")
    opened.go(article_address(SPRINT))
    assert drawn(page) == {}
    opened.go(article_address(OWNER))
    assert drawn(page) == {QUOTE + ".": theme.colour("mark-green").name()}


def test_a_highlight_gets_another_colour_and_goes_and_comes_back(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, theme: Theme
) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Highlight in yellow")
    press(qtbot, opened, "Highlight in pink")
    assert drawn(page) == {QUOTE: theme.colour("mark-pink").name()}
    press(qtbot, opened, "Remove the highlight")
    assert drawn(page) == {}
    press(qtbot, opened, "Undo highlighting")
    press(qtbot, opened, "Undo highlighting")
    assert drawn(page) == {QUOTE: theme.colour("mark-yellow").name()}
    press(qtbot, opened, "Redo highlighting")
    assert drawn(page) == {QUOTE: theme.colour("mark-pink").name()}


def test_a_note_is_written_with_the_keyboard_alone(opened: MainWindow, page: ReadPage) -> None:
    page.lectern.setFocus()
    key(opened, Qt.Key.Key_F7)
    for _ in range(2):
        key(opened, Qt.Key.Key_Down)
    key(opened, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    words = page.lectern.view.selected_text()
    key(opened, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.lectern.note_bar.paper, "A thought.")
    key(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = opened.desks.marks.notes()
    assert words
    assert (note.quote, note.note) == (" ".join(words.split()), "A thought.")
    assert page.lectern.view.hasFocus()


def test_without_a_selection_one_is_asked_for(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Highlight in blue")
    assert page.lectern.notice().startswith("Select some words first")
    assert drawn(page) == {}


def test_the_page_of_notes_is_searched_and_leads_to_the_passage_and_back(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    for words in (QUOTE, "A Sprint is a step towards it."):
        select(page, words)
        press(qtbot, opened, "Highlight in blue")
    press(qtbot, opened, "All notes")
    assert page.notes.isVisible()
    assert len(page.notes.notes) == 2
    page.notes.field.setText("step towards")
    assert [note.quote for note in page.notes.notes] == ["A Sprint is a step towards it."]
    page.notes.list.chosen_row.emit(0)
    assert page.lectern.isVisible()
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.notes.isVisible()


def test_notes_are_saved_as_a_file(opened: MainWindow, page: ReadPage, qtbot: QtBot, tmp_path: Path) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Highlight in blue")
    press(qtbot, opened, "All notes")
    page.notes.export_to(tmp_path / "notes.md")
    assert f"> {QUOTE}" in (tmp_path / "notes.md").read_text(encoding="utf-8")


def test_a_highlight_taken_away_in_the_list_comes_back(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Highlight in blue")
    press(qtbot, opened, "All notes")
    QTest.keyClick(page.notes.field, Qt.Key.Key_Down)
    QTest.keyClick(page.notes.list, Qt.Key.Key_Delete)
    assert not page.notes.notes
    press(qtbot, opened, "Undo highlighting")
    assert [note.quote for note in page.notes.notes] == [QUOTE]


def test_a_passage_that_was_taken_out_of_the_article_is_listed_with_its_text(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, tmp_path: Path
) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Highlight in blue")
    file = tmp_path / "p/articles/roles/the-product-owner.md"
    file.write_text(file.read_text(encoding="utf-8").replace(QUOTE, "all obey"), encoding="utf-8")
    opened.news.changed.emit(opened.desks.library.reload() or Change.NOTHING)
    press(qtbot, opened, "All notes")
    assert [(note.quote, note.lost) for note in page.notes.notes] == [(QUOTE, True)]
    page.notes.list.chosen_row.emit(0)
    assert page.lectern.notice() == f"This highlight has lost its place: “{QUOTE}”"


def test_a_note_shows_while_the_pointer_rests_on_its_passage(opened: MainWindow, page: ReadPage) -> None:
    select(page, QUOTE)
    page.marking.write_note()
    page.lectern.note_bar.paper.setPlainText("by rule")
    page.lectern.note_bar._save()
    at = page.lectern.view.text.raw.index(QUOTE)
    page.lectern.view.rested.emit(at + 3)
    assert page.lectern.term_shown() == "Your note"


def test_a_passage_is_copied_as_markdown_with_its_source(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Copy as Markdown with source")
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"{QUOTE}\n\n— [The Product Owner › Decisions](studyapp:{OWNER}#decisions)")


def test_a_note_on_a_cell_leads_to_the_cell(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    table = opened.desks.library.catalog.comparisons()[ItemId("p/comparison/two-roles")]
    cell = table.rows[0].cells[1]
    opened.desks.comparisons.note(cell.id, cell.revision, "zebra remark")
    press(qtbot, opened, "All notes")
    assert "lost" not in page.notes.count.text()
    page.notes.list.chosen_row.emit(0)
    view = compare_page(opened).stage.current()
    assert view is not None
    assert view.cell.id == cell.id


def has_keyboard(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


@pytest.mark.parametrize("way", ["All notes", "Passages without a card"])
def test_a_list_that_is_closed_leaves_the_reader_where_he_was(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, way: str
) -> None:
    opened.resize(960, 300)
    view = page.lectern.view
    view.go_to_passage(view.text.position(view.text.raw.index(QUOTE)))
    first = view.top()
    press(qtbot, opened, way)
    press(qtbot, opened, way)
    assert first > 0
    assert view.top() == first
    press(qtbot, opened, way)
    key(opened, Qt.Key.Key_Escape)
    assert view.top() == first
    assert view.hasFocus()


def test_going_back_to_the_notes_gives_them_the_keyboard(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    select(page, QUOTE)
    press(qtbot, opened, "Highlight in blue")
    press(qtbot, opened, "All notes")
    key(opened, Qt.Key.Key_Return)
    key(opened, Qt.Key.Key_Return)
    assert page.lectern.view.hasFocus()
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert has_keyboard(page.notes)
    opened.go("page:compare")
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert has_keyboard(page.notes)


def test_a_marked_passage_out_of_sight_is_not_highlighted(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, theme: Theme
) -> None:
    theme.set_zoom(200)
    opened.resize(960, 300)
    page.lectern.go("", QUOTE)
    view = page.lectern.view
    assert view.selected_text() == QUOTE
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert not view.shows(view.spans("passage")[0])
    press(qtbot, opened, "Highlight in yellow")
    assert page.lectern.notice().startswith("Select some words first")
    assert opened.desks.marks.notes() == ()


def test_a_note_lands_on_the_highlight_just_made_and_not_on_the_passage(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    page.lectern.go("", QUOTE)
    key(opened, Qt.Key.Key_F7)
    select(page, " orders the ")
    press(qtbot, opened, "Highlight in green")
    key(opened, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.lectern.note_bar.paper, "Mine.")
    key(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(note.quote, note.note) for note in opened.desks.marks.notes()] == [("orders the", "Mine.")]


def test_a_note_that_is_left_leaves_no_highlight_behind(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    select(page, QUOTE)
    key(opened, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.lectern.note_bar.paper, "No.")
    key(opened, Qt.Key.Key_Escape)
    assert opened.desks.marks.notes() == ()
    assert page.lectern.view.selected_text() == QUOTE
    assert page.lectern.view.hasFocus()


def test_a_selection_over_several_cells_is_refused_with_a_reason(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    page.lectern.view.setHtml(
        "<table><tr><td>one two</td></tr><tr><td>three</td></tr><tr><td>four</td></tr></table>"
    )
    key(opened, Qt.Key.Key_F7)
    cursor = page.lectern.view.textCursor()
    cursor.setPosition(3)
    page.lectern.view.setTextCursor(cursor)
    for _ in range(2):
        key(opened, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for command in ("Highlight in green", "Note on this passage"):
        page.lectern.say("")
        press(qtbot, opened, command)
        assert "several cells" in page.lectern.notice()
    assert not page.lectern.note_bar.isVisible()


def test_the_marked_passage_is_underlined_and_a_highlight_without_a_note_is_not(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    select(page, "orders the")
    press(qtbot, opened, "Highlight in yellow")
    page.lectern.go("", QUOTE)
    lined = {
        each.cursor.selectedText(): each.format.fontUnderline()
        for each in page.lectern.view.extraSelections()
    }
    assert lined == {"orders the": False, QUOTE: True}


def test_a_note_being_written_outlives_fresh_figures_around_the_article(
    opened: MainWindow, page: ReadPage
) -> None:
    select(page, QUOTE)
    key(opened, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.lectern.note_bar.paper, "Long")
    page.wake(Change.REVIEWS)
    QTest.keyClicks(page.lectern.note_bar.paper, " thought.")
    key(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(note.quote, note.note) for note in opened.desks.marks.notes()] == [(QUOTE, "Long thought.")]


def test_a_note_of_no_words_leaves_no_highlight(opened: MainWindow, page: ReadPage) -> None:
    select(page, QUOTE)
    page.marking.write_note()
    QTest.keyClick(page.lectern.note_bar.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.lectern.note_bar.isVisible()
    assert opened.desks.marks.notes() == ()
