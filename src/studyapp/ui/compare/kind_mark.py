"""The small shape that tells a cell's kind: the shape alone says it, the word stands in the panel."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

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


def kind_pictures(theme: Theme, side: int, ratio: float) -> dict[CellKind, QPixmap]:
    """Each mark drawn once, ``side`` pixels wide with a pixel of air, for a screen of this scale."""
    found = {}
    for kind in CellKind:
        picture = QPixmap(QSize(side + 2, side + 2) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_kind(painter, theme, kind, QRectF(1, 1, side, side))
        painter.end()
        found[kind] = picture
    return found
