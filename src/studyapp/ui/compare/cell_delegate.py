"""Paints the cells of a comparison from their values, with every layout, colour and mark kept."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studyapp.catalog.comparison import Cell
from studyapp.study.comparison_table import Line
from studyapp.ui.compare.cell_texts import CellTexts
from studyapp.ui.compare.insight import spans
from studyapp.ui.compare.kind_mark import MarkPictures
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.compare.wording import SILENT
from studyapp.ui.theme import Theme

_LEFT, _RIGHT, _AIR, _MARK = 14, 12, 12, 7
_FAINTEST, _DEEPEST = 0.5, 3.0
"""So much missed is tinted at all, and so much as deep as can be."""


class CellDelegate(QStyledItemDelegate):
    """Asks the model for nothing but values: ``data`` for every colour and font would cost twice as much."""

    marks_px, disputed_px = 0.0, 23.0
    """The height that the words must leave for the two marks of a cell, and for all three, in CSS pixels."""

    def __init__(self, theme: Theme, model: ComparisonModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self._texts = CellTexts()
        self.current = (-1, -1)
        """Row and column of the current cell."""
        self.dress()
        theme.changed.connect(self.dress)
        theme.zoomed.connect(self.dress)

    def fit(self, width: int, whole: int) -> None:
        """All columns are this wide from now on, in pixels, and all of them together as wide as ``whole``."""
        px = self._theme.px
        self._texts.fit(max(1, width - px(_LEFT) - px(_RIGHT) - px(_MARK)), self._font)

    def height_of(self, row: int) -> float:
        """How high the cells of a row must be."""
        cells = self._model.line(row).cells
        return self._tallest(cells) + 2 * self._theme.px(_AIR)

    def _tallest(self, cells: tuple[Cell, ...]) -> float:
        text = max((self._texts.height(cell.text or SILENT) for cell in cells), default=0.0)
        least = self.disputed_px if any(cell.disagreements for cell in cells) else self.marks_px
        return max(text, self._theme.px(least))

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
        elif self._model.insight.tinted:
            self._draw_tint(painter, rect, line.cells[column])
        self._draw_cell(painter, rect, line, column)

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

    def _draw_tint(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """The more a cell was lately missed, the deeper its ground; a bar at its edge says so without colour."""
        missed = self._model.insight.of(cell).missed
        if missed < _FAINTEST:
            return
        share = min(1.0, missed / _DEEPEST)
        painter.fillRect(rect, self._theme.mixed("bad-soft", "surface", 0.35 + 0.65 * share))
        height = round((rect.height() - 1) * share)
        painter.fillRect(
            rect.left(), rect.bottom() - height, self._theme.px(3), height, self._theme.colour("bad")
        )

    def _draw_cell(self, painter: QPainter, rect: QRect, line: Line, column: int) -> None:
        cell = line.cells[column]
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        text = self._texts.text(cell.text or SILENT)
        place = QPointF(left + self._inset, top + (height - text.size().height()) / 2)
        self._draw_text(painter, place, line, column)
        if cell.text:
            painter.drawPixmap(left + width - self._mark_right, top + self._mark_top, self._mark(cell))

    def _mark(self, cell: Cell) -> QPixmap:
        return self._marks.of(cell.kind, self._model.insight.state(cell), bool(cell.disagreements))

    def _draw_text(self, painter: QPainter, place: QPointF, line: Line, column: int) -> None:
        cell, table = line.cells[column], self._model.table
        painter.setFont(self._font)
        painter.setPen(self._ink if cell.text else self._muted)
        if table is not None and table.marked and (found := spans(table, line, column)):
            self._texts.marked(cell.text, found, self._marked).draw(painter, place)
        else:
            painter.drawStaticText(place, self._texts.text(cell.text or SILENT))

    @Slot()
    def dress(self) -> None:
        """Take fonts, colours and marks as the theme has them now."""
        theme, px = self._theme, self._theme.px
        self._font, self._inset = theme.font(14), px(_LEFT)
        self._ink, self._muted, self._line = (theme.colour(name) for name in ("text", "muted", "line"))
        side = px(_MARK)
        self._marks = MarkPictures(theme, side, self._view.devicePixelRatioF())
        self._marked = QTextCharFormat()
        self._marked.setBackground(theme.colour("warn-soft"))
        self._marked.setFontUnderline(True)
        self._texts.forget_marks()
        self._mark_right, self._mark_top = side + px(5) + 2, px(7) - 1
