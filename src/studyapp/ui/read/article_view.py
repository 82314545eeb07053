"""The article itself: one calm column that keeps its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from studyapp.catalog.article import Heading
from studyapp.ui.read.article_document import ArticleDocument, Picture, Pictures
from studyapp.ui.read.article_marks import ArticleMarks, Look, Span, cursor_over
from studyapp.ui.read.article_style import article_css, article_font, column_width
from studyapp.ui.read.article_text import ArticleText, read_text
from studyapp.ui.read.scroll_keys import move_for
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_SIDE, _TOP, _BOTTOM, _INDENT = 24.0, 28.0, 80.0, 24.0
_PASSAGE_AT = 0.25
"""A passage that was asked for lands this share of the window's height below its upper edge."""
_EYE_AT = 0.4
"""The reader is under the last heading above this share of the window's height."""

_HEAD = 2
"""Paragraphs before the article's own: the small print and the title."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the view shows: HTML with the title, the outline, and where pictures come from."""

    html: str
    headings: tuple[Heading, ...]
    picture: Picture


class ArticleView(QTextBrowser):
    """Shows one article. Positions are Qt's: UTF-16 units from the document's beginning."""

    linked = Signal(str)
    """The target of a link that was followed, as the content wrote it."""
    linked_aside = Signal(str)
    """The target of a link that is to be opened beside this article: middle click, Ctrl and click, Ctrl and Enter."""
    link_focused = Signal(str)
    """Tab has reached a link: its target, or nothing when it went on to another widget."""
    moved = Signal()
    """Another part of the article is in sight."""
    jumped = Signal()
    """A passage or a heading is about to be brought into sight."""
    laid_out = Signal()
    """The document is another: a new article, theme or zoom."""
    rested = Signal(int)
    """The pointer rests over the text at this position."""
    menu_asked = Signal(QPoint)
    """A menu of what can be done is wanted at this place of the screen."""
    settled = Signal()
    """That document has been painted for the first time; now there is time for what can wait."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = column_width(theme)
        self._sheet: Sheet | None = None
        self._article: ArticleDocument | None = None
        self._next: ArticleDocument | None = None
        self._text: ArticleText | None = None
        self._fresh = False
        self._held: tuple[int, float] | None = None
        self._marks = ArticleMarks(self, theme)
        quiet_scroll_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setSearchPaths([])
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Article")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.anchorClicked.connect(self._tell_link)
        self.verticalScrollBar().valueChanged.connect(self._move)
        theme.changed.connect(self._redress)
        theme.zoomed.connect(self._redress)

    @property
    def text(self) -> ArticleText:
        """The open document's text; empty when nothing is open."""
        if self._text is None:
            headings = self._sheet.headings if self._sheet else ()
            self._text = read_text(self.document().toRawText(), headings)
        return self._text

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another article from its beginning."""
        self._sheet = sheet
        self._marks.forget()
        self._lay_out()

    # -- where the reader is

    def top(self) -> int:
        """The position of the first character in sight; 0 at the very beginning."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self._position_at(self._theme.px(4))

    def in_sight(self) -> Span:
        """The positions of the first and the last character in sight."""
        return self.top(), self._position_at(self.viewport().height() - self._theme.px(4))

    def share(self) -> float:
        """How much of the way from the article's beginning to its end was scrolled: 0 to 1."""
        bar = self.verticalScrollBar()
        return 1.0 if self.at_end() else bar.value() / (bar.maximum() - self._theme.px(_BOTTOM))

    @property
    def holds(self) -> bool:
        """Whether the place is one that was asked for, from which the reader has not moved since."""
        return self._held is not None

    def at_end(self) -> bool:
        """Whether the article's last line is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - self._theme.px(_BOTTOM)

    def heading_in_sight(self) -> int:
        """Which heading the reader is under: an index, -1 before the first."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if self._held is not None and self._held[0] > 0:
            return self.text.heading_at(self._held[0])
        if bar.maximum() == 0:
            return min(0, len(self.text.headings) - 1)
        end = bar.value() >= bar.maximum()
        return self.text.heading_at(
            self._position_at(height - self._theme.px(_BOTTOM) if end else round(height * _EYE_AT))
        )

    def go_to(self, position: int, *, share: float = 0.0) -> None:
        """Bring a position to ``share`` of the window's height, and hold it there until the reader moves."""
        top = 0
        if position > 0:
            top = self.place_of(position).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() * share))
        self._held = (position, share)

    def go_to_heading(self, index: int) -> None:
        """Bring a heading to the top."""
        self.jumped.emit()
        self.go_to(self.text.headings[index], share=self._theme.px(16) / max(1, self.viewport().height()))

    def go_to_passage(self, start: int) -> None:
        """Bring a marked passage to where the eye rests."""
        self.jumped.emit()
        self.go_to(start, share=_PASSAGE_AT)

    def size_in_characters(self) -> int:
        """The last position of the document."""
        return max(0, self.document().characterCount() - 1)

    # -- marks

    def mark(self, layer: str, spans: Sequence[Span], look: Look) -> None:
        """Mark spans (positions) of one layer, replacing what the layer held. Layers named later lie on top."""
        self.show_layers({layer: (spans, look)})

    def show_layers(self, layers: Mapping[str, tuple[Sequence[Span], Look]]) -> None:
        """Mark the spans of several layers at once."""
        self._marks.keep(layers)

    def spans(self, layer: str) -> tuple[Span, ...]:
        """What a layer marks."""
        return self._marks.spans(layer)

    def make_link(self, span: Span, target: str) -> None:
        """Turn plain words into a quiet link; they keep their look but for a dotted line."""
        shape = QTextCharFormat()
        shape.setAnchor(True)
        shape.setAnchorHref(target)
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shape.setUnderlineColor(self._theme.colour("muted"))
        self._cursor(*span).mergeCharFormat(shape)

    def selection(self) -> Span | None:
        """What is selected, else the marked passage where it is in sight and no caret says otherwise; or None."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart(), cursor.selectionEnd()
        marked = () if self.has_caret else self.spans("passage")
        return next(filter(self.shows, marked), None)

    def shows(self, span: Span) -> bool:
        """Whether any of a span is in sight."""
        first, last = self.in_sight()
        return span[0] <= last and first <= span[1]

    def selected_text(self) -> str:
        """What is selected, or marked as the passage, as plain text."""
        span = self.selection()
        return self._cursor(*span).selection().toPlainText().strip() if span else ""

    def selected_markdown(self) -> str:
        """The same as Markdown."""
        span = self.selection()
        return self._cursor(*span).selection().toMarkdown().strip() if span else ""

    def select(self, span: Span) -> None:
        """Select a span, or put the caret where an empty one stands; nothing scrolls."""
        place = self.verticalScrollBar().value()
        self.setTextCursor(self._cursor(*span))
        self.verticalScrollBar().setValue(place)

    @property
    def has_caret(self) -> bool:
        """Whether the arrow keys move a caret, so that text is selected with the keyboard."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def set_caret(self, *, on: bool) -> None:
        """Let the arrow keys move a caret from the first line in sight, or scroll again."""
        place, flag = self.verticalScrollBar().value(), Qt.TextInteractionFlag.TextSelectableByKeyboard
        if on and not self.textCursor().hasSelection():
            self.setTextCursor(self._cursor(self.top(), self.top()))
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | flag if on else flags & ~flag)
        self.clearFocus()  # the caret is shown on the next focus only
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(place)

    def is_running_text(self, position: int) -> bool:
        """Whether the character after a position stands in no heading, link or code."""
        cursor = self._cursor(position, position + 1)
        shape = cursor.charFormat()
        heading = cursor.blockNumber() < _HEAD or cursor.blockFormat().headingLevel()
        return not (heading or shape.isAnchor() or shape.fontFixedPitch())

    def place_of(self, position: int) -> QRect:
        """Where a position is in the view."""
        return self.cursorRect(self._cursor(position, position))

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column and the place."""
        narrower = event.oldSize().width() != event.size().width()
        if narrower and self._held is None and self._article is not None:
            self._held = (self.top(), 0.0)
        held, self._held = self._held, None
        super().resizeEvent(event)
        if narrower:
            self._set_sides()
        if held is not None:
            self.go_to(held[0], share=held[1])
        self._tell_moved()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt brings the caret into sight when it is shown first; the place that was asked for stays."""
        held = self._held
        super().showEvent(event)
        if held is not None:
            self.go_to(held[0], share=held[1])

    def changeEvent(self, event: QEvent) -> None:
        """The article has a font of its own; the application's, which the zoom alters, must not take its place."""
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when a document is on the screen."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self, self._settle)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes from link to link, terms among them."""
        went = super().focusNextPrevChild(next)
        cursor = self.textCursor()
        self.link_focused.emit(cursor.charFormat().anchorHref() if went and cursor.hasSelection() else "")
        return went

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.rested.emit(self.cursorForPosition(event.pos()).position())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our own menu, at the caret when it was asked for by a key."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_asked.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons that lead back and forward are the window's."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A middle click on a link, or a click with Ctrl, opens it aside."""
        target = self.anchorAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if target and (middle or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.linked_aside.emit(target)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pages down as in any reader, Shift with it goes back; Ctrl with Home and End goes as far as they do."""
        move = None if self.has_caret else move_for(event)
        if move is not None:
            self.verticalScrollBar().triggerAction(move)
            return
        target = self.textCursor().charFormat().anchorHref() if self.textCursor().hasSelection() else ""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and target and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.linked_aside.emit(target)
            return
        super().keyPressEvent(event)

    @Slot(QUrl)
    def _tell_link(self, url: QUrl) -> None:
        self.linked.emit(url.toString())

    @Slot()
    def _move(self) -> None:
        self._held = None
        self._tell_moved()

    @Slot()
    def _settle(self) -> None:
        self.settled.emit()
        self._tell_moved()
        self._empty()

    def _tell_moved(self) -> None:
        if self._article is not None and not self._fresh:
            self.moved.emit()

    @Slot()
    def _redress(self) -> None:
        self._next, self._column = None, column_width(self._theme)
        if self._sheet is None:
            return
        kept = self.top()
        self._lay_out()
        self._marks.draw()
        self.go_to(kept)

    def _lay_out(self) -> None:
        if self._sheet is None:
            return
        self._text, self._fresh = None, True
        zoom = self._theme.zoom / 100
        pictures = Pictures(self._sheet.picture, self._column, self.devicePixelRatioF(), zoom)
        article, self._next = self._empty(), None
        article.fill(self._sheet.html, pictures)
        old, self._article = self._article, article
        self._set_sides()
        article.set_width(self.viewport().width())
        self.setDocument(article)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)
        self.verticalScrollBar().setSingleStep(self._theme.px(40))
        self.laid_out.emit()

    def _empty(self) -> ArticleDocument:
        """The document for the next article: made while somebody reads, so that no switch waits for its style."""
        if self._next is None:
            font, indent = article_font(self._theme), self._theme.px(_INDENT)
            self._next = ArticleDocument(article_css(self._theme), font, indent)
        return self._next

    def _set_sides(self) -> None:
        if self._article is not None:
            room = self.viewport().width() - self._column
            px = self._theme.px
            side = max(px(_SIDE), round(room / 2))
            self._article.set_sides(side, side, px(_TOP), px(_BOTTOM))

    def _position_at(self, y: int) -> int:
        return self.cursorForPosition(QPoint(self.viewport().width() // 2, y)).position()

    def _cursor(self, start: int, stop: int) -> QTextCursor:
        return cursor_over(self.document(), start, stop)
