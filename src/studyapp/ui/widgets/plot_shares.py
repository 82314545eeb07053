"""Shares as bars beneath one another, each with its name and its figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One bar: its name, its share (None: nothing known yet), what stands at the right and the colour.

    With a ``span`` (0 to 1) the share is a stroke on it instead of the end of a bar.
    """

    name: str
    share: float | None
    figure: str
    text: str
    colour: str = "accent"
    span: tuple[float, float] | None = None


class SharesPlot(Plot):
    """Named bars from 0 to 1; name and figure stand above each bar, so that nothing is ever cut."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._rows: tuple[ShareRow, ...] = ()

    def set_rows(self, rows: Sequence[ShareRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self.renew()

    def sizeHint(self) -> QSize:
        """As high as the rows need at the present width."""
        return QSize(self.theme.px(320), max(self.theme.px(20), round(sum(self._heights()))))

    def resizeEvent(self, event: QEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def marks(self) -> Sequence[Mark]:
        """One mark a row."""
        found, top = [], 0.0
        for row, height in zip(self._rows, self._heights(), strict=True):
            found.append(Mark(QRectF(3, top + 2, self.width() - 6, height - self.theme.px(12)), row.text))
            top += height
        return found

    def draw(self, painter: QPainter) -> None:
        """Paint names, figures, tracks and bars."""
        for row, mark in zip(self._rows, self.laid_out, strict=True):
            self._draw_row(painter, row, mark.rect)

    def _draw_row(self, painter: QPainter, row: ShareRow, rect: QRectF) -> None:
        theme, thick = self.theme, self.theme.px(6)
        name, figure = theme.font(13.5), theme.font(12.5)
        beside = self._beside(row)
        text = rect.adjusted(0, 0, 0, -(thick + theme.px(4)))
        painter.setFont(figure)
        painter.setPen(theme.colour("muted"))
        corner = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, corner | Qt.AlignmentFlag.AlignBottom, row.figure)
        painter.setFont(name)
        painter.setPen(theme.colour("text"))
        painter.drawText(text, _WRAPPED, row.name)
        track = QRectF(rect.x(), rect.bottom() - thick, rect.width(), thick)
        draw_rounded(painter, track, thick / 2, theme.colour("sunken"))
        if row.share is not None and row.span is not None:
            self._draw_span(painter, track, row.share, row.span, row.colour)
        elif row.share:
            track.setWidth(max(thick, rect.width() * min(1.0, row.share)))
            draw_rounded(painter, track, thick / 2, theme.colour(row.colour))

    def _draw_span(
        self, painter: QPainter, track: QRectF, share: float, span: tuple[float, float], colour: str
    ) -> None:
        """A band over the track, and an upright stroke where the share is."""
        low, high = span
        px, wide = self.theme.px, track.width()
        band = QRectF(track.x() + low * wide, track.y(), max(px(4), (high - low) * wide), track.height())
        draw_rounded(painter, band, track.height() / 2, self.theme.mixed("accent", "surface", 0.4))
        left = track.x() + min(max(0.0, share * wide - px(2)), wide - px(4))
        stroke = QRectF(left, track.y() - px(3), px(4), track.height() + px(6))
        draw_rounded(painter, stroke, px(2), self.theme.colour(colour))

    def _beside(self, row: ShareRow) -> bool:
        """Whether name and figure fit into one line."""
        name = QFontMetricsF(self.theme.font(13.5)).horizontalAdvance(row.name)
        figure = QFontMetricsF(self.theme.font(12.5)).horizontalAdvance(row.figure)
        return name + figure + self.theme.px(14) <= self.width()

    def _heights(self) -> list[float]:
        name, figure = QFontMetricsF(self.theme.font(13.5)), QFontMetricsF(self.theme.font(12.5))
        room = QRectF(0, 0, max(1, self.width() - 6), 10_000)
        frame = self.theme.px(4 + 6 + 12)
        return [
            frame
            + (
                name.height()
                if self._beside(row)
                else name.boundingRect(room, _WRAPPED, row.name).height() + figure.height()
            )
            for row in self._rows
        ]
