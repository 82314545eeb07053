"""A small table that is as high as its rows: names left, figures right, nothing cut."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.scroll import bring_into_sight
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_BETWEEN, _AROUND = 14.0, 5.0
"""Free space between columns, and in each row besides its text, in CSS pixels."""
_WIDEST = 0.23


class FigureTable(QTableView):
    """Shows rows of texts; the first column takes the room that the figures leave."""

    def __init__(self, theme: Theme, name: str, header: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._rows = _Rows(tuple(header))
        self.setModel(self._rows)
        self.setAccessibleName(name)
        quiet_scroll_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        theme.zoomed.connect(self._later.start)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self._rows.show(tuple(rows))
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as header and rows."""
        rows = self.verticalHeader()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows.length() + 2)

    def minimumSizeHint(self) -> QSize:
        """May be squeezed in width alone."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps names elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The row that a key came to is brought into sight: the page scrolls, not the table."""
        super().keyPressEvent(event)
        if self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex()).translated(self.viewport().pos())
            bring_into_sight(self, row)

    @Slot()
    def _fit(self) -> None:
        """Figures have what they need, up to their share of a narrow table; there they wrap as names do."""
        header, between = self.horizontalHeader(), self._theme.px(_BETWEEN)
        most = round(_WIDEST * self.viewport().width())
        for column in range(1, self._rows.columnCount()):
            wide = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            header.resizeSection(column, max(header.minimumSectionSize(), min(wide + between, most)))
        self.resizeRowsToContents()
        for row in range(self._rows.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + self._theme.px(_AROUND))
        self.updateGeometry()


class _Rows(QAbstractTableModel):
    """A window on rows of texts."""

    def __init__(self, header: tuple[str, ...]) -> None:
        super().__init__()
        self._header = header
        self.rows: tuple[tuple[str, ...], ...] = ()

    def show(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Look at other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One for each row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """As many as the header has."""
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column holds."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._header):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._header[section] if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
