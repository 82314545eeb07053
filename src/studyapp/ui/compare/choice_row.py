"""One choice of an exercise: its key, its words, and, once marked, what it turned out to be."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.key_cap import draw_key_cap, key_cap_size

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PAD, _GAP, _LOWEST, _TALLEST = 14.0, 12.0, 42.0, 10_000


class Fate(Enum):
    """What a choice is, or turned out to be."""

    OPEN = auto()
    TAKEN = auto()
    RIGHT = auto()
    WRONG = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class _Dress:
    fill: str
    border: str
    icon: str
    words: str


_DRESSES = {
    Fate.OPEN: _Dress("surface", "line", "", ""),
    Fate.TAKEN: _Dress("accent-soft", "accent", "", ""),
    Fate.RIGHT: _Dress("good-soft", "good", "check", "Right"),
    Fate.WRONG: _Dress("bad-soft", "bad", "cross", "Your answer"),
    Fate.LEFT: _Dress("surface", "line", "", ""),
}


class ChoiceRow(QAbstractButton):
    """A rounded row that is pressed once; ``tag`` stands at its right end, such as the role it was given to."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self.number = theme, number
        self._fate, self._tag = Fate.OPEN, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.zoomed.connect(self._fit)

    def show_choice(self, text: str, fate: Fate = Fate.OPEN, tag: str = "") -> None:
        """Show a choice as it stands."""
        self._fate, self._tag = fate, tag
        self.setText(text)
        words = _DRESSES[fate].words
        self.setAccessibleName(f"{words}: {text}" if words else text)
        told = f"given to {tag}" if tag else ""
        self.setAccessibleDescription(told or f"key {self.number}")
        self.setEnabled(fate in (Fate.OPEN, Fate.TAKEN))
        self.updateGeometry()
        self.update()

    @property
    def fate(self) -> Fate:
        """What the choice turned out to be."""
        return self._fate

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        room = QRect(0, 0, max(1, round(self._room(width))), _TALLEST)
        text = QFontMetrics(self._theme.font(15)).boundingRect(room, _WRAP, self.text())
        return max(self._theme.px(_LOWEST), text.height() + 2 * self._theme.px(11))

    def sizeHint(self) -> QSize:
        """Any width."""
        width = max(self.width(), self._theme.px(260))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(self._theme.px(160), self._theme.px(_LOWEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        dress = _DRESSES[self._fate]
        fill = theme.colour(dress.fill)
        if self.isEnabled() and self.underMouse():
            fill = theme.mixed(dress.fill, "text", 0.96)
        draw_rounded(painter, whole(self), px(8), fill, theme.colour(dress.border))
        if self.hasFocus():
            draw_rounded(painter, whole(self), px(8), None, theme.colour("accent"), max(2.0, px(2)))
        self._draw_key(painter, dress)
        text = QRectF(self._left(), 0, self._room(self.width()), self.height())
        painter.setFont(theme.font(15))
        painter.setPen(theme.colour("muted" if self._fate is Fate.LEFT else "text"))
        painter.drawText(text, _WRAP, self.text())
        self._draw_end(painter, dress)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Answer the pointer."""
        super().leaveEvent(event)
        self.update()

    def _draw_key(self, painter: QPainter, dress: _Dress) -> None:
        theme, px = self._theme, self._theme.px
        cap = key_cap_size(theme, str(self.number))
        place = QRectF(px(_PAD), (self.height() - cap.height()) / 2, cap.width(), cap.height())
        if dress.icon:
            side = float(px(18))
            middle = place.center()
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            theme.draw_icon(painter, dress.icon, box, dress.border)
        elif self._fate is not Fate.LEFT:
            draw_key_cap(painter, self, theme, place, str(self.number))

    def _draw_end(self, painter: QPainter, dress: _Dress) -> None:
        words = self._tag or dress.words
        if not words:
            return
        theme, px = self._theme, self._theme.px
        width = self._end_width()
        place = QRectF(self.width() - px(_PAD) - width, 0, width, self.height())
        painter.setFont(theme.font(12.5, bold=True))
        painter.setPen(theme.colour(dress.border if dress.words else "accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _left(self) -> float:
        return self._theme.px(_PAD) + key_cap_size(self._theme, "8").width() + self._theme.px(_GAP)

    def _room(self, width: int) -> float:
        end = self._end_width()
        right = self._theme.px(_PAD) + (end + self._theme.px(_GAP) if end else 0)
        return max(1.0, width - self._left() - right)

    def _end_width(self) -> float:
        words = self._tag or _DRESSES[self._fate].words
        return self._theme.text_size(words, 12.5, bold=True).width() + 1.0 if words else 0.0

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
