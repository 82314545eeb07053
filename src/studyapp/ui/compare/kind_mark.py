"""The small shapes that tell a cell's kind and how it stands with the learner: the shape alone says it."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from studyapp.catalog.comparison import CellKind
from studyapp.study.cell_knowledge import CellState
from studyapp.ui.theme import Theme


def draw_kind(painter: QPainter, theme: Theme, kind: CellKind, box: QRectF) -> None:
    """A full diamond for a rule, an empty one for practice, a ring for a view, a dash for silence."""
    colour = theme.colour("muted")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, theme.px(1.2))))
    painter.setBrush(colour if kind is CellKind.RULE else Qt.BrushStyle.NoBrush)
    middle, half = box.center(), min(box.width(), box.height()) / 2
    if kind in (CellKind.RULE, CellKind.PRACTICE):
        corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    elif kind is CellKind.VIEW:
        painter.drawEllipse(middle, half - 0.5, half - 0.5)
    else:
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
    painter.restore()


def draw_state(painter: QPainter, theme: Theme, state: CellState, box: QRectF) -> None:
    """Two dots, one above the other: empty while unseen, one full when shaky, both when known."""
    full = {CellState.UNSEEN: 0, CellState.SHAKY: 1, CellState.KNOWN: 2}[state]
    colour = theme.colour({0: "muted", 1: "warn", 2: "good"}[full])
    radius = box.width() / 2 - 0.5
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, theme.px(1))))
    for number, top in enumerate((box.bottom() - box.width(), box.top())):
        painter.setBrush(colour if number < full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(box.center().x(), top + box.width() / 2), radius, radius)
    painter.restore()


def draw_disputed(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Two lines struck through: sources do not say the same."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("warn"), max(1.0, theme.px(1.2))))
    third = box.height() / 3
    for top in (box.top() + third, box.bottom() - third):
        painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))
    painter.drawLine(
        QPointF(box.left() + box.width() * 0.3, box.bottom()),
        QPointF(box.right() - box.width() * 0.3, box.top()),
    )
    painter.restore()


class MarkPictures:
    """The marks of kind, state and dispute below one another, each drawn when it is first asked for."""

    def __init__(self, theme: Theme, side: int, ratio: float) -> None:
        """``side`` is their width in pixels, besides a pixel of air on each side."""
        self._theme, self._side, self._ratio = theme, side, ratio
        self._kept: dict[tuple[CellKind, CellState, bool], QPixmap] = {}

    def of(self, kind: CellKind, state: CellState, disputed: bool) -> QPixmap:
        """The marks of one cell."""
        key = kind, state, disputed
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._drawn(*key)
        return kept

    def _drawn(self, kind: CellKind, state: CellState, disputed: bool) -> QPixmap:
        theme, side = self._theme, self._side
        dot = side * 0.72
        left, middle = 1 + (side - dot) / 2, side + 3 + dot * 0.4
        below = middle + 2.3 * dot + 3
        picture = QPixmap(
            QSize(side + 2, ceil(below + (side + theme.px(2) if disputed else 0))) * self._ratio
        )
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_kind(painter, theme, kind, QRectF(1, 1, side, side))
        draw_state(painter, theme, state, QRectF(left, middle, dot, 2.3 * dot))
        if disputed:
            draw_disputed(painter, theme, QRectF(1, below, side, side))
        painter.end()
        return picture
