"""An afternoon in the reading room: shelves, outline, places kept, what counts as read, marks after an edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.study.bookshelves import Grouping
from studyapp.study.change import Change
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, press, read_page, window
from tests.study.reading_pack import write_pack
from tests.ui.exam_house import light_theme

OWNER, SPRINT = "p/article/the-product-owner", "p/article/the-sprint"
NOTE = "\nOrdering is work.[^why]\n\n[^why]: It takes an hour a day.\n"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    owner = write_pack(tmp_path / "p") / "articles/roles/the-product-owner.md"
    owner.write_text(owner.read_text("utf-8") + NOTE, "utf-8")
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


@pytest.fixture
def low(opened: MainWindow, page: ReadPage) -> ReadPage:
    """The page in a window in which articles must be scrolled."""
    opened.resize(1280, 260)
    QApplication.processEvents()
    return page


def shelves(page: ReadPage) -> list[str]:
    model = page.library.list.model()
    spoken = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount()))
    return [page.library.told.text(), *spoken]


@pytest.mark.parametrize(
    ("grouping", "shelf"),
    [
        (Grouping.TOPIC, "Roles, 1 of 1"),
        (Grouping.TAG, "value, 1 of 2"),
        (Grouping.OBJECTIVE, "Say who decides, 1 of 1"),
        (Grouping.BOOKMARK, "1 of 1"),
    ],
)
def test_every_way_to_group_the_library_counts_what_is_read(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, grouping: Grouping, shelf: str
) -> None:
    press(qtbot, opened, "Mark as read")
    press(qtbot, opened, "Bookmark this article")
    page.library._by_grouping[grouping].click()
    assert any(words.startswith(shelf) for words in shelves(page))


def test_the_library_is_filtered_as_one_types(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Filter the library")
    QTest.keyClicks(page.library.filter, "sprint pl")
    model = page.library.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Events", "Sprint Planning"]


def test_the_outline_follows_the_scroll_and_leads_to_each_heading(low: ReadPage) -> None:
    low.settle()
    outline, bar = low.side.contents, low.lectern.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    model = outline.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Value, in sight"
    outline.setFocus()
    outline.set_current(0)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert low.lectern.heading() == "decisions"


def test_back_and_forward_return_to_where_the_reader_was(opened: MainWindow, low: ReadPage) -> None:
    low.lectern.view.go_to_heading(1)
    place = low.lectern.share()
    opened.go(article_address(SPRINT))
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert low.article == OWNER
    assert low.lectern.share() == pytest.approx(place, abs=0.05)
    key(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert low.article == SPRINT


def test_an_article_opens_where_it_was_left(opened: MainWindow, low: ReadPage) -> None:
    low.lectern.view.go_to_heading(1)
    place = low.lectern.share()
    low.library.chosen.emit(SPRINT)
    low.library.chosen.emit(OWNER)
    assert 0.1 < place == pytest.approx(low.lectern.share(), abs=0.05)


def test_an_article_counts_as_read_at_its_end_after_a_plausible_time_only(
    opened: MainWindow, low: ReadPage
) -> None:
    seconds = [0.0]
    clock, bar = low.lectern.clock, low.lectern.view.verticalScrollBar()
    clock.stop()
    clock._now = lambda: seconds[0]
    clock.start()
    bar.setValue(bar.maximum())
    assert not opened.desks.reading.look(OWNER).read  # type: ignore[arg-type]
    seconds[0] += 60
    opened.go(article_address(SPRINT))
    low.settle()
    assert opened.desks.reading.look(OWNER).read  # type: ignore[arg-type]


def test_a_long_visit_is_written_down_while_it_lasts(opened: MainWindow, low: ReadPage) -> None:
    low.lectern.view.go_to_heading(1)
    low._keeping.timeout.emit()
    (event,) = opened.desks.ledger.events("reading")
    assert event.payload["position"] == pytest.approx(low.lectern.share(), abs=0.01)
    opened.go("page:progress")
    assert not low._keeping.isActive()


def test_a_highlight_moves_along_when_the_article_is_edited(
    opened: MainWindow, page: ReadPage, qtbot: QtBot, tmp_path: Path
) -> None:
    view = page.lectern.view
    at = view.text.position(view.text.raw.index("none of them decides"))
    cursor = view.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + 20, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press(qtbot, opened, "Highlight in pink")
    file = tmp_path / "p/articles/roles/the-product-owner.md"
    file.write_text(
        file.read_text("utf-8").replace("## Decisions", "Something new.\n\n## Decisions"), "utf-8"
    )
    opened.news.changed.emit(opened.desks.library.reload() or Change.NOTHING)
    page.marking.show_marks()
    assert [each.cursor.selectedText() for each in view.extraSelections()] == ["none of them decides"]
    assert [note.lost for note in opened.desks.marks.notes()] == [False]


def test_a_footnote_is_gone_to_and_leads_back(low: ReadPage) -> None:
    view, html = low.lectern.view, low.lectern.reading.rendered.html if low.lectern.reading else ""
    links = [part.split('"')[0] for part in html.split('<a href="')[1:] if part.startswith(("#", "app:#"))]
    assert len(links) == 2
    bar = view.verticalScrollBar()
    bar.setValue(0)
    view.anchorClicked.emit(QUrl(links[0]))
    foot = bar.value()
    assert foot > 0
    view.anchorClicked.emit(QUrl(links[1]))
    assert bar.value() < foot or bar.value() == bar.maximum()
