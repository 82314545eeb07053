"""The table of a comparison: header row and first column stay, rows are as high as their text."""

from functools import cached_property

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHeaderView, QTableView

from studyapp.study.comparison_table import Table
from studyapp.ui.compare.arrangement import Arrangement, title_width
from studyapp.ui.compare.cell_delegate import CellDelegate
from studyapp.ui.compare.headers import ColumnHeader, RowHeader
from studyapp.ui.compare.insight import Insight
from studyapp.ui.compare.stacked_delegate import StackedDelegate
from studyapp.ui.compare.swipe import Swipe
from studyapp.ui.compare.table_model import ComparisonModel, Index
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.lazy_rows import LazyRows
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_USUAL = 60.0
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E)


class ComparisonView(QTableView):
    """Shows a ``Table``. Arrow keys go from cell to cell, Enter or E to the passage, Space folds a theme."""

    cell_reached = Signal(int, int)
    """Another cell is the current one: line and column."""
    passage_wanted = Signal()
    """The passage of the current cell is to be read."""
    theme_turned = Signal(str)
    """The name of the theme to fold or unfold."""
    column_dropped = Signal(str, str, bool)
    """A column was dragged beside another one: both names, and whether it stands after it."""
    edge_pressed = Signal(int)
    """Right was pressed in the last column (1), or Left in the first one (-1); a swipe does the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cells = ComparisonModel(self)
        self._beside = CellDelegate(theme, self.cells, self)
        self._delegate: CellDelegate = self._beside
        self._titles = RowHeader(theme, self.cells)
        self._arrangement = Arrangement(2)
        self._kept: tuple[str, str] | None = None
        self.swipe = Swipe(theme, self)
        self.swipe.swiped.connect(self.edge_pressed)
        quiet_scroll_bars(self)
        self._columns = ColumnHeader(theme, self.cells)
        self._columns.dropped.connect(self.column_dropped)
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._titles)
        self.setItemDelegate(self._delegate)
        self.setModel(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Comparison")
        self._dress_corner()
        self._rows = LazyRows(self, self._height_of)
        self._titles.sectionClicked.connect(self._press_title)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._press_cell)
        theme.zoomed.connect(self._fit)
        self._fit()

    @cached_property
    def _below(self) -> StackedDelegate:
        """What paints a narrow view, made when it is first needed."""
        return StackedDelegate(self._theme, self.cells, self)

    def show_table(self, table: Table, insight: Insight | None = None) -> None:
        """Show another table; the current cell stays where its row and column are still there, or are again."""
        if self.currentIndex().isValid():
            self._kept = self.current_cell()
        kept = self._kept
        self.clearSpans()
        self.cells.show_table(table, insight)
        for row, line in enumerate(table.lines):
            if line.row is None and len(table.columns) > 1:
                self.setSpan(row, 0, 1, len(table.columns))
        self._fit_columns()
        self._rows.forget()
        if kept is not None:
            self.go_to(*kept)

    def current_cell(self) -> tuple[str, str] | None:
        """The names of row and column of the current cell; None on a theme's line."""
        index, table = self.currentIndex(), self.cells.table
        if table is None or not index.isValid():
            return None
        row = table.lines[index.row()].row
        return (row.name, table.columns[index.column()].name) if row else None

    def go_to(self, row: str, column: str) -> bool:
        """Make a cell the current one and bring it into sight; whether it is there."""
        table = self.cells.table
        if table is None:
            return False
        rows = [at for at, line in enumerate(table.lines) if line.row and line.row.name == row]
        columns = [at for at, each in enumerate(table.columns) if each.name == column]
        if not rows:
            return False
        self.setCurrentIndex(self.cells.index(rows[0], columns[0] if columns else 0))
        self._rows.bring(rows[0])
        return bool(columns)

    def keep_in_sight(self) -> None:
        """Bring the current cell back into sight, if it is not."""
        if self.currentIndex().isValid():
            self._rows.bring(self.currentIndex().row())

    def go_to_first(self) -> None:
        """Make the first cell the current one."""
        table = self.cells.table
        first = next((at for at, line in enumerate(table.lines) if line.row), -1) if table else -1
        if first >= 0:
            self.setCurrentIndex(self.cells.index(first, 0))

    def arrange(self, arrangement: Arrangement, *, more: bool) -> None:
        """Take up another arrangement; ``more`` columns than those in sight can be swiped to."""
        self.swipe.awake = arrangement.against and more
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        self._titles.setVisible(not arrangement.stacked)
        self._columns.set_low(low=arrangement.tight and arrangement.against)
        if arrangement.stacked:
            self._below.set_tight(tight=arrangement.tight)
        self._delegate = self._below if arrangement.stacked else self._beside
        self._delegate.current = (self.currentIndex().row(), self.currentIndex().column())
        self.setItemDelegate(self._delegate)
        self._fit()

    # -- Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is current."""
        super().currentChanged(current, previous)
        self._delegate.current = (current.row(), current.column())
        if current.isValid():
            self.cell_reached.emit(current.row(), current.column())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons that lead back and forward are the window's."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class, then Qt's own."""
        index, table = self.currentIndex(), self.cells.table
        line = table.lines[index.row()] if table and index.isValid() else None
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if line is not None and line.row is None and event.key() in (*_OPEN, Qt.Key.Key_Space):
            self.theme_turned.emit(line.theme.name)
        elif line is not None and line.row is None and step:
            if (step < 0) != line.folded:
                self.theme_turned.emit(line.theme.name)
        elif line is not None and event.key() in _OPEN:
            self.passage_wanted.emit()
        elif step and line is not None and not 0 <= index.column() + step < self.cells.columnCount():
            self.edge_pressed.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps text elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_columns()
            self._rows.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the corner above the first column like the header beside it."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            painter = QPainter(watched)
            painter.fillRect(watched.rect(), self._theme.colour("surface"))
            painter.fillRect(0, watched.height() - 1, watched.width(), 1, self._theme.colour("line"))
            return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _press_cell(self, index: QModelIndex) -> None:
        self._press_title(index.row())

    @Slot(int)
    def _press_title(self, section: int) -> None:
        line = self.cells.line(section)
        if line.row is None:
            self.theme_turned.emit(line.theme.name)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if self.cells.line(index.row()).row is not None:
            self.passage_wanted.emit()

    @Slot()
    def _fit(self) -> None:
        self._delegate.dress()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_USUAL))
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self._fit_columns()
        self._rows.forget()

    def _fit_columns(self) -> None:
        self._titles.set_width(self._title_width())
        count = self.cells.columnCount()
        if count:
            width = self.viewport().width() or self.width()
            self._delegate.fit(width // count, width)
        header: QHeaderView = self.horizontalHeader()
        header.updateGeometry()

    def _title_width(self) -> int:
        scale = self._theme.zoom / 100
        return round(title_width(self.width() / scale, stacked=self._arrangement.stacked) * scale)

    def _height_of(self, row: int) -> int:
        if self._arrangement.stacked:
            return round(self._delegate.height_of(row))
        title = self._titles.height_of(row)
        if self.cells.line(row).row is None:
            return title
        return max(title, round(self._delegate.height_of(row)))

    def _dress_corner(self) -> None:
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)
