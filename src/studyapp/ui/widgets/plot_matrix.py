"""A square of figures: what was right beside each row, what was answered above each column."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot

_NAME_PX, _FIGURE_PX = 12.5, 12.5
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_NAMES_SHARE = 0.34
_ALL = QRectF(0, 0, 10_000, 10_000)


@dataclass(frozen=True, slots=True)
class MatrixName:
    """A thing of the matrix: its whole name, a short one (may be the same) and its colour (may be empty)."""

    title: str
    short: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One figure, what it says, and the tokens of its ground and its border (may be empty)."""

    figure: str
    text: str
    ground: str = "sunken"
    border: str = ""


class MatrixPlot(Plot):
    """As many rows as columns, of the same things in the same order.

    Short names stand above the columns where they fit; else letters, which stand before the rows' names too.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._names: tuple[MatrixName, ...] = ()
        self._cells: tuple[tuple[MatrixCell, ...], ...] = ()

    def set_matrix(self, names: Sequence[MatrixName], cells: Sequence[Sequence[MatrixCell]]) -> None:
        """Show another matrix: one row of cells for each name."""
        self._names, self._cells = tuple(names), tuple(tuple(row) for row in cells)
        self.renew()

    def sizeHint(self) -> QSize:
        """As high as the names need at the present width."""
        return QSize(self.theme.px(320), max(self.theme.px(20), round(self._top() + sum(self._heights()))))

    def resizeEvent(self, event: QEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def stride(self) -> int:
        """Up and down go by a row."""
        return max(1, len(self._names))

    def marks(self) -> Sequence[Mark]:
        """One mark a cell, row after row."""
        found, top, gap = [], self._top(), self.theme.px(4)
        for row, height in zip(self._cells, self._heights(), strict=True):
            for number, cell in enumerate(row):
                left = self._left() + number * self._wide()
                found.append(Mark(QRectF(left, top, self._wide() - gap, height - gap), cell.text))
            top += height
        return found

    def draw(self, painter: QPainter) -> None:
        """Paint the names and the cells."""
        self._draw_heads(painter)
        self._draw_rows(painter)
        painter.setFont(self.theme.font(_FIGURE_PX))
        cells = (cell for row in self._cells for cell in row)
        for cell, mark in zip(cells, self.laid_out, strict=True):
            border = self.theme.colour(cell.border) if cell.border else None
            draw_rounded(painter, mark.rect, self.theme.px(5), self.theme.colour(cell.ground), border, 1.0)
            painter.setPen(self.theme.colour("text"))
            painter.drawText(mark.rect, Qt.AlignmentFlag.AlignCenter, cell.figure)

    def _draw_heads(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font(_NAME_PX))
        for number, name in enumerate(self._names):
            box = QRectF(
                self._left() + number * self._wide(), 0, self._wide() - self.theme.px(4), self._top()
            )
            painter.setPen(self.theme.colour(name.colour or "muted"))
            text = name.short if self._short_fit() else _letter(number)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_rows(self, painter: QPainter) -> None:
        top = self._top()
        for name, label, height in zip(self._names, self._labels(), self._heights(), strict=True):
            painter.setPen(self.theme.colour(name.colour or "muted"))
            box = QRectF(0, top, self._left() - self.theme.px(10), height - self.theme.px(4))
            painter.drawText(box, _WRAPPED, label)
            top += height

    def _labels(self) -> list[str]:
        if self._short_fit():
            return [name.title for name in self._names]
        return [f"{_letter(number)}  {name.title}" for number, name in enumerate(self._names)]

    def _short_fit(self) -> bool:
        room = self._wide() - self.theme.px(6)
        return all(self._metrics().horizontalAdvance(name.short) <= room for name in self._names)

    def _left(self) -> float:
        names = (self._metrics().horizontalAdvance(name.title) for name in self._names)
        wide = max(names, default=0.0) + self._metrics().horizontalAdvance("W  ") + self.theme.px(12)
        return min(wide, self.width() * _NAMES_SHARE)

    def _wide(self) -> float:
        return (self.width() - self._left()) / max(1, len(self._names))

    def _top(self) -> float:
        return self._metrics().height() + self.theme.px(8)

    def _heights(self) -> list[float]:
        room = QRectF(0, 0, max(1.0, self._left() - self.theme.px(10)), _ALL.height())
        least = max(self.theme.px(34.0), self._metrics().height() + self.theme.px(12))
        return [
            max(least, self._metrics().boundingRect(room, _WRAPPED, label).height() + self.theme.px(8))
            for label in self._labels()
        ]

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.theme.font(_NAME_PX))


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)
