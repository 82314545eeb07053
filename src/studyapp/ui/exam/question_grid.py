"""The grid of questions: which are answered, flagged, in sight, and, in a review, right or wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CELL, _ROW, _GAP = 30.0, 28.0, 5.0
_FEWEST, _MOST = 3, 20
_USUAL = 8
_WALKING = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class State(Enum):
    """What became of a question."""

    OPEN = auto()
    ANSWERED = auto()
    RIGHT = auto()
    WRONG = auto()
    UNSEEN = auto()


_WORDS = {
    State.OPEN: "open",
    State.ANSWERED: "answered",
    State.RIGHT: "right",
    State.WRONG: "wrong",
    State.UNSEEN: "not reached",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One question in the grid; ``number`` counts from 1."""

    number: int
    state: State
    flagged: bool = False
    current: bool = False

    @property
    def spoken(self) -> str:
        """The cell in words."""
        parts = [f"Question {self.number}", _WORDS[self.state]]
        parts += ["flagged"] if self.flagged else []
        return ", ".join([*parts, "in sight"] if self.current else parts)


class GridModel(QAbstractTableModel):
    """A window on the cells, as many to a row as have room."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self._columns = _USUAL

    def show(self, cells: Sequence[Cell]) -> None:
        """Show other cells. Where only states differ, the view keeps its place."""
        before, self._cells = self._cells, tuple(cells)
        if len(before) != len(self._cells):
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (was, now) in enumerate(zip(before, self._cells, strict=True)):
            if was != now:
                index = self.index(at // self._columns, at % self._columns)
                self.dataChanged.emit(index, index)

    def set_columns(self, columns: int) -> None:
        """Put so many cells into a row."""
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """The cell at a place; None beyond the last one."""
        at = index.row() * self._columns + index.column()
        return self._cells[at] if index.isValid() and at < len(self._cells) else None

    def place(self, number: int) -> QModelIndex:
        """Where a question stands."""
        return self.index((number - 1) // self._columns, (number - 1) % self._columns)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many rows as the cells fill."""
        return 0 if parent.isValid() else -(-len(self._cells) // self._columns)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many columns as have room."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number, and for a screen reader the cell in words."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Empty places cannot be chosen."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class QuestionGrid(QTableView):
    """Numbers to jump to; arrow keys walk, Enter or a click goes there, Escape leaves."""

    wanted = Signal(int)
    """The number of the question to show."""
    left = Signal()
    """Back to the question in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = GridModel()
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setAccessibleName("Questions")
        quiet_scroll_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        theme.zoomed.connect(self._fit)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show the questions as they stand now and keep the one in sight visible."""
        fitted = self._model.rowCount()
        self._model.show(cells)
        if self._model.rowCount() != fitted:
            self._fit()
        here = next((cell.number for cell in cells if cell.current), 0)
        if here:
            place = self._model.place(here)
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def cell(self, index: Index) -> Cell | None:
        """The cell at a place of the model; None beyond the last one."""
        return self._model.cell(index)

    def needed_height(self) -> int:
        """The height of all rows."""
        return self._model.rowCount() * self.verticalHeader().defaultSectionSize()

    def sizeHint(self) -> QSize:
        """All rows, as many to a row as usual."""
        return QSize(self._theme.px(_USUAL * (_CELL + _GAP)), self.needed_height())

    def minimumSizeHint(self) -> QSize:
        """At least two rows; the rest scrolls."""
        return QSize(
            self._theme.px(3 * (_CELL + _GAP)), min(self.needed_height(), self._theme.px(2 * (_ROW + _GAP)))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of columns."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keys that walk through the grid are its own, whatever they do elsewhere on the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _walks(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the question under the cursor, Escape back to the one in sight."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS and self.currentIndex().isValid():
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next question or the one before, past the end of a row too."""
        cell = self._model.cell(self.currentIndex())
        place = self._model.place(cell.number + by) if cell is not None and cell.number + by > 0 else None
        if place is not None and self._model.cell(place) is not None:
            self.setCurrentIndex(place)

    @Slot()
    def _fit(self) -> None:
        step = self._theme.px(_CELL + _GAP)
        wide, current = self.viewport().width() + self._theme.px(_GAP), self._model.cell(self.currentIndex())
        columns = max(_FEWEST, min(_MOST, wide // step))
        self._model.set_columns(columns)
        self.horizontalHeader().setDefaultSectionSize(step)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW + _GAP))
        if current is not None:
            self.setCurrentIndex(self._model.place(current.number))
        self.setMaximumHeight(max(1, self.needed_height()))
        self.updateGeometry()

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is not None:
            self.wanted.emit(cell.number)


_FILLS = {
    State.OPEN: ("surface", "line", "text"),
    State.ANSWERED: ("accent-soft", "accent-soft", "text"),
    State.RIGHT: ("good-soft", "good", "good"),
    State.WRONG: ("bad-soft", "bad", "bad"),
    State.UNSEEN: ("surface", "line", "muted"),
}


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell.

    Its ground says what became of it, a bar or a cross too, a corner flag that it is flagged.
    """

    def __init__(self, theme: Theme, grid: QuestionGrid) -> None:
        super().__init__(grid)
        self._theme, self._grid = theme, grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = self._grid.cell(index)
        if cell is None:
            return
        theme, px = self._theme, self._theme.px
        fill, border, tone = _FILLS[cell.state]
        if cell.current:
            fill, border, tone = "accent", "accent", "on-accent"
        rect = QRectF(option.rect.x() + 0.5, option.rect.y() + 0.5, px(_CELL) - 1, px(_ROW) - 1)
        painter.save()
        border_width = max(2.0, px(2)) if cell.flagged else 1.0
        edge = "warn" if cell.flagged else border
        draw_rounded(painter, rect, px(6), theme.colour(fill), theme.colour(edge), border_width)
        painter.setFont(theme.font(12.5, bold=cell.current))
        painter.setPen(theme.colour(tone))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(cell.number))
        self._draw_state(painter, rect, cell, tone)
        if cell.flagged:
            self._draw_flag(painter, rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            tone = "on-accent" if cell.current else "text"
            by = border_width  # within the cell: what lies beside it is not painted anew
            ring = rect.adjusted(by, by, -by, -by)
            draw_rounded(painter, ring, px(5), None, theme.colour(tone), max(1.5, px(1.5)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A cell and its gap."""
        return QSize(self._theme.px(_CELL + _GAP), self._theme.px(_ROW + _GAP))

    def _draw_state(self, painter: QPainter, rect: QRectF, cell: Cell, tone: str) -> None:
        """A bar below what is answered; a stroke through what is wrong: seen without colour too."""
        px = self._theme.px
        low = rect.bottom() - px(4.5)
        if cell.state is State.ANSWERED:
            bar = QRectF(rect.center().x() - px(5), low, px(10), max(1.5, px(1.6)))
            draw_rounded(painter, bar, px(1), self._theme.colour("on-accent" if cell.current else "accent"))
        elif cell.state is State.WRONG:
            painter.setPen(self._theme.colour(tone))
            painter.drawLine(
                rect.bottomLeft() + _inward(px(6), -px(5)), rect.topRight() + _inward(-px(6), px(5))
            )

    def _draw_flag(self, painter: QPainter, rect: QRectF) -> None:
        side = self._theme.px(9)
        corner = QPainterPath(rect.topRight() + _inward(-side, 0))
        corner.lineTo(rect.topRight())
        corner.lineTo(rect.topRight() + _inward(0, side))
        corner.closeSubpath()
        painter.fillPath(corner, self._theme.colour("warn"))


def _walks(event: QKeyEvent) -> bool:
    return event.key() in _WALKING and event.modifiers() in _PLAIN


def _inward(dx: float, dy: float) -> QPointF:
    return QPointF(dx, dy)
