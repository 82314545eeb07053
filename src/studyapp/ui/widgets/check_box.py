"""A box to tick, at the theme's size and in its colours."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded

_BOX, _GAP, _HEIGHT = 15.0, 7.0, 28.0


class CheckBox(QCheckBox):
    """Behaves as the platform's; only its looks are ours."""

    def __init__(self, theme: Theme, text: str, size: float = 13, colour: str = "muted") -> None:
        super().__init__(text)
        self._theme, self._size, self._colour = theme, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit()
        theme.zoomed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Box and words in one line."""
        px = self._theme.px
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + px(_BOX) + px(_GAP) + px(6), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPointF) -> bool:  # type: ignore[override] # the stubs ask for QPoint alone
        """All of it can be pressed."""
        return self.rect().contains(round(pos.x()), round(pos.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick, words and focus."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        side = float(px(_BOX))
        box = QRectF(px(3), (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        fill = theme.colour("accent" if ticked else "surface")
        draw_rounded(
            painter, box, px(3), fill, theme.colour("accent" if ticked or self.underMouse() else "muted")
        )
        if ticked:
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.setPen(QPen(theme.colour("on-accent"), max(1.5, theme.px(1.6))))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in points]))
        painter.setFont(self.font())
        painter.setPen(theme.colour(self._colour))
        words = QRectF(box.right() + px(_GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(0, px(2), 0, -px(2))
            draw_rounded(painter, ring, px(6), None, theme.colour("accent"), max(2.0, px(1.5)))

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(self._size))
        self.updateGeometry()
