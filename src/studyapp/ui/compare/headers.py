"""Header row and first column of a comparison; both stay in sight."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from studyapp.catalog.comparison import Column
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.triangle import draw_triangle
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

_BAR, _LEFT, _AIR = 3, 14, 10
_ROW_LEFT, _ROW_RIGHT = 10, 8


class ColumnHeader(QHeaderView):
    """Titles of the columns, each below a bar in its colour; a column can be dragged beside another one."""

    dropped = Signal(str, str, bool)
    """A column, the one it was dropped beside, and whether it stands after it."""

    def __init__(self, theme: Theme, model: ComparisonModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._shown = theme, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self._putting_back = self._low = False
        self.sectionMoved.connect(self._drop)
        theme.zoomed.connect(self._fit)

    def set_low(self, *, low: bool) -> None:
        """Whether only the bars in the columns' colours have room; the titles stand elsewhere then."""
        self._low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the tallest title with what stands below it."""
        if self._low:
            return QSize(self.defaultSectionSize(), self._theme.px(_BAR))
        table = self._shown.table
        heights = (
            [self._height(column, self.sectionSize(at)) for at, column in enumerate(table.columns)]
            if table
            else []
        )
        return QSize(self.defaultSectionSize(), max(heights, default=0) + self._theme.px(2 * _AIR + _BAR))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        theme, px, table = self._theme, self._theme.px, self._shown.table
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if table is not None and section < len(table.columns):
            column = table.columns[section]
            painter.fillRect(
                rect.left(), rect.top(), rect.width(), px(_BAR), theme.colour(column.colour or "accent")
            )
            if not self._low:
                self._draw_title(painter, rect, column, pinned=section < table.pinned)
        painter.restore()

    def _draw_title(self, painter: QPainter, rect: QRect, column: Column, *, pinned: bool) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(14, bold=True))
        painter.setPen(theme.colour("text"))
        text = rect.adjusted(px(_LEFT), px(_BAR), -px(4), 0)
        if pinned:
            box = QRectF(text.right() - px(20), text.top() + px(5), px(16), px(16))
            theme.draw_icon(painter, "pin", box, "muted")
            text.setRight(text.right() - px(22))
        self._draw_words(painter, text, column)

    def _draw_words(self, painter: QPainter, rect: QRect, column: Column) -> None:
        note = self._note(column)
        if not note:
            draw_wrapped(painter, rect, column.title, Qt.AlignmentFlag.AlignVCenter)
            return
        air = rect.adjusted(0, self._theme.px(_AIR), 0, 0)
        draw_wrapped(painter, air, column.title)
        air.setTop(air.top() + self._tall(column.title, 14, rect.width(), bold=True))
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.colour("bad"))
        draw_wrapped(painter, air, note)

    def _note(self, column: Column) -> str:
        insight = self._shown.insight
        return insight.taken_for.get(column.name, "") if insight.tinted else ""

    def _height(self, column: Column, width: int) -> int:
        room, note = width - self._theme.px(_LEFT) - self._theme.px(26), self._note(column)
        title = self._tall(column.title, 14, room, bold=True)
        return title + (self._tall(note, 12, room) if note else 0)

    def _tall(self, text: str, size: float, width: int, *, bold: bool = False) -> int:
        return wrapped_height(QFontMetrics(self._theme.font(size, bold=bold)), width, text)

    @Slot(int, int, int)
    def _drop(self, logical: int, old: int, new: int) -> None:
        """The model alone orders the columns: the section goes back, and whoever orders them is told."""
        table = self._shown.table
        if self._putting_back or table is None or old == new:
            return
        self._putting_back = True
        self.moveSection(new, old)
        self._putting_back = False
        self.dropped.emit(table.columns[old].name, table.columns[new].name, new > old)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()


class RowHeader(QHeaderView):
    """Titles of rows, and of themes, which fold."""

    def __init__(self, theme: Theme, model: ComparisonModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._shown = theme, model
        self._width = 150
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Below the last title the ground is the table's."""
        super().paintEvent(event)
        below = self.length() - self.offset()
        if below < self.viewport().height():
            rect = self.viewport().rect()
            rect.setTop(below)
            QPainter(self.viewport()).fillRect(rect, self._theme.colour("surface"))

    def set_width(self, width: int) -> None:
        """Give the first column another width in pixels."""
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The width that was set."""
        return QSize(self._width, self.defaultSectionSize())

    def height_of(self, row: int) -> int:
        """How high a title needs its row to be."""
        line, px = self._shown.line(row), self._theme.px
        title = line.row.title if line.row else line.theme.title
        width = self._width - px(_ROW_LEFT) - px(_ROW_RIGHT) - (0 if line.row else px(12))
        metrics = QFontMetrics(self._theme.font(14 if line.row else 13, bold=True))
        return wrapped_height(metrics, width, title) + 2 * px(_AIR if line.row else 7)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        theme, px, line = self._theme, self._theme.px, self._shown.line(section)
        painter.save()
        painter.fillRect(rect, theme.colour("surface" if line.row else "sunken"))
        text = rect.adjusted(px(_ROW_LEFT), 0, -px(_ROW_RIGHT), 0)
        if line.row is None:
            draw_triangle(
                painter, theme, QPointF(text.left() + px(4), rect.center().y() + 1), down=not line.folded
            )
            text.setLeft(text.left() + px(13))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        painter.setFont(theme.font(14 if line.row else 13, bold=True))
        painter.setPen(theme.colour("muted" if line.row else "text"))
        title = line.row.title if line.row else line.theme.title
        draw_wrapped(painter, text, title, Qt.AlignmentFlag.AlignVCenter)
        painter.restore()
