"""A quiet scroll bar: only the handle is drawn."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from studyapp.ui.widgets.drawing import draw_rounded

_INSET = 4.0


class ScrollBar(QScrollBar):
    """Works as the platform's does, in the colours of the palette."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle where the style says it can be taken hold of."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style = self.style()
        handle = QRectF(
            style.subControlRect(
                QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
            )
        ).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if self.maximum() <= self.minimum():
            return
        share = 0.55 if self.underMouse() or self.isSliderDown() else 0.35
        colour = self.palette().placeholderText().color()
        colour.setAlphaF(share)
        draw_rounded(QPainter(self), handle, min(handle.width(), handle.height()) / 2, colour)


def quiet_scroll_bars(area: QAbstractScrollArea) -> None:
    """Give a scrolling widget quiet scroll bars."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
