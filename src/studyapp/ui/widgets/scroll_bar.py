"""A quiet scroll bar: only the handle is drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from studyapp.ui.cheap import choose
from studyapp.ui.widgets.drawing import draw_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_INSET = 4.0


class ScrollBar(QScrollBar):
    """Works as the platform's does, in the colours of the palette."""

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the handle where the style says it can be taken hold of."""
        if self.maximum() <= self.minimum():
            return
        handle = self._handle().adjusted(_INSET, _INSET, -_INSET, -_INSET)
        colour = self.palette().placeholderText().color()
        colour.setAlphaF(0.55 if self.underMouse() or self.isSliderDown() else 0.35)
        draw_rounded(QPainter(self), handle, min(handle.width(), handle.height()) / 2, colour)

    def _handle(self) -> QRectF:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # large; needed once something scrolls

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        bar, handle = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        return QRectF(self.style().subControlRect(bar, option, handle, self))


def quiet_scroll_bars(area: QAbstractScrollArea) -> None:
    """Give a scrolling widget quiet scroll bars."""
    area.setVerticalScrollBar(ScrollBar())
    across = ScrollBar()
    choose(across, "orientation", "Horizontal")
    area.setHorizontalScrollBar(across)
