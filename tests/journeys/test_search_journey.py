"""Ctrl+K: from a few letters to the place, through the real window."""

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.catalog.search_entry import Answer
from studyapp.catalog.search_index import SearchIndex
from studyapp.ids import ItemId
from studyapp.study.marks_desk import Colour
from studyapp.study.search_desk import SearchDesk
from studyapp.ui.main_window import MainWindow
from studyapp.ui.search.palette import SearchPalette
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, marked, read_page, window
from tests.ui.exam_house import light_theme

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def palette(opened: MainWindow) -> SearchPalette:
    key(opened, Qt.Key.Key_K, CONTROL)
    return opened.findChildren(SearchPalette)[0]


def titles(palette: SearchPalette) -> list[str]:
    return [entry.result.title for entry in palette.entries.entries if entry.result]


def ask(palette: SearchPalette, words: str, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not palette.busy(), timeout=20_000)
    put(palette, words, qtbot)
    return titles(palette)


def put(palette: SearchPalette, words: str, qtbot: QtBot) -> None:
    """Type and let it be looked up, which comes after all that waits already: at once, or a round later."""
    palette.field.setText(words)
    qtbot.waitUntil(lambda: not palette._typing.isActive())


def choose(palette: SearchPalette, title: str) -> None:
    (row,) = [
        at for at, entry in enumerate(palette.entries.entries) if entry.result and entry.result.title == title
    ]
    palette.results.chosen_row.emit(row)
    QApplication.processEvents()


def test_it_opens_with_what_can_be_done_and_has_the_keyboard(palette: SearchPalette) -> None:
    assert palette.isVisible()
    assert palette.field.hasFocus()
    assert "Find in page" in titles(palette)


def test_enter_opens_the_passage_that_was_found(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    assert ask(palette, "cancelling", qtbot)[0] == "The Sprint › Cancelling"
    key(opened, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert read_page(opened).article == "p/article/the-sprint"
    assert read_page(opened).lectern.heading() == "cancel"


def test_arrow_keys_move_over_results_only(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "product owner", qtbot)
    for _ in range(4):
        key(opened, Qt.Key.Key_Down)
        row = palette.results.currentIndex().row()
        assert palette.entries.entries[row].result is not None


def test_a_cell_opens_in_its_table(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "orders the product backlog", qtbot)
    choose(palette, "Orders the Product Backlog · Product Owner")
    assert opened.current == "compare"
    assert compare_page(opened).stage.view.current_cell() == ("orders", "owner")


def test_a_card_opens_at_its_passage(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "who orders the product backlog", qtbot)
    choose(palette, "Who orders the Product Backlog?")
    assert read_page(opened).lectern.heading() == "decisions"


def test_the_words_that_were_looked_for_are_marked(palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "worth building", qtbot)
    result = palette.entries.entries[1].result
    assert result is not None
    assert {result.snippet[start:stop].lower() for start, stop in result.marks} == {"worth", "building"}


def test_a_command_is_found_and_carried_out(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    assert "Find in page" in ask(palette, "find in", qtbot)
    choose(palette, "Find in page")
    assert read_page(opened).lectern.find_bar.isVisible()


def test_titles_answer_each_letter_at_once_while_the_index_is_made(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, prepare = threading.Event(), SearchDesk.prepare
    monkeypatch.setattr(SearchDesk, "prepare", lambda desk: go_on.wait(20) and prepare(desk))
    key(opened, Qt.Key.Key_K, CONTROL)
    palette = opened.findChildren(SearchPalette)[0]
    for words, first in (("pla", "Sprint Planning"), ("the spr", "The Sprint")):
        put(palette, words, qtbot)
        assert titles(palette)[0] == first
        assert palette.hint.text().startswith("Titles only while everything is read")
    go_on.set()
    qtbot.waitUntil(lambda: not palette.busy(), timeout=20_000)
    assert "The Sprint" in titles(palette)
    assert not palette.hint.text().startswith("Titles only")


def test_letters_that_wait_together_are_looked_up_once(
    palette: SearchPalette, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(palette, "", qtbot)
    asked, find = list[str](), SearchDesk.ask

    def noted(desk: SearchDesk, words: str, limit: int, most: int) -> Answer:
        asked.append(words)
        return find(desk, words, limit, most)

    monkeypatch.setattr(SearchDesk, "ask", noted)
    for letter in "planning":
        QApplication.postEvent(
            palette.field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["planning"]
    assert titles(palette)[0] == "Sprint Planning"


def test_enter_right_after_a_letter_opens_what_all_letters_ask_for(
    palette: SearchPalette, opened: MainWindow, qtbot: QtBot
) -> None:
    ask(palette, "zzz", qtbot)
    palette.field.setText("sprint planning")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "planning" in opened.place()


def test_what_is_listed_belongs_to_what_is_typed_at_every_letter(
    palette: SearchPalette, qtbot: QtBot
) -> None:
    ask(palette, "", qtbot)
    for words, first in (("planning", "Sprint Planning"), ("cancelling", "The Sprint › Cancelling")):
        put(palette, words, qtbot)
        assert titles(palette)[0] == first


def test_a_slip_is_mended_and_told(palette: SearchPalette, qtbot: QtBot) -> None:
    assert ask(palette, "cancleling", qtbot)[0] == "The Sprint › Cancelling"
    assert palette.hint.text() == "Nothing for “cancleling”. This is for “cancelling”."


def test_a_filter_narrows_and_a_wrong_one_is_explained(palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "in:cards product", qtbot)
    assert {entry.group for entry in palette.entries.entries if entry.group} == {"Cards"}
    ask(palette, "in:zoo product", qtbot)
    assert palette.hint.text().startswith("in: takes articles, cards")


def test_an_address_that_was_copied_opens(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    ask(palette, "studyapp:the-sprint#cancel", qtbot)
    choose(palette, "Open studyapp:the-sprint#cancel")
    assert read_page(opened).lectern.heading() == "cancel"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("p/card/{card}", "page:cards?scope=card%3Ap%2Fcard%2F{card}&cram=yes"),
        ("{cell}", "page:compare?cell={cell}"),
        ("{table}", "page:compare?table={table}"),
    ],
)
def test_an_address_of_anything_opens_it(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot, address: str, page: str
) -> None:
    catalog = opened.desks.library.catalog
    table = next(iter(catalog.comparisons().values()))
    names = {"card": next(iter(catalog.cards())).rpartition("/")[2], "table": table.id}
    names["cell"] = table.rows[0].cells[0].id
    went: list[str] = []
    palette.navigated.connect(went.append)
    ask(palette, f"studyapp:{address.format(**names)}", qtbot)
    choose(palette, titles(palette)[0])
    assert went == [page.format(**{name: quote(text, safe="") for name, text in names.items()})]


def test_an_address_copied_in_cards_or_compare_is_found_again(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    for page in ("cards", "compare"):
        opened.go(f"page:{page}")
        QApplication.processEvents()
        key(opened, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        address = QGuiApplication.clipboard().text()
        assert ask(palette, address, qtbot) == [f"Open {address}"]


def test_an_address_that_means_nothing_is_told_in_a_sentence(palette: SearchPalette, qtbot: QtBot) -> None:
    assert ask(palette, "studyapp:gone#nowhere", qtbot) == []
    assert palette.hint.text() == "Nothing in the open packs has this address."


def test_a_note_is_found_as_soon_as_the_search_is_opened_again(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    ask(palette, "", qtbot)
    key(opened, Qt.Key.Key_Escape)
    page = read_page(opened)
    desk = opened.desks.marks
    text = "Only the Product Owner may cancel a Sprint."
    desk.highlight(
        ItemId("p/article/the-sprint"), text, (0, 22), Colour.BLUE, "cancel", "Remember the pangolin"
    )
    key(opened, Qt.Key.Key_K, CONTROL)
    assert ask(palette, "pangolin", qtbot) == ["The Sprint"]
    key(opened, Qt.Key.Key_Return)
    assert marked(page) == ["Only the Product Owner"]


def test_a_note_on_a_cell_is_found_and_leads_to_the_cell(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    ask(palette, "", qtbot)
    key(opened, Qt.Key.Key_Escape)
    table = opened.desks.library.catalog.comparisons()[ItemId("p/comparison/two-roles")]
    cell, place = table.rows[0].cells[1], f"{table.rows[0].title} › {table.columns[1].title}"
    opened.desks.comparisons.note(cell.id, cell.revision, "zebra remark")
    key(opened, Qt.Key.Key_K, CONTROL)
    assert ask(palette, "zebra", qtbot) == [f"{table.title} › {place}"]
    key(opened, Qt.Key.Key_Return)
    view = compare_page(opened).stage.current()
    assert view is not None
    assert view.cell.id == cell.id


def test_nothing_found_is_said(palette: SearchPalette, qtbot: QtBot) -> None:
    assert ask(palette, "zzzzqqqq", qtbot) == []
    assert palette.hint.text().startswith("Nothing found")


def test_escape_gives_the_keyboard_back(opened: MainWindow, palette: SearchPalette) -> None:
    key(opened, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert read_page(opened).lectern.view.hasFocus()


def test_what_was_looked_for_is_offered_again_also_after_a_restart(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with window(tmp_path / "w", theme) as first:
        key(first, Qt.Key.Key_K, CONTROL)
        palette = first.findChildren(SearchPalette)[0]
        ask(palette, "cancelling", qtbot)
        key(first, Qt.Key.Key_Return)
        kept = first.preferences()
    with window(tmp_path / "w", theme, kept.page, kept) as again:
        key(again, Qt.Key.Key_K, CONTROL)
        palette = again.findChildren(SearchPalette)[0]
        assert titles(palette)[0] == "cancelling"
        choose(palette, "cancelling")
        assert palette.field.text() == "cancelling"


def test_a_press_beside_the_results_closes(opened: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint

    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, opened.height() - 5))
    assert not palette.isVisible()


def test_enter_over_the_cards_opens_what_was_found_and_turns_no_card(
    opened: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    opened.go("page:cards")
    ask(palette, "studyapp:the-sprint", qtbot)
    palette.field.setFocus()
    entries = len(list(opened.desks.ledger.events()))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (opened.current, palette.isVisible()) == ("read", False)
    assert len(list(opened.desks.ledger.events())) == entries


def test_an_index_that_was_damaged_while_it_was_open_is_made_anew_at_the_next_opening(
    palette: SearchPalette, opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise ValueError("a part cannot be read")

    ask(palette, "", qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(SearchIndex, "ask", damaged)
        put(palette, "plan", qtbot)
        assert titles(palette)[0] == "Sprint Planning"
        assert palette.hint.text().startswith("The index could not be made")
    key(opened, Qt.Key.Key_K, CONTROL)
    key(opened, Qt.Key.Key_K, CONTROL)
    assert "The Sprint › Cancelling" in ask(palette, "cancelling", qtbot)
