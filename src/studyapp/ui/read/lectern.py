"""Holds the open article: finds passages, follows the reader, shows terms, counts the time."""

from html import escape
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.term import Term
from studyapp.ids import ItemId
from studyapp.study.how_far import HowFar
from studyapp.study.quote_place import find_quote
from studyapp.study.reading_room import OpenArticle, Visit
from studyapp.study.term_marks import Glossary
from studyapp.study.text_anchor import Anchor, anchor_at, find_anchor
from studyapp.ui.read.article_html import page_html
from studyapp.ui.read.article_marks import Look
from studyapp.ui.read.article_view import ArticleView, Sheet
from studyapp.ui.read.coverage_strip import CoverageStrip
from studyapp.ui.read.eye import Eye
from studyapp.ui.read.find_bar import FindBar
from studyapp.ui.read.note_bar import NoteBar
from studyapp.ui.read.outside_link import OutsideLink, leads_outside
from studyapp.ui.read.place import Place
from studyapp.ui.read.reading_clock import ReadingClock
from studyapp.ui.read.term_card import TermCard
from studyapp.ui.read.term_links import SCHEME, TermLinks
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column, Row

_HOLD = 120
"""So many characters hold the place of an article that is being edited."""
_PASSAGE = Look(ground="warn-soft", text="text", line="warn")
"""The line tells it from a yellow highlight, whose ground is much like it in light."""
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress}


class Shelf(Protocol):
    """Where the article's pictures and terms come from."""

    def image(self, article: ItemId, name: str) -> bytes | None:
        """A picture of the article's pack."""
        ...

    def glossary(self, article: ItemId) -> Glossary:
        """Finds the terms of the article's pack."""
        ...

    def term(self, item: ItemId) -> Term:
        """A term."""
        ...


class Lectern(QWidget):
    """Shows one article and tells what the reader does with it."""

    linked = Signal(str)
    """The address in a link to another place, as the content wrote it."""
    linked_aside = Signal(str)
    """The same, to be opened in a tab of its own."""
    term_opened = Signal(object)
    """The ``Term`` whose passage is to be read."""
    heading_reached = Signal(int)
    """The reader is under another heading: its index, -1 before the first."""
    went_on = Signal()
    """Perhaps more, or less, of the article is behind the reader."""
    end_reached = Signal()
    """The last line has come into sight for the first time in this visit."""

    def __init__(self, theme: Theme, shelf: Shelf) -> None:
        super().__init__()
        self._theme, self._shelf = theme, shelf
        self.reading: OpenArticle | None = None
        self._here, self._ended = -1, False
        self._passage = "", ""
        self.how_far = HowFar()
        self.clock = ReadingClock()
        self.view = ArticleView(theme)
        self.eye = Eye(self.view, self.clock)
        self.strip = CoverageStrip(theme, self.view, self.eye)
        self.find_bar = FindBar(theme, self.view)
        self._notice = plain_label(theme, "", 13, "warn")
        self._notice.setContentsMargins(24, 8, 24, 8)
        self._notice.hide()
        column = Column(theme, self)
        for widget in (self.find_bar, self._notice):
            column.addWidget(widget)
        sheet = Row(theme)
        sheet.addWidget(self.view, 1)
        sheet.addWidget(self.strip)
        column.addLayout(sheet, 1)
        self.note_bar = NoteBar(theme)
        column.addWidget(self.note_bar)
        self._terms = TermLinks(self.view)
        self._card = TermCard(theme, self.view)
        FocusLead(self, self.view)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.view.linked.connect(self._follow)
        self.view.linked_aside.connect(self._follow_aside)
        self.view.highlighted.connect(self._show_term)
        self.view.link_focused.connect(self._show_focused_term)
        self.view.moved.connect(self._follow_reader)
        self.view.moved.connect(self._card.hide)
        self.view.jumped.connect(self._jump)
        self.eye.saw.connect(self._count_seen)
        self.find_bar.closed.connect(self.view.setFocus)
        self.note_bar.left.connect(self.view.setFocus)

    # -- showing

    def show_article(self, reading: OpenArticle, meta: str) -> None:
        """Open an article at its beginning."""
        item = reading.article.id
        if self.reading is None or self.reading.article.id != item:
            self.note_bar.hide()
        self.reading, self._here, self._ended = reading, -1, False
        self.clock.take()
        self._notice.hide()
        self._card.hide()
        self._terms.use(self._shelf.glossary(item))
        self.eye.use(reading.rendered)
        self.how_far = HowFar.taken_up(reading.reached, reading.position)

        def picture(name: str) -> bytes | None:
            return self._shelf.image(item, name)

        self.view.show_sheet(
            Sheet(page_html(reading, meta, self._theme.px(3)), reading.rendered.headings, picture)
        )
        self.went_on.emit()
        if self.find_bar.isVisible():
            self.find_bar.search()

    def renew(self, reading: OpenArticle, meta: str) -> None:
        """Show the same article with other figures around it, or edited; the place and the visit go on."""
        kept, ended, marked = self.view.top(), self._ended, self.view.spans("passage")
        how_far = self.how_far
        same = self.reading is not None and self.reading.rendered == reading.rendered
        held = None if same else self._held(kept)
        took = self.clock.take()
        self.show_article(reading, meta)
        self.clock.give_back(took)
        self._ended, self.how_far = ended, how_far
        self.went_on.emit()
        if same:
            self.view.mark("passage", marked, _PASSAGE)
        found = find_anchor(held, self.view.text.raw) if held is not None else None
        self.view.go_to(self.view.text.position(found[0]) if found else kept)

    def _held(self, top: int) -> Anchor | None:
        """The words at the upper edge, to be found again in another wording of the article."""
        text = self.view.text
        start = text.index(top)
        return anchor_at(text.raw, start, start + _HOLD) if top > 0 else None

    def begin_anew(self) -> None:
        """Nothing of the article is behind the reader any more."""
        self.how_far = HowFar().jumped()
        self.went_on.emit()

    def go(self, heading: str = "", quote: str = "", place: Place | None = None) -> None:
        """Mark a sentence; go to a place, else to that sentence, else to a heading or the beginning."""
        known = [each.id for each in self.reading.rendered.headings] if self.reading else []
        at = known.index(heading) if heading in known else -1
        span = self._span(quote, at) if quote else None
        self.view.mark("passage", [span] if span else (), _PASSAGE)
        self._passage = heading, quote
        if place is not None:
            at_line = round(place.share * self.view.size_in_characters())
            self.view.go_to(at_line, share=-place.by / max(1, self.view.viewport().height()))
        elif span:
            self.view.go_to_passage(span[0])
        elif at >= 0:
            self.view.go_to_heading(at)
        elif heading and self.reading and f'name="{escape(heading)}"' in self.reading.rendered.html:
            self._jump()
            self.view.scrollToAnchor(heading)
        elif heading:
            self.say(f"This article has no place called “{heading}”.")
        else:
            self.view.go_to(0)

    def say(self, sentence: str) -> None:
        """Tell something in one line above the article."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def show_words(self, title: str, text: str, way: str, position: int) -> None:
        """Show a few words beside a place of the article, until the reader moves on."""
        self._card.show_words(title, text, way, self.view.place_of(position))

    def finish_terms(self) -> None:
        """Mark now what is left to mark of the terms."""
        self._terms.finish()

    # -- asking

    def notice(self) -> str:
        """The line above the article; empty when there is none."""
        return self._notice.text() if self._notice.isVisible() else ""

    def term_shown(self) -> str:
        """The term that is explained at the moment."""
        return self._card.term() if self._card.isVisible() else ""

    def share(self) -> float:
        """The share (0–1) of the text above the window's upper edge."""
        return min(1.0, self.view.top() / max(1, self.view.size_in_characters()))

    def place(self) -> Place:
        """The same, to the pixel."""
        top = self.view.top()
        by = -self.view.place_of(top).top() if top else self.view.verticalScrollBar().value()
        return Place(self.share(), by)

    def passage(self) -> tuple[str, str]:
        """The marked sentence and the id of its heading, heading first; both empty when none is marked."""
        return self._passage if self.view.spans("passage") else ("", "")

    def heading(self) -> str:
        """The id of the heading that the reader is under; empty before the first."""
        at = self.view.heading_in_sight()
        return self.reading.rendered.headings[at].id if self.reading and at >= 0 else ""

    def here(self) -> str:
        """Article and heading that the reader is under, in words."""
        if self.reading is None:
            return ""
        at, title = self.view.heading_in_sight(), self.reading.article.title
        return f"{title} › {self.reading.rendered.headings[at].title}" if at >= 0 else title

    def visit(self) -> Visit:
        """How the article stands now; the time counted so far is taken."""
        took, seen = self.clock.take(), self.eye.take()
        return Visit(self.heading(), self.share(), took, self._ended, self.how_far.share, seen)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Reading begins."""
        super().showEvent(event)
        self.clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Reading pauses."""
        super().hideEvent(event)
        self.clock.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is done to the article shows that somebody reads."""
        if event.type() in _TOUCHES:
            self.clock.touch()
        return False

    @Slot()
    def _follow_reader(self) -> None:
        if self.reading is None:
            return
        here = self.view.heading_in_sight()
        if here != self._here:
            self._here = here
            self.heading_reached.emit(here)
        if not self.view.holds or (self.view.at_end() and self.view.top() > 0):
            self.how_far = self.how_far.moved(self.view.share())
        self.went_on.emit()
        if not self._ended and self.view.at_end():
            self._ended = True
            self.end_reached.emit()

    @Slot()
    def _jump(self) -> None:
        self.eye.seen()  # what was read before counts where it was read
        self.how_far = self.how_far.jumped()

    @Slot()
    def _count_seen(self) -> None:
        self.how_far = self.how_far.saw(self.view.share())
        self.went_on.emit()

    @Slot(str)
    def _follow(self, target: str) -> None:
        term = self._terms.term(target)
        if term is not None:
            self._card.hide()
            self.term_opened.emit(self._shelf.term(term[0]))
        elif leads_outside(QUrl(target)):
            OutsideLink(self._theme, QUrl(target), self.window()).present()
        elif not target.startswith(SCHEME):
            self.linked.emit(target)

    @Slot(str)
    def _follow_aside(self, target: str) -> None:
        if target.startswith("app:") and not target.startswith("app:#"):
            self.linked_aside.emit(target)
        else:
            self._follow(target)

    @Slot(QUrl)
    def _show_term(self, url: QUrl) -> None:
        self._show_focused_term(url.toString())

    @Slot(str)
    def _show_focused_term(self, target: str) -> None:
        found = self._terms.term(target)
        if found is None:
            self._card.hide()
            return
        self._card.show_term(self._shelf.term(found[0]), self.view.place_of(found[1]))

    def _span(self, quote: str, heading: int) -> tuple[int, int] | None:
        text = self.view.text
        start = text.index(text.headings[heading]) if heading >= 0 else 0
        found = find_quote(text.raw, quote, start) or find_quote(text.raw, quote)
        return (text.position(found[0]), text.position(found[1])) if found else None
