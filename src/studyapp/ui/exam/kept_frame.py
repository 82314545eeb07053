"""Rounded boxes painted once and kept as pictures: rows of one size and colour come by the dozen."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from studyapp.ui.widgets.drawing import draw_rounded


def draw_kept(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, border: QColor, width: float = 1.0
) -> None:
    """Draw what `draw_rounded` draws, from a picture where one of the same size and colours was painted before."""
    device = painter.device()
    ratio = device.devicePixelRatioF()
    size = QSize(round(rect.width()), round(rect.height()))
    key = f"frame {size.width()} {size.height()} {ratio} {radius} {width} {fill.rgba()} {border.rgba()}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        inner = QPainter(picture)
        draw_rounded(inner, QRectF(0, 0, size.width(), size.height()), radius, fill, border, width)
        inner.end()
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(QPointF(rect.x(), rect.y()), picture)
