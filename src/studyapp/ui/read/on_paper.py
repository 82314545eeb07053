"""An article as it goes on paper: light, at 100 %, without what only a window can follow."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextDocument

from studyapp.catalog.article import Heading
from studyapp.study.reading_room import OpenArticle
from studyapp.ui.paper.contents import Entry
from studyapp.ui.paper.sheet import Sheet
from studyapp.ui.read.article_document import ArticleDocument, Pictures
from studyapp.ui.read.article_html import page_html
from studyapp.ui.read.article_style import article_css, article_font
from studyapp.ui.theme import Theme

_HEAD = 1
"""The number of the title's block: the contents follow it."""
_FEW, _MANY = 3, 40
"""With fewer headings there are no contents; with more only the upper levels are listed."""
_INDENT, _WIDEST, _SHARP = 24.0, 640.0, 3.0
_PLACE = re.compile(r'<a href="app:(#[^"]*)">')
_BOTH = re.compile(r'<a name="([^"]*)"></a>(?=<a href)')
"""A named place that is a link as well, such as the number of a footnote: a PDF would keep only the link."""
_LINK = re.compile(r'<a href="app:[^"]*">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Print:
    """What is needed to lay an article out, anywhere and at any time: ``light`` is the theme of paper."""

    reading: OpenArticle
    meta: str
    foot: str
    light: Theme
    picture: Callable[[str], bytes | None]

    def document(self) -> QTextDocument:
        """A fresh document; it may be made and printed away from the window."""
        alone = replace(self.reading, before=None, after=None)
        html = page_html(alone, self.meta, self.light.px(3))
        pictures = Pictures(self.picture, _WIDEST, _SHARP)
        document = ArticleDocument(article_css(self.light), article_font(self.light), _INDENT)
        document.fill(inside_links(html), pictures)
        return document

    @property
    def sheet(self) -> Sheet:
        """Its running title and contents."""
        return Sheet(
            self.reading.article.title,
            self.foot,
            contents=contents(self.reading.rendered.headings),
            contents_after=_HEAD,
        )


def contents(headings: tuple[Heading, ...]) -> tuple[Entry, ...]:
    """The headings worth a line at the head of the printed article."""
    if len(headings) < _FEW:
        return ()
    top = min(heading.level for heading in headings)
    deepest = top + 1 if len(headings) <= _MANY else top
    return tuple(
        Entry(heading.title, heading.id, heading.level - top)
        for heading in headings
        if heading.level <= deepest
    )


def inside_links(html: str) -> str:
    """Links to places of the article lead there on paper too; those to other articles are plain words."""
    inside = _LINK.sub(r"\1", _PLACE.sub(r'<a href="\1">', html))
    return _BOTH.sub('<a name="\\1">\u200b</a>', inside)
