"""The few shapes that our own widgets paint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from studyapp.ui.cheap import brush, pen


def draw_rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box; the border lies wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if border is not None else 0.0
    shape = QPainterPath()
    shape.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    if fill is not None:
        painter.fillPath(shape, brush(fill))
    if border is not None:
        painter.strokePath(shape, pen(border, width))


def whole(widget: QWidget) -> QRectF:
    """The widget's rectangle in its own coordinates."""
    return QRectF(widget.rect())
