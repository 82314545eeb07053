"""A list of one column whose rows are as high as their text needs, quick with ten thousand of them."""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QFrame, QHeaderView, QTableView

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.lazy_rows import LazyRows
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_MEASURED = 60


class RowPainter(Protocol):
    """What the list asks of its delegate besides painting."""

    def height_of(self, row: int, width: int) -> int:
        """How high a row must be at a width, in pixels."""
        ...


class TallList(QTableView):
    """Shows a list model. A table underneath, because no other view of Qt has rows of unlike height at this speed.

    A click or Enter chooses a row; the arrow keys only move.
    """

    chosen_row = Signal(int)
    """The row to open."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        usual_height: float,
        ground: QPalette.ColorRole = QPalette.ColorRole.Window,
    ) -> None:
        super().__init__()
        self._theme, self._usual = theme, usual_height
        self._painter: RowPainter | None = None
        self._heights: dict[int, int] = {}
        quiet_scroll_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.viewport().setBackgroundRole(
            ground
        )  # opaque, so that scrolling moves pixels instead of painting all
        self.rows = LazyRows(self, self._height_of)
        self.clicked.connect(self._choose)
        theme.zoomed.connect(self._fit)

    def show_rows(self, model: QAbstractItemModel, painter: QAbstractItemDelegate) -> None:
        """Show a model with a delegate that is a ``RowPainter`` too."""
        self.setModel(model)
        self.setItemDelegate(painter)
        self._painter = painter  # type: ignore[assignment] # a delegate cannot inherit from a protocol
        model.modelReset.connect(self._refit)
        self._fit()

    def set_current(self, row: int) -> None:
        """Make a row the current one and bring it into sight; nothing is chosen."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.rows.bring(row)

    def content_height(self) -> int:
        """How high the list would have to be to show all of a short model."""
        count = self.verticalHeader().count()
        measured = min(count, _MOST_MEASURED)
        height = sum(self._height_of(row) for row in range(measured))
        return height + (count - measured) * self._theme.px(self._usual)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self._theme.px(200), self.content_height())

    def minimumSizeHint(self) -> QSize:
        """Three usual rows, or all when there are fewer."""
        return QSize(self._theme.px(60), min(self.content_height(), self._theme.px(3 * self._usual)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons that lead back and forward are the window's."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and the last row."""
        count = self.verticalHeader().count()
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self.set_current(0 if event.key() == Qt.Key.Key_Home else count - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps text elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._refit()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen_row.emit(index.row())

    @Slot()
    def _refit(self) -> None:
        self._heights.clear()
        self.rows.forget()
        self.updateGeometry()

    @Slot()
    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._usual))
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self._refit()

    def _height_of(self, row: int) -> int:
        height = self._heights.get(row)
        if height is None:
            height = self._painter.height_of(row, self.viewport().width()) if self._painter else 1
            self._heights[row] = height
        return height
