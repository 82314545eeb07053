"""A card that holds a plot.

Its title, what it means in a sentence, a table of the same figures, and export.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QBuffer,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from studyapp.store.durable import write_bytes
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.plot_sheet import PlotSheet
from studyapp.ui.widgets.plot_surface import Plot
from studyapp.ui.widgets.plot_table import PlotTable
from studyapp.ui.widgets.save_file import CSV, PNG, SVG, Kind, ask_file, tell_not_written
from studyapp.ui.widgets.scroll import bring_into_sight, room_of
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_SHARPNESS = 2.0
_NOTHING = "\N{NO-BREAK SPACE}"
"""Keeps the line free in which a mark is told, so that nothing moves when one is picked."""


class PlotPanel(QWidget):
    """A plot with all that belongs to it.

    With no figures it says what will stand here and how to come by it.
    """

    def __init__(self, theme: Theme, plot: Plot, *, empty: str) -> None:
        super().__init__()
        self._theme, self._plot, self._empty = theme, plot, empty
        self._table = PlotTable((), ())
        self._sentence = plain_label(theme, "", 12.5, "muted")
        self._told = plain_label(theme, _NOTHING, 12.5, "text")
        self._model = _TableModel()
        self._view = _table_view(plot.accessibleName(), self._model)
        self._switch = LinkButton(theme, "As a table")
        self._switch.setCheckable(True)
        self._export = LinkButton(theme, "Export…")
        self._lay_out(theme)
        plot.picked.connect(self._tell)
        plot.walked.connect(self._follow)
        self._switch.toggled.connect(self._swap)
        self._model.modelReset.connect(self._view.share_width)
        self._export.clicked.connect(self._offer)
        self.show_empty()

    @property
    def plot(self) -> Plot:
        """The plot itself."""
        return self._plot

    @property
    def table(self) -> PlotTable:
        """What the plot shows, as a table."""
        return self._table

    @property
    def sentence(self) -> str:
        """What the plot means, in words."""
        return self._sentence.text()

    @property
    def as_table(self) -> bool:
        """Whether the table is looked at instead of the plot."""
        return self._switch.isChecked()

    def show_as_table(self, on: bool) -> None:
        """Look at the table, or at the plot."""
        self._switch.setChecked(on)

    def add_above(self, widget: QWidget) -> None:
        """Put something between the sentence and the plot."""
        self._column.insertWidget(self._column.indexOf(self._plot), widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something beneath the plot."""
        self._column.addWidget(widget)

    def show_empty(self) -> None:
        """There are no figures, or none any more."""
        self._table = PlotTable((), ())
        self._sentence.setText(self._empty)
        for part in (self._plot, self._view, self._switch, self._export, self._told):
            part.setVisible(False)

    def show_figures(self, sentence: str, table: PlotTable) -> None:
        """Tell what the plot means and keep its figures; the plot was given its own before."""
        self._table = table
        self._model.show(table)
        self._sentence.setText(sentence)
        self._plot.set_sentence(sentence)
        self._told.setVisible(True)
        for part in (self._switch, self._export):
            part.setVisible(True)
        self._swap(self._switch.isChecked())

    def save_csv(self, file: Path) -> None:
        """Write the figures as CSV. Raises OSError when the file cannot be written."""
        write_bytes(file, self._table.csv().encode("utf-8-sig"))

    def save_picture(self, file: Path) -> None:
        """Write title, sentence and plot as PNG. Raises OSError."""
        sheet = PlotSheet(self._theme, self._plot, self.sentence)
        picture = QPixmap(sheet.size * _SHARPNESS)
        picture.setDevicePixelRatio(_SHARPNESS)
        sheet.paint_on(picture)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        write_bytes(file, bytes(buffer.data().data()))

    def save_drawing(self, file: Path) -> None:
        """Write title, sentence and plot as SVG. Raises OSError."""
        from PySide6.QtSvg import QSvgGenerator

        sheet = PlotSheet(self._theme, self._plot, self.sentence)
        canvas, buffer = QSvgGenerator(), QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        canvas.setOutputDevice(buffer)
        canvas.setSize(sheet.size)
        canvas.setViewBox(QRect(QPoint(), sheet.size))
        canvas.setTitle(self._plot.accessibleName())
        canvas.setDescription(self.sentence)
        sheet.paint_on(canvas)
        write_bytes(file, bytes(buffer.data().data()))

    def _lay_out(self, theme: Theme) -> None:
        self._column = column = Column(theme, self, gap=4)
        top = Row(theme, gap=12)
        top.addWidget(heading(theme, self._plot.accessibleName(), 14.5), 1)
        top.addWidget(self._switch)
        top.addWidget(self._export)
        column.addLayout(top)
        column.addWidget(self._sentence)
        column.add_space(6)
        column.addWidget(self._plot)
        column.addWidget(self._view)
        column.addWidget(self._told)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._told.setText(text or _NOTHING)

    @Slot()
    def _follow(self) -> None:
        """Keep what is told of a mark in sight with its plot, where both have room."""
        both, room = self._plot.geometry().united(self._told.geometry()), room_of(self)
        if room is not None and both.height() <= room:
            bring_into_sight(self, both)

    @Slot(bool)
    def _swap(self, table: bool) -> None:
        self._switch.set_text("As a plot" if table else "As a table")
        if not self._table.rows:
            return
        self._plot.setVisible(not table)
        self._view.setVisible(table)

    @Slot()
    def _offer(self) -> None:
        menu = QMenu(self)
        formats: dict[Kind, Callable[[Path], None]] = {
            PNG: self.save_picture,
            SVG: self.save_drawing,
            CSV: self.save_csv,
        }
        for kind, save in formats.items():
            menu.addAction(f"{kind.name}…", partial(self._save, kind, save))
        menu.popup(self._export.mapToGlobal(self._export.rect().bottomLeft()))

    def _save(self, kind: Kind, save: Callable[[Path], None]) -> None:
        called = self._plot.accessibleName().lower().replace(" ", "-")
        file = ask_file(self._theme, self, f"Export as {kind.name}", called, (kind,))
        if file is None:
            return
        try:
            save(file)
        except OSError as error:
            tell_not_written(self._theme, self, file, error, "Nothing was changed.")
        else:
            self._told.setText(f"Saved as {file.name}.")


class _TableModel(QAbstractTableModel):
    """A window on a plot's table."""

    def __init__(self) -> None:
        super().__init__()
        self._table = PlotTable((), ())

    def show(self, table: PlotTable) -> None:
        """Look at another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One row a mark."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One column a figure."""
        return 0 if parent.isValid() else len(self._table.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column holds."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._table.header):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._table.header[section] if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    """Names stand left, figures right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class _Table(QTableView):
    """The figures of a plot. The first column has what the others leave, and never less than its words need."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self.share_width()

    @Slot()
    def share_width(self) -> None:
        """Give every column what it needs and the first one the rest, where there is any."""
        header, columns = self.horizontalHeader(), self.model().columnCount()
        for column in range(columns):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if columns and header.length() < self.viewport().width():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _table_view(name: str, model: QAbstractTableModel) -> _Table:
    view = _Table()
    view.setAccessibleName(f"{name}, as a table")
    view.setModel(model)
    quiet_scroll_bars(view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.verticalHeader().setVisible(False)
    view.horizontalHeader().setHighlightSections(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setMinimumHeight(180)
    return view
