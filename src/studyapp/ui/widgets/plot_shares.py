"""Shares as bars beneath one another, each with its name and its figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One bar: its name, its share (None: nothing known yet), what stands at the right and the colour."""

    name: str
    share: float | None
    figure: str
    text: str
    colour: str = "accent"


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
        """As high as the rows need."""
        return QSize(self.theme.px(320), max(self.theme.px(20), round(len(self._rows) * self._step())))

    def marks(self) -> Sequence[Mark]:
        """One mark a row."""
        return [Mark(self._rect(number), row.text) for number, row in enumerate(self._rows)]

    def draw(self, painter: QPainter) -> None:
        """Paint names, figures, tracks and bars."""
        px, theme = self.theme.px, self.theme
        name_font, figure_font = theme.font(13.5), theme.font(12.5)
        for number, row in enumerate(self._rows):
            rect = self._rect(number)
            line = QRectF(rect.x(), rect.y(), rect.width(), QFontMetricsF(name_font).height())
            wide = QFontMetricsF(figure_font).horizontalAdvance(row.figure) + px(8)
            painter.setFont(figure_font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.figure)
            painter.setFont(name_font)
            painter.setPen(theme.colour("text"))
            room = line.adjusted(0, 0, -wide, 0)
            shown = QFontMetricsF(name_font).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            thick = px(6)
            track = QRectF(rect.x(), line.bottom() + px(4), rect.width(), thick)
            draw_rounded(painter, track, thick / 2, theme.colour("sunken"))
            if row.share:
                track.setWidth(max(thick, rect.width() * min(1.0, row.share)))
                draw_rounded(painter, track, thick / 2, theme.colour(row.colour))

    def _rect(self, number: int) -> QRectF:
        top = number * self._step()
        return QRectF(3, top + 2, self.width() - 6, self._step() - self.theme.px(12))

    def _step(self) -> float:
        return QFontMetricsF(self.theme.font(13.5)).height() + self.theme.px(24)
