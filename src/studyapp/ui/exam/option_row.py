"""One option to choose: a radio button where one is asked, a check box where several are."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studyapp.ui.exam.inline_text import InlineDocument, fits
from studyapp.ui.exam.kept_frame import draw_kept
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, pictured, whole
from studyapp.ui.widgets.own_keys import keeps
from studyapp.ui.widgets.scroll import bring_into_sight, lay_out_now


class Verdict(Enum):
    """What an option turned out to be."""

    OPEN = auto()
    RIGHT_CHOSEN = auto()
    RIGHT_MISSED = auto()
    WRONG_CHOSEN = auto()
    WRONG_LEFT = auto()


@dataclass(frozen=True, slots=True)
class _Dress:
    fill: str
    border: str
    icon: str
    words: str


_MARKED = {
    Verdict.RIGHT_CHOSEN: _Dress("good-soft", "good", "check", "Right, and you chose it"),
    Verdict.RIGHT_MISSED: _Dress("surface", "good", "check", "Right, but you did not choose it"),
    Verdict.WRONG_CHOSEN: _Dress("bad-soft", "bad", "cross", "Wrong, and you chose it"),
    Verdict.WRONG_LEFT: _Dress("surface", "line", "cross", "Wrong, and you left it"),
}
_PAD, _BOX, _GAP = 16.0, 16.0, 12.0
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PRESS = _ENTER | {Qt.Key.Key_Space}
_LINK = "Passage ›"
_WALKED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class OptionRow(QAbstractButton):
    """A rounded row with a box, the option's text and, once marked, what it turned out to be and why.

    Once marked, pressing it chooses nothing: it leads to the passage that proves the reason.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = InlineDocument(theme, 14)
        self._reason = InlineDocument(theme, 13)
        self._verdict = Verdict.OPEN
        self._picture: QPixmap | None = None
        self._known: tuple[int, int] | None = None
        self._single = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.zoomed.connect(self._fit)
        theme.changed.connect(self._forget)

    def paint_ahead(self) -> None:
        """Out of sight: paint an option that nobody has chosen as it will look, at the present size."""
        if self._verdict is Verdict.OPEN and not self.isChecked():
            self._picture = pictured(self, self.size(), self._theme.colour("surface"), self._draw_open)

    def show_option(self, html: str, *, single: bool, chosen: bool) -> None:
        """Show an option that can be chosen."""
        if self._verdict is not Verdict.OPEN:
            self._verdict = Verdict.OPEN
            self.setAccessibleDescription("")
        self._known = self._picture = None
        self._text.set_html(html)
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(single)
        if (
            self.focusPolicy() != Qt.FocusPolicy.StrongFocus
        ):  # Qt lets Tab come to one radio button of a group only
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._text.plain())
        self.updateGeometry()
        self.update()

    def show_marked(self, html: str, reason: str, verdict: Verdict, *, single: bool, chosen: bool) -> None:
        """Show a marked option with its reason; pressing it leads to the passage now."""
        self.show_option(html, single=single, chosen=chosen)
        self._single = single
        self.setAutoExclusive(False)  # Tab comes to each, and arrow keys choose none
        self._verdict = verdict
        self._known = None
        self._reason.set_html(reason)
        words = _MARKED[verdict].words
        self.setAccessibleName(f"{words}: {self._text.plain()}")
        self.setAccessibleDescription(f"{self._reason.plain()} Enter opens the passage that proves it.")
        self.updateGeometry()

    @property
    def marked(self) -> bool:
        """Whether it shows what it turned out to be, and leads to its passage."""
        return self._verdict is not Verdict.OPEN

    def nextCheckState(self) -> None:
        """What is marked stays as it was chosen."""
        if not self.marked:
            super().nextCheckState()

    def heightForWidth(self, width: int) -> int:
        """The height that text and reason need."""
        if self._known is not None and self._known[0] == width:
            return self._known[1]
        room, px = self._room(width), self._theme.px
        height = self._text.height(room)
        if self.marked:
            height += px(6) + self._line() + px(2) + self._reason.height(room)
        self._known = width, _height(height, self._theme)
        return self._known[1]

    def sizeHint(self) -> QSize:
        """Any width."""
        width = max(self.width(), self._theme.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(self._theme.px(160), self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row in its state."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        untouched = self._verdict is Verdict.OPEN and not self.isChecked() and not self.underMouse()
        if untouched and self._picture is not None and fits(self._picture, self):
            painter.drawPixmap(0, 0, self._picture)
        elif untouched:
            self._draw_open(painter)
        else:
            self._draw_touched(painter)
        if self.hasFocus():
            draw_rounded(painter, whole(self), px(8), None, theme.colour("accent"), max(2.0, px(2)))

    def event(self, event: QEvent) -> bool:
        """What is marked keeps the keys that press it; until then they are the page's."""
        return (self.marked and keeps(event, _PRESS)) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight where Tab or an arrow key led here; Qt scrolls for Tab alone."""
        super().focusInEvent(event)
        if event.reason() in _WALKED:
            lay_out_now()
            bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the passage. Arrow keys lead to where the options lie now, after a turn of the page too."""
        if event.key() in _ENTER and self.marked:
            self.click()
            return
        if event.key() in _ARROWS:
            lay_out_now()
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Answer the pointer."""
        super().leaveEvent(event)
        self.update()

    def _draw_open(self, painter: QPainter) -> None:
        """Draw an option that nobody has chosen or points at."""
        theme, px = self._theme, self._theme.px
        draw_kept(painter, whole(self), px(8), theme.colour("surface"), theme.colour("line"))
        self._draw_box(painter, single=self.autoExclusive(), checked=False)
        self._text.draw(painter, QPointF(px(_PAD + _BOX + _GAP), px(_PAD)), self._room(self.width()))

    def _draw_touched(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        dress = self._dress()
        fill = theme.colour(dress.fill)
        if self._verdict is Verdict.OPEN and self.underMouse() and not self.isChecked():
            fill = theme.mixed("surface", "text", 0.97)
        draw_kept(painter, whole(self), px(8), fill, theme.colour(dress.border))
        room, left = self._room(self.width()), px(_PAD + _BOX + _GAP)
        single = self._single if self.marked else self.autoExclusive()
        self._draw_box(painter, single=single, checked=self.isChecked())
        self._text.draw(painter, QPointF(left, px(_PAD)), room)
        if self.marked:
            self._draw_verdict(painter, dress, left, room)

    def _dress(self) -> _Dress:
        if self.marked:
            return _MARKED[self._verdict]
        return (
            _Dress("accent-soft", "accent", "", "") if self.isChecked() else _Dress("surface", "line", "", "")
        )

    def _draw_box(self, painter: QPainter, *, single: bool, checked: bool) -> None:
        theme, px = self._theme, self._theme.px
        side = px(_BOX)
        middle = px(_PAD) + self._text_line() / 2
        box = QRectF(px(_PAD), middle - side / 2, side, side)
        radius = side / 2 if single else px(4)
        if not checked:
            draw_rounded(
                painter, box, radius, theme.colour("surface"), theme.colour("muted"), max(1.0, px(1.2))
            )
            return
        draw_rounded(painter, box, radius, theme.colour("accent"))
        if single:
            inner = box.adjusted(side * 0.32, side * 0.32, -side * 0.32, -side * 0.32)
            draw_rounded(painter, inner, side, theme.colour("on-accent"))
        else:
            theme.draw_icon(painter, "check", box.adjusted(1, 1, -1, -1), "on-accent")

    def _draw_verdict(self, painter: QPainter, dress: _Dress, left: float, room: float) -> None:
        theme, px = self._theme, self._theme.px
        top = px(_PAD) + self._text.height(room) + px(6)
        tone = dress.border if dress.border != "line" else "muted"
        icon = QRectF(left, top, self._line(), self._line())
        theme.draw_icon(painter, dress.icon, icon, tone)
        painter.setFont(theme.font(12.5, bold=True))
        painter.setPen(theme.colour(tone))
        words = QRectF(icon.right() + px(4), top, room - icon.width() - px(4), self._line())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, dress.words)
        self._draw_link(painter, words, dress.words)
        self._reason.draw(painter, QPointF(left, top + self._line() + px(2)), room)

    def _draw_link(self, painter: QPainter, line: QRectF, words: str) -> None:
        """At the end of the line of the verdict; in a narrow row only its arrow, or nothing."""
        room = line.width() - painter.fontMetrics().horizontalAdvance(words) - self._theme.px(12)
        font = self._theme.font(12.5)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        wide = painter.fontMetrics().horizontalAdvance
        link = next((each for each in (_LINK, _LINK[-1]) if wide(each) <= room), "")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, link)

    def _room(self, width: int) -> float:
        px = self._theme.px
        return max(1.0, width - px(_PAD + _BOX + _GAP) - px(_PAD))

    def _line(self) -> float:
        return float(self._theme.px(18))

    def _text_line(self) -> float:
        return self.fontMetrics().height()

    @Slot()
    def _forget(self) -> None:
        self._picture = None

    @Slot()
    def _fit(self) -> None:
        self._picture = self._known = None
        self._text.fit()
        self._reason.fit()
        self.updateGeometry()
        self.update()


def _height(text: float, theme: Theme) -> int:
    return round(text + 0.49) + 2 * theme.px(_PAD)
