"""The article as it stands on the screen."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.catalog.article import Heading
from studyapp.ui.read.article_document import ArticleDocument, Pictures, read_picture
from studyapp.ui.read.article_marks import Look
from studyapp.ui.read.article_style import COLUMN, article_css, article_font, column_width
from studyapp.ui.read.article_view import ArticleView, Sheet
from studyapp.ui.read.outside_link import leads_outside
from studyapp.ui.read.reading_clock import IDLE, ReadingClock
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.nothing import no_picture
from tests.study.reading_pack import png
from tests.ui.exam_house import light_theme

TEXT = "The Product Owner decides what is worth building and why it is worth it. " * 12
HTML = "".join(
    f'<h2 id="s{n}"><a name="s{n}"></a>Section {n}</h2><p>{n} {TEXT}<a href="app:other">there</a></p>'
    for n in range(12)
)
HEADINGS = tuple(Heading(2, f"s{n}", f"Section {n}", 0) for n in range(12))
_IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ArticleView:
    view = ArticleView(theme)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_sheet(Sheet(HTML, HEADINGS, lambda name: None))
    view.show()
    return view


def longest_line(view: ArticleView) -> int:
    block = view.document().findBlockByNumber(1)
    layout = block.layout()
    return max(layout.lineAt(at).textLength() for at in range(layout.lineCount()))


def test_a_line_holds_about_seventy_characters_at_most(view: ArticleView) -> None:
    assert 50 <= longest_line(view) <= COLUMN + 8


def test_a_wider_window_does_not_make_a_wider_column(view: ArticleView) -> None:
    before = longest_line(view)
    view.resize(1600, 600)
    assert longest_line(view) == before


def test_the_place_survives_another_width_theme_and_zoom(view: ArticleView, theme: Theme) -> None:
    view.go_to_heading(5)
    view.resize(560, 700)
    assert view.heading_in_sight() == 5
    theme.set_mode("dark")
    theme.set_zoom(150)
    assert view.heading_in_sight() == 5


def test_a_place_that_was_asked_for_is_there_at_the_first_show(theme: Theme, qtbot: QtBot) -> None:
    view = ArticleView(theme)
    qtbot.addWidget(view)
    view.show_sheet(Sheet(HTML, HEADINGS, lambda name: None))
    view.go_to_heading(8)
    view.resize(900, 600)
    view.show()
    QApplication.processEvents()
    assert view.heading_in_sight() == 8
    assert view.place_of(view.text.headings[8]).top() < 50


def test_the_article_keeps_its_serif_through_a_zoom(view: ArticleView, theme: Theme) -> None:
    for percent, size in ((200, 32), (100, 16)):
        theme.set_zoom(percent)
        QApplication.processEvents()
        font = view.document().defaultFont()
        assert (font.family(), font.pixelSize()) == (article_font(theme).family(), size)


def test_going_to_a_heading_makes_it_the_one_in_sight(view: ArticleView) -> None:
    for index in (0, 7, 11):
        view.go_to_heading(index)
        assert view.heading_in_sight() == index


def test_the_end_is_seen_only_at_the_end(view: ArticleView) -> None:
    assert not view.at_end()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.at_end()


def test_marks_keep_their_words_when_the_theme_changes(view: ArticleView, theme: Theme) -> None:
    at = view.text.position(view.text.raw.index("worth building"))
    view.mark("passage", [(at, at + 14)], Look(ground="warn-soft", text="text"))
    theme.set_mode("dark")
    (selection,) = view.extraSelections()
    assert selection.cursor.selectedText() == "worth building"
    assert selection.format.background().color() == theme.colour("warn-soft")


def test_space_pages_down_and_back(view: ArticleView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() == 0


def test_ctrl_end_goes_to_the_end_and_ctrl_home_back(view: ArticleView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.verticalScrollBar().value() == 0


def test_words_made_into_a_link_are_no_running_text_any_more(view: ArticleView) -> None:
    at = view.text.position(view.text.raw.index("Product Owner", 3000))
    assert view.is_running_text(at)
    view.make_link((at, at + 13), "term:0")
    assert not view.is_running_text(at)


def test_headings_and_links_are_no_running_text(view: ArticleView) -> None:
    raw = view.text.raw
    assert not view.is_running_text(view.text.headings[3])
    assert not view.is_running_text(view.text.position(raw.index("there", 2000)))


def document(theme: Theme, html: str, asked: list[str]) -> ArticleDocument:
    def of(name: str) -> bytes | None:
        asked.append(name)
        return png(40, 20) if name == "in/the-pack.png" else None

    made = ArticleDocument(article_css(theme), article_font(theme), 24)
    made.fill(html, Pictures(of, column_width(theme)))
    return made


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://host/x.png", "//host/x.png", "qrc:/x.png", "data:image/png;base64,AAAA"],
)
def test_nothing_but_pictures_of_the_pack_is_loaded(theme: Theme, address: str) -> None:
    asked: list[str] = []
    made = document(theme, "<p>x</p>", asked)
    assert made.loadResource(_IMAGE, QUrl(address)) == no_picture()
    assert asked == []


def test_style_sheets_and_pages_are_never_loaded(theme: Theme) -> None:
    made = document(theme, "<p>x</p>", [])
    for kind in (QTextDocument.ResourceType.StyleSheetResource, QTextDocument.ResourceType.HtmlResource):
        assert made.loadResource(kind.value, QUrl("in/the-pack.png")) == QByteArray()


def test_a_picture_of_the_pack_is_shown(theme: Theme) -> None:
    made = document(theme, '<p><img src="in/the-pack.png"></p>', [])
    image = made.resource(_IMAGE, QUrl("in/the-pack.png"))
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (40, 20)


def test_what_is_no_picture_or_too_large_is_not_decoded() -> None:
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a nonsense", png(5000, 1)):
        assert isinstance(read_picture(data), QByteArray)


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("https://scrum.org/x", True),
        ("mailto:a@b.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//server/share", False),
        ("https:", False),
        ("smb://host/x", False),
    ],
)
def test_only_web_and_mail_addresses_lead_outside(address: str, outside: bool) -> None:
    assert leads_outside(QUrl(address)) is outside


def test_the_clock_counts_only_while_somebody_reads() -> None:
    moment = [0.0]
    clock = ReadingClock(lambda: moment[0])
    moment[0] = 5
    clock.start()
    moment[0] = 15
    clock.stop()
    moment[0] = 60
    assert clock.take() == timedelta(seconds=10)


def test_the_clock_does_not_count_a_long_absence() -> None:
    moment = [0.0]
    clock = ReadingClock(lambda: moment[0])
    clock.start()
    moment[0] = 3600
    clock.touch()
    moment[0] = 3610
    assert clock.take() == timedelta(seconds=IDLE + 10)


def test_asking_the_clock_is_no_sign_of_a_reader() -> None:
    seconds = [0.0]
    clock = ReadingClock(lambda: seconds[0])
    clock.start()
    for _ in range(10):
        seconds[0] += IDLE / 2
        clock.counted()
    assert clock.counted() == IDLE
    clock.touch()
    seconds[0] += 10
    assert clock.take() == timedelta(seconds=IDLE + 10)


def test_the_style_sheet_names_no_unknown_colour(theme: Theme) -> None:
    assert "$" not in article_css(theme)
    assert "interface" not in article_css(theme).partition("*/")[2]


def test_every_colour_of_the_style_sheet_is_a_token() -> None:
    css = (Path(__file__).parents[2] / "resources/style/article.css").read_text(encoding="utf-8")
    assert "#" not in css
