"""The few shapes that our own widgets paint."""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from studyapp.ui.cheap import brush, pen

CLEAR: Final = QColor(0, 0, 0, 0)
_Look = tuple[float, float, float, int, int, float, float]
_LARGEST: Final = 90_000
"""Boxes of more square pixels are painted each time: a picture of one would take more memory than it is worth."""
_KEPT: Final = 256
_pictures: Final[dict[_Look, QPixmap | None]] = {}
"""Boxes as they were painted before, by their look; None after the first time, a picture from the second on."""


def draw_rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box; the border lies wholly inside ``rect``.

    A box that is painted again, as those of buttons and keys are with every card, comes from a picture.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # callers go on drawing
    x, y, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
    if not 0 < wide * high <= _LARGEST or not (x.is_integer() and y.is_integer()):
        _paint(painter, rect, radius, fill, border, width)
        return
    look = (
        wide,
        high,
        radius,
        -1 if fill is None else fill.rgba(),
        -1 if border is None else border.rgba(),
        width,
        painter.device().devicePixelRatio(),
    )
    picture = _pictures.get(look)
    if picture is None:
        _paint(painter, rect, radius, fill, border, width)
        _remember(look, QRectF(0, 0, wide, high), fill, border)
    else:
        painter.drawPixmap(rect.topLeft(), picture)


def _remember(look: _Look, rect: QRectF, fill: QColor | None, border: QColor | None) -> None:
    if look not in _pictures:
        if len(_pictures) >= _KEPT:
            _pictures.clear()
        _pictures[look] = None
        return
    wide, high, radius, _, _, width, ratio = look
    picture = QPixmap(QSize(ceil(wide * ratio), ceil(high * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, rect, radius, fill, border, width)
    painter.end()
    _pictures[look] = picture


def _paint(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None, width: float
) -> None:
    inset = width / 2 if border is not None else 0.0
    shape = QPainterPath()
    shape.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    if fill is not None:
        painter.fillPath(shape, brush(fill))
    if border is not None:
        painter.strokePath(shape, pen(border, width))


def pictured(widget: QWidget, size: QSize, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    """What ``draw`` paints on a ground, as sharp as the widget's screen."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture


def whole(widget: QWidget) -> QRectF:
    """The widget's rectangle in its own coordinates."""
    return QRectF(widget.rect())
