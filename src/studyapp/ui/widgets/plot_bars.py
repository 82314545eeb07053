"""Bars over an axis of days or hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Level, Mark, Plot


@dataclass(frozen=True, slots=True)
class BarValue:
    """One bar: its height, what stands beneath it (may be empty) and what it says.

    ``upper`` is the part of the height that is hatched, ``before`` the height that it had before a change.
    """

    value: float
    label: str
    text: str
    upper: float = 0.0
    before: float | None = None


class BarsPlot(Plot):
    """Bars from a common ground line; the first may stand out. A level may run across them."""

    height_px = 140.0

    def __init__(self, theme: Theme, name: str, *, first_stands_out: bool = False) -> None:
        super().__init__(theme, name)
        self._bars: tuple[BarValue, ...] = ()
        self._first_stands_out = first_stands_out
        self._level: Level | None = None

    def set_bars(self, bars: Sequence[BarValue], level: Level | None = None) -> None:
        """Show other bars, perhaps with a level on the scale of their values."""
        self._bars, self._level = tuple(bars), level
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
                self._draw_upper(painter, rect, bar)
            self._draw_before(painter, rect, bar)
            wide = self.label_metrics().horizontalAdvance(bar.label) + px(4)
            left = min(max(0.0, rect.center().x() - wide / 2), self.width() - wide)
            if bar.label and left >= free_from:
                box = QRectF(left, self._ground() + px(3), wide, line)
                self.label(painter, box, bar.label, Qt.AlignmentFlag.AlignHCenter)
                free_from = left + wide + px(6)
        if self._level is not None:
            self._draw_level(painter, self._level)
        elif any(bar.value > 0 for bar in self._bars):
            self._draw_values(painter, line)

    def _draw_upper(self, painter: QPainter, rect: QRectF, bar: BarValue) -> None:
        """Hatch the upper part of a bar, stroke by stroke: a patterned brush is black in many viewers of SVG."""
        if bar.upper <= 0:
            return
        part = QRectF(rect.x(), rect.y(), rect.width(), rect.height() * min(1.0, bar.upper / bar.value))
        painter.setPen(QPen(self.theme.colour("surface"), max(1.0, self.theme.px(1.2))))
        step = max(4.0, self.theme.px(5.0))
        total = part.left() + part.top() + step
        while total < part.right() + part.bottom():
            high, low = max(part.top(), total - part.right()), min(part.bottom(), total - part.left())
            if high < low:
                painter.drawLine(QPointF(total - high, high), QPointF(total - low, low))
            total += step

    def _draw_before(self, painter: QPainter, rect: QRectF, bar: BarValue) -> None:
        """Outline the height that a bar had before."""
        if bar.before is not None and rect.width() > 2:
            tall = self._tall(bar.before)
            box = QRectF(rect.x() + 0.5, self._ground() - tall, rect.width() - 1, tall)
            draw_rounded(
                painter, box, min(self.theme.px(3), rect.width() / 2), None, self.theme.colour("muted"), 1.0
            )

    def _draw_level(self, painter: QPainter, level: Level) -> None:
        """A dashed line across, with its name above its right end."""
        y, line = self._ground() - self._tall(level.value), self.label_metrics().height()
        painter.setPen(QPen(self.theme.colour("warn"), max(1.0, self.theme.px(1.4)), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        box = QRectF(0, 0, self.width(), line)
        self.label(painter, box, level.name, Qt.AlignmentFlag.AlignRight, "warn")

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
        tall = [self._tall(bar.value) for bar in self._bars]
        return [
            QRectF(number * step, self._ground() - height, step - self._gap(), height)
            for number, height in enumerate(tall)
        ]

    def _tall(self, value: float) -> float:
        """How high a value stands above the ground."""
        values = [max(bar.value, bar.before or 0.0) for bar in self._bars]
        highest = max([*values, self._level.value if self._level else 0.0]) or 1.0
        return (self._ground() - self.label_metrics().height() - 2) * value / highest
