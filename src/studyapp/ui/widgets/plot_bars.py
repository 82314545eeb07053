"""Bars over an axis of days or hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot


@dataclass(frozen=True, slots=True)
class BarValue:
    """One bar: its height, what stands beneath it (may be empty) and what it says."""

    value: float
    label: str
    text: str


class BarsPlot(Plot):
    """Bars from a common ground line; the first may stand out."""

    height_px = 140.0

    def __init__(self, theme: Theme, name: str, *, first_stands_out: bool = False) -> None:
        super().__init__(theme, name)
        self._bars: tuple[BarValue, ...] = ()
        self._first_stands_out = first_stands_out

    def set_bars(self, bars: Sequence[BarValue]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self.renew()

    def marks(self) -> Sequence[Mark]:
        """One mark a bar, as high as it can be pointed at."""
        return [
            Mark(QRectF(rect.x(), 0, rect.width(), self._ground()), bar.text)
            for rect, bar in zip(self._rects(), self._bars, strict=True)
        ]

    def draw(self, painter: QPainter) -> None:
        """Paint the bars, the ground line and the labels."""
        px = self.theme.px
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(0, round(self._ground()), self.width(), round(self._ground()))
        line = self.label_metrics().height()
        free_from = 0.0
        for number, (rect, bar) in enumerate(zip(self._rects(), self._bars, strict=True)):
            strong = self._first_stands_out and number == 0
            colour = self.theme.colour("accent") if strong else self.theme.mixed("accent", "surface", 0.72)
            if rect.height() > 0:
                draw_rounded(painter, rect, min(px(3), rect.width() / 2), colour)
            wide = self.label_metrics().horizontalAdvance(bar.label) + px(4)
            left = min(max(0.0, rect.center().x() - wide / 2), self.width() - wide)
            if bar.label and left >= free_from:
                box = QRectF(left, self._ground() + px(3), wide, line)
                self.label(painter, box, bar.label, Qt.AlignmentFlag.AlignHCenter)
                free_from = left + wide + px(6)
        highest = max((bar.value for bar in self._bars), default=0.0)
        if highest > 0:
            self._draw_values(painter, line)

    def _draw_values(self, painter: QPainter, line: float) -> None:
        """Figures over the bars where they have room; else over the highest alone."""
        texts = [f"{bar.value:g}" if bar.value else "" for bar in self._bars]
        widest = max(self.label_metrics().horizontalAdvance(text) for text in texts)
        rects = self._rects()
        roomy = bool(rects) and widest <= rects[0].width() + self._gap()
        peak = max(range(len(self._bars)), key=lambda n: self._bars[n].value)
        for number, (rect, text) in enumerate(zip(rects, texts, strict=True)):
            if text and (roomy or number == peak):
                wide = max(rect.width(), self.label_metrics().horizontalAdvance(text) + 2)
                left = min(max(0.0, rect.center().x() - wide / 2), self.width() - wide)
                box = QRectF(left, rect.top() - line - 1, wide, line)
                self.label(painter, box, text, Qt.AlignmentFlag.AlignHCenter)

    def _ground(self) -> float:
        return self.height() - self.label_metrics().height() - self.theme.px(5)

    def _gap(self) -> float:
        return max(1.0, min(self.theme.px(5), self.width() / max(1, len(self._bars)) / 4))

    def _rects(self) -> list[QRectF]:
        count = len(self._bars)
        if not count:
            return []
        step = (self.width() + self._gap()) / count
        highest = max(bar.value for bar in self._bars) or 1.0
        room = self._ground() - self.label_metrics().height() - 2
        tall = [room * bar.value / highest for bar in self._bars]
        return [
            QRectF(number * step, self._ground() - height, step - self._gap(), height)
            for number, height in enumerate(tall)
        ]
