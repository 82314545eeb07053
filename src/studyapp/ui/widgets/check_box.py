"""A box to tick and a ring to choose, at the theme's size and in its colours."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # of Qt's classes only the platform's own button is to be among the bases

_BOX, _GAP, _HEIGHT = 15.0, 7.0, 28.0


class _Marked(_Button):
    """A mark and words in one line, at the theme's size; named before the platform's own button."""

    _theme: Theme
    _size: float

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return size_with_mark(self, self._theme)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint | QPointF) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(round(pos.x()), round(pos.y()))

    def _dress(self, theme: Theme, size: float) -> None:
        self._theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit()
        theme.zoomed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(self._size))
        self.updateGeometry()


class CheckBox(_Marked, QCheckBox):
    """Behaves as the platform's; only its looks are ours."""

    def __init__(self, theme: Theme, text: str, size: float = 13, colour: str = "muted") -> None:
        super().__init__(text)
        self._colour = colour
        self._dress(theme, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick, words and focus."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        box = draw_words_beside_mark(painter, self, theme, self._colour)
        ticked, side = self.isChecked(), box.width()
        fill = theme.colour("accent" if ticked else "surface")
        draw_rounded(
            painter, box, px(3), fill, theme.colour("accent" if ticked or self.underMouse() else "muted")
        )
        if ticked:
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.setPen(QPen(theme.colour("on-accent"), max(1.5, theme.px(1.6))))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in points]))


class RadioButton(_Marked, QRadioButton):
    """One of several, of which one is chosen; behaves as the platform's."""

    def __init__(self, theme: Theme, text: str, size: float = 14) -> None:
        super().__init__(text)
        self._dress(theme, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, dot, words and focus."""
        painter, theme = QPainter(self), self._theme
        box = draw_words_beside_mark(painter, self, theme, "text")
        chosen, side = self.isChecked(), box.width()
        edge = theme.colour("accent" if chosen or self.underMouse() else "muted")
        draw_rounded(painter, box, side / 2, theme.colour("surface"), edge)
        if chosen:
            dot = box.adjusted(side / 4, side / 4, -side / 4, -side / 4)
            draw_rounded(painter, dot, side / 4, theme.colour("accent"))


def size_with_mark(button: QAbstractButton, theme: Theme) -> QSize:
    """How large a mark and the words beside it are."""
    px = theme.px
    words = QFontMetricsF(button.font()).horizontalAdvance(button.text())
    return QSize(round(words) + px(_BOX) + px(_GAP) + px(6), px(_HEIGHT))


def draw_words_beside_mark(painter: QPainter, button: QAbstractButton, theme: Theme, colour: str) -> QRectF:
    """Draw the words of a button and its focus; the place of the mark before them."""
    px, side = theme.px, float(theme.px(_BOX))
    box = QRectF(px(3), (button.height() - side) / 2, side, side)
    painter.setFont(button.font())
    painter.setPen(theme.colour(colour))
    words = QRectF(box.right() + px(_GAP), 0, button.width(), button.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, button.text())
    if button.hasFocus():
        ring = QRectF(button.rect()).adjusted(0, px(2), 0, -px(2))
        draw_rounded(painter, ring, px(6), None, theme.colour("accent"), max(2.0, px(1.5)))
    return box
