"""The small shape that tells a cell's kind: the shape alone says it, the word stands in the panel and the legend."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from studyapp.catalog.comparison import CellKind
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
