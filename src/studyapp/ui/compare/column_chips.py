"""A chip for each column of a comparison, in the column's colour; a press shows or hides it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.comparison import Column
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow


class ColumnChip(Chip):
    """``+ Developers`` while the column is hidden."""

    def __init__(self, theme: Theme, column: Column) -> None:
        super().__init__(theme, column.title, colour=column.colour or "accent")
        self.column = column
        self.toggled.connect(self._say)
        self._say()

    def _shown(self) -> str:
        return self.text() if self.isChecked() else f"+ {self.text()}"

    @Slot()
    def _say(self) -> None:
        self.bold = self.isChecked()
        self.setAccessibleDescription("shown" if self.isChecked() else "hidden")
        self.updateGeometry()


class ColumnChips(QWidget):
    """Tells which column was pressed."""

    turned = Signal(object)
    """The name of the column to show or hide."""

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """Tab comes to the chips from ``before``."""
        super().__init__()
        self._theme, self._before = theme, before
        self._columns: tuple[Column, ...] = ()
        self._chips: list[ColumnChip] = []
        self._flow = Flow(theme, self, gap=8)

    def show_columns(self, columns: Sequence[Column], shown: Sequence[str]) -> None:
        """A chip for each column; those of ``shown`` are checked."""
        if tuple(columns) != self._columns:
            self._rebuild(columns)
        for chip in self._chips:
            chip.setChecked(chip.column.name in shown)

    def _rebuild(self, columns: Sequence[Column]) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._columns = tuple(columns)
        self._chips = [ColumnChip(self._theme, column) for column in columns]
        for chip in self._chips:
            chip.clicked.connect(self._turn)
            self._flow.addWidget(chip)
        for before, after in pairwise((self._before, *self._chips)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _turn(self) -> None:
        chip: QObject = self.sender()
        if isinstance(chip, ColumnChip):
            self.turned.emit(chip.column.name)
