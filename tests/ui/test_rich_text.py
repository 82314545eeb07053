"""Rendered content in a widget: as tall as it needs to be, and unable to open anything."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.exam.inline_text import InlineDocument
from studyapp.ui.paper.document import PaperDocument
from studyapp.ui.read.article_document import ArticleDocument, Pictures
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.rich_text import RichText
from tests.tools.opened_files import opened_files

LONG = "<p>" + "words that wrap and wrap again " * 12 + "</p>"


@pytest.fixture
def holder(theme: Theme) -> QWidget:
    made = QWidget()
    Column(theme, made)
    made.resize(400, 300)
    return made


def put(holder: QWidget, text: RichText, html: str) -> RichText:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(text)
    text.set_html(html)
    holder.show()
    QApplication.processEvents()
    return text


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "icon.png", "http://example.org/x.png", "//host/x.png"]
)
def test_nothing_that_content_names_is_loaded(address: str, theme: Theme) -> None:
    got = RichText(theme).loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
    assert got.size() == QSize(1, 1)  # with none at all Qt opens the file itself


def test_no_kind_of_rich_text_opens_a_picture_by_its_path(
    theme: Theme, holder: QWidget, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"no picture")
    html = f'<p>a <img src="{picture}"> <img src="{picture.as_uri()}"> b</p>'
    with opened_files([picture]) as opened:
        put(holder, RichText(theme), html).prepare(html)
        inline = InlineDocument(theme, 14)
        inline.set_html(html)
        inline.height(200)
        PaperDocument(theme, html).size()
        article = ArticleDocument("", theme.font(14), 20)
        article.fill(html, Pictures(lambda name: b"no picture", 300))
        article.set_width(300)
        article.size()
        QApplication.processEvents()
    assert opened == []


def test_it_is_as_tall_as_its_text_at_its_width(theme: Theme, holder: QWidget) -> None:
    text = put(holder, RichText(theme), LONG)
    assert text.height() >= text.document().size().height() > 60
    assert not text.verticalScrollBar().isVisible()


def test_another_zoom_makes_it_taller(theme: Theme, holder: QWidget) -> None:
    text = put(holder, RichText(theme), LONG)
    before = text.height()
    theme.set_zoom(200)
    assert text.height() > 2 * before


def test_links_get_the_accent_of_the_new_theme(theme: Theme, holder: QWidget) -> None:
    text = put(holder, RichText(theme), '<p><a href="app:x">link</a></p>')
    theme.set_mode("dark")
    block = text.document().begin()
    assert block.begin().fragment().charFormat().foreground().color() == theme.colour("accent")


def test_out_of_sight_it_is_dressed_anew_only_when_it_comes_back(theme: Theme, holder: QWidget) -> None:
    text = put(holder, RichText(theme), '<p><a href="app:x">link</a></p>')
    text.hide()
    theme.set_mode("dark")
    before = text.document().begin().begin().fragment().charFormat().foreground().color()
    text.show()
    after = text.document().begin().begin().fragment().charFormat().foreground().color()
    assert (before, after) != (after, before)
    assert after == theme.colour("accent")


def test_a_link_is_told_and_not_followed(theme: Theme, holder: QWidget) -> None:
    text = put(holder, RichText(theme), '<p><a href="app:owner">link</a></p>')
    told: list[str] = []
    text.anchorClicked.connect(lambda url: told.append(url.toString()))
    text.anchorClicked.emit(QUrl("app:owner"))
    assert (told, text.source().isEmpty()) == (["app:owner"], True)


def test_size_and_weight_follow_the_zoom_at_once(holder: QWidget, theme: Theme) -> None:
    text = RichText(theme, 22, bold=True)
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(text)
    text.set_html("<p>Big</p>")
    holder.show()
    theme.set_zoom(150)
    QApplication.processEvents()
    font = text.document().defaultFont()
    assert (font.bold(), font.pixelSize()) == (True, theme.px(22))
