"""The triangle before a title that folds."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from studyapp.ui.theme import Theme


def draw_triangle(painter: QPainter, theme: Theme, middle: QPointF, *, down: bool) -> None:
    """The mark before a title that folds: pointing down when unfolded, right when folded."""
    long, short = float(theme.px(4)), theme.px(2.5)
    corners = (
        (QPointF(-long, -short), QPointF(long, -short), QPointF(0, short + 1))
        if down
        else (QPointF(-short, -long), QPointF(-short, long), QPointF(short + 1, 0))
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()
