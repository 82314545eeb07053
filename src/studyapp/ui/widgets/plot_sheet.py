"""A plot as it goes into a file: on a ground of its own, with its title and its sentence above it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_surface import Plot

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_MARGIN, _GAP = 16.0, 8.0


class PlotSheet:
    """Lays the sheet out for the plot's present size, theme and zoom."""

    def __init__(self, theme: Theme, plot: Plot, sentence: str) -> None:
        self._theme, self._plot = theme, plot
        self._margin = theme.px(_MARGIN)
        self._texts = (
            (plot.accessibleName(), theme.font(14.5, bold=True), "text"),
            (sentence, theme.font(12.5), "muted"),
        )
        heights = [round(self._height(text, font)) + theme.px(_GAP) for text, font, _ in self._texts]
        self._tops = [self._margin + sum(heights[:n]) for n in range(len(heights) + 1)]

    @property
    def size(self) -> QSize:
        """The whole sheet's size."""
        plot = self._plot.size()
        return QSize(plot.width() + 2 * self._margin, self._tops[-1] + plot.height() + self._margin)

    def paint_on(self, device: QPaintDevice) -> None:
        """Paint ground, words and plot."""
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(QPoint(), self.size), self._theme.colour("surface"))
        for (text, font, colour), top in zip(self._texts, self._tops, strict=False):
            painter.setFont(font)
            painter.setPen(self._theme.colour(colour))
            painter.drawText(
                QRectF(self._margin, top, self._plot.width(), self._tops[-1] - top), _WRAPPED, text
            )
        painter.translate(self._margin, self._tops[-1])
        self._plot.draw(painter)
        painter.end()

    def _height(self, text: str, font: QFont) -> float:
        room = QRectF(0, 0, self._plot.width(), 10_000)
        return QFontMetricsF(font).boundingRect(room, _WRAPPED, text).height()
