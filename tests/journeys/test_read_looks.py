"""How articles look: one with every element, two that run from right to left; the pictures go to build/screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFontInfo, QTextBlock, QTextTable
from PySide6.QtWidgets import QApplication

from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.article_style import article_font
from studyapp.ui.read.direction import runs_right_to_left, turned
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import read_page, window
from tests.tools.every_element import write_every_element
from tests.ui.exam_house import light_theme

SCREENS = Path(__file__).parents[2] / "build" / "screens"
LOOKS = (
    ("light", 100, (1280, 800)),
    ("dark", 100, (1280, 800)),
    ("light", 200, (1280, 800)),
    ("light", 100, (960, 600)),
)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    write_every_element(tmp_path / "p")
    with window(tmp_path, theme) as made:
        made.go("studyapp:every")
        QApplication.processEvents()
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


def block(page: ReadPage, words: str) -> QTextBlock:
    found = page.lectern.view.document().find(words)
    assert not found.isNull(), words
    return found.block()


def tables(page: ReadPage) -> list[QTextTable]:
    frames = page.lectern.view.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


@pytest.mark.parametrize("article", ["every", "arabic"])
def test_an_article_keeps_its_serif_and_its_column_in_every_look(
    opened: MainWindow, page: ReadPage, theme: Theme, article: str
) -> None:
    opened.go(f"studyapp:{article}")
    view = page.lectern.view
    for mode, zoom, size in LOOKS:
        theme.set_mode("dark" if mode == "dark" else "light")
        theme.set_zoom(zoom)
        opened.resize(*size)
        QApplication.processEvents()
        grab(opened, page, f"read-{article}-{mode}-{zoom}-{size[0]}")
        assert view.horizontalScrollBar().maximum() == 0
        assert QFontInfo(view.document().defaultFont()).family() == QFontInfo(article_font(theme)).family()


def grab(opened: MainWindow, page: ReadPage, name: str) -> None:
    """The article from its beginning to its end, a picture for each windowful."""
    view, bar = page.lectern.view, page.lectern.view.verticalScrollBar()
    SCREENS.mkdir(parents=True, exist_ok=True)
    bar.setValue(0)
    for number in range(1, 8):
        opened.grab().save(str(SCREENS / f"{name}-{number}.png"))
        if view.at_end():
            return
        bar.setValue(bar.value() + view.viewport().height() - 60)
        QApplication.processEvents()


def test_each_heading_is_found_also_beside_tables_and_boxes(page: ReadPage) -> None:
    view = page.lectern.view
    headings = [each.title for each in page.lectern.reading.rendered.headings] if page.lectern.reading else []
    assert [view.document().findBlock(at).text() for at in view.text.headings] == headings


def test_a_footnote_leads_to_its_note_and_back(page: ReadPage) -> None:
    view, bar = page.lectern.view, page.lectern.view.verticalScrollBar()
    view.anchorClicked.emit(QUrl("#fn:one"))
    assert bar.value() > view.viewport().height()
    view.anchorClicked.emit(QUrl("#fnref:one"))
    assert bar.value() < view.viewport().height() / 2


def test_a_picture_grows_with_the_zoom_up_to_the_column(page: ReadPage, theme: Theme) -> None:
    caption = block(page, "Points in five Sprints")
    before = page.lectern.view.document().documentLayout().blockBoundingRect(caption.previous()).height()
    theme.set_zoom(150)
    caption = block(page, "Points in five Sprints")
    after = page.lectern.view.document().documentLayout().blockBoundingRect(caption.previous()).height()
    assert after == pytest.approx(1.5 * before, rel=0.1)


def test_paragraphs_lists_and_punctuation_of_an_arabic_article_begin_on_the_right(
    opened: MainWindow, page: ReadPage
) -> None:
    opened.go("studyapp:arabic")
    for words in ("هو شخص واحد", "يرتّب قائمة", "تعريفه في", "الوضوح أهم"):
        assert block(page, words).textDirection() == Qt.LayoutDirection.RightToLeft


def test_the_columns_of_an_arabic_table_and_the_bar_of_a_box_are_mirrored(
    opened: MainWindow, page: ReadPage
) -> None:
    opened.go("studyapp:arabic")
    grid, box = tables(page)[:2]
    row = [grid.cellAt(0, column).firstCursorPosition().block().text() for column in range(2)]
    assert row == ["المسؤولية", "الدور"]
    assert box.cellAt(0, 0).firstCursorPosition().block().text() == "فخ الامتحان"


def test_rows_in_tables_in_cells_are_mirrored_alike() -> None:
    html = "<table><tr><td>1</td><td><table><tr><th>a</th><th>b</th></tr></table></td></tr></table>"
    assert turned(html) == (
        '<table width="100%"><tr><td><table width="100%"><tr><th>b</th><th>a</th></tr></table></td>'
        "<td>1</td></tr></table>"
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [("مالك المنتج (PO)", True), ("Scrum: مالك", False), ("Product", False), ("ועדה", True), ("", False)],
)
def test_an_article_runs_the_way_most_of_its_letters_do(text: str, right: bool) -> None:
    assert runs_right_to_left(text) is right
