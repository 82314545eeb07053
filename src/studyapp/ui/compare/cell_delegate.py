"""Paints the cells of a comparison from their values, with every layout kept."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.catalog.comparison import Cell
from studyapp.study.comparison_table import Line
from studyapp.ui.compare.cell_texts import CellTexts
from studyapp.ui.compare.kind_mark import draw_kind
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.compare.wording import SILENT
from studyapp.ui.theme import Theme

_LEFT, _RIGHT, _AIR, _MARK = 14, 12, 12, 7


class CellDelegate(QStyledItemDelegate):
    """Asks the model for nothing but values: ``data`` for every colour and font would cost twice as much."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._texts = CellTexts()

    def fit(self, width: int) -> None:
        """All columns are this wide from now on, in pixels."""
        px = self._theme.px
        self._texts.fit(max(1, width - px(_LEFT) - px(_RIGHT) - px(_MARK)), self._theme.font(14))

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
        rect, line = option.rect, self._model.line(index.row())
        if line.row is None:
            self._draw_theme(painter, rect, line)
            return
        self._draw_ground(painter, rect, option.state)
        self._draw_cell(painter, rect, line.cells[index.column()])

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

    def _draw_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent-soft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _draw_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(14))
        text = self._texts.text(cell.text or SILENT)
        top = rect.top() + (rect.height() - text.size().height()) / 2
        painter.setPen(theme.colour("text" if cell.text else "muted"))
        painter.drawStaticText(QPointF(rect.left() + px(_LEFT), top), text)
        if cell.text:
            side = px(_MARK)
            box = QRectF(rect.right() - side - px(5), rect.top() + px(7), side, side)
            draw_kind(painter, theme, cell.kind, box)
