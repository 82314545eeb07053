"""Paints the cells of a comparison from their values, with every layout, colour and mark kept."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studyapp.catalog.comparison import Cell
from studyapp.study.comparison_table import Line
from studyapp.ui.compare.cell_texts import CellTexts
from studyapp.ui.compare.kind_mark import kind_pictures
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.compare.wording import SILENT
from studyapp.ui.theme import Theme

_LEFT, _RIGHT, _AIR, _MARK = 14, 12, 12, 7


class CellDelegate(QStyledItemDelegate):
    """Asks the model for nothing but values: ``data`` for every colour and font would cost twice as much."""

    def __init__(self, theme: Theme, model: ComparisonModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self._texts = CellTexts()
        self.current = (-1, -1)
        """Row and column of the current cell."""
        self._dress()
        theme.changed.connect(self._dress)
        theme.zoomed.connect(self._dress)

    def fit(self, width: int) -> None:
        """All columns are this wide from now on, in pixels."""
        px = self._theme.px
        self._texts.fit(max(1, width - px(_LEFT) - px(_RIGHT) - px(_MARK)), self._font)

    def height_of(self, row: int) -> float:
        """How high the cells of a row must be."""
        cells = self._model.line(row).cells
        text = max((self._texts.height(cell.text or SILENT) for cell in cells), default=0.0)
        return text + 2 * self._theme.px(_AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a cell at the width of its column."""
        return QSize(option.rect.width(), round(self.height_of(index.row())))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell, or the ground of a theme's line."""
        rect, row = option.rect, index.row()
        line = self._model.line(row)
        if line.row is None:
            self._draw_theme(painter, rect, line)
            return
        column = index.column()
        if self.current == (row, column):
            self._draw_current(painter, rect)
        self._draw_cell(painter, rect, line.cells[column])

    def _draw_theme(self, painter: QPainter, rect: QRect, line: Line) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if line.folded:
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("muted"))
            text = rect.adjusted(theme.px(_LEFT), 0, 0, 0)
            rows = "1 row" if line.hidden == 1 else f"{line.hidden} rows"
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, rows)

    def _draw_current(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._theme.colour("accent-soft"))
        if self._view.hasFocus():
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _draw_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        text = self._texts.text(cell.text or SILENT)
        painter.setFont(self._font)
        painter.setPen(self._ink if cell.text else self._muted)
        painter.drawStaticText(QPointF(left + self._inset, top + (height - text.size().height()) / 2), text)
        if cell.text:
            painter.drawPixmap(left + width - self._mark_right, top + self._mark_top, self._marks[cell.kind])

    @Slot()
    def _dress(self) -> None:
        theme, px = self._theme, self._theme.px
        self._font, self._inset = theme.font(14), px(_LEFT)
        self._ink, self._muted, self._line = (theme.colour(name) for name in ("text", "muted", "line"))
        side = px(_MARK)
        self._marks = kind_pictures(theme, side, self._view.devicePixelRatioF())
        self._mark_right, self._mark_top = side + px(5) + 2, px(7) - 1
