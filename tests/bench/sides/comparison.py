"""Opens a comparison of 12 columns × 2,000 rows, or scrolls it by one frame: ``… sides.comparison ours|bare open|scroll``.

``ours`` is the table of the Compare page. ``bare`` is a QTableView with Qt's own delegate on a constant Python model of
the same cells: the same wrapping in columns of the same width, row titles in a header that stays, all rows of one height.
"""

import random
import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

from studyapp import bundle
from studyapp.catalog.comparison import Cell, CellKind, Column, Comparison, Row, Theme
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId
from studyapp.study.comparison_table import Wish, lay_out
from studyapp.ui.compare.table_view import ComparisonView
from studyapp.ui.theme import Theme as Looks
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle

COLUMNS, ROWS, THEMES = 12, 2_000, 40
SIZE = (2_450, 800)
FRAME = 40
"""Pixels that one frame goes on."""

Build = Callable[[], QTableView]
Index = QModelIndex | QPersistentModelIndex
WORDS = "decides what is worth building and in which order while others say why it is needed and when".split()


def comparison() -> Comparison:
    dice = random.Random(5)
    columns = tuple(Column(f"c{n}", f"Column {n}", f"C{n}", "product-owner") for n in range(COLUMNS))
    themes = tuple(Theme(f"t{n}", f"Theme {n}") for n in range(THEMES))

    def row(number: int) -> Row:
        cells = tuple(
            Cell(ItemId(f"p/cell/x.r{number}.c{at}"), _text(dice), CellKind.RULE, None, UNSETTLED)
            for at in range(COLUMNS)
        )
        return Row(f"r{number}", f"Dimension {number}", f"t{number * THEMES // ROWS}", cells)

    return Comparison(ItemId("p/comparison/x"), "Large", columns, themes, tuple(map(row, range(ROWS))))


def _text(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(4, 16)))


class Constant(QAbstractTableModel):
    """The same cells, and nothing else."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._texts)

    def columnCount(self, parent: Index | None = None) -> int:
        return COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._texts[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        return f"Dimension {section}" if role == Qt.ItemDataRole.DisplayRole else None


def ours(table: Comparison, theme: Looks) -> QTableView:
    view = ComparisonView(theme)
    view.resize(*SIZE)
    view.show_table(lay_out(table, Wish(table.id, tuple(column.name for column in table.columns))))
    return view


def bare(table: Comparison, theme: Looks) -> QTableView:
    view = QTableView()
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(*SIZE)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().setDefaultSectionSize(70)
    model = Constant([[cell.text for cell in row.cells] for row in table.rows])
    model.setParent(view)
    view.setModel(model)
    return view


def opening(build: Build) -> Side:
    """From the table's values to its first paint."""

    def once() -> float:
        idle()
        began = time.perf_counter()
        view = build()
        painted = Painted(view.viewport())
        painted.after(view.show, appears=True)
        took = (time.perf_counter() - began) * 1000
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete.value)
        return took

    return once


def scrolling(view: QTableView) -> Side:
    """One frame further down, again and again."""
    view.show()
    idle()
    painted = Painted(view.viewport())

    def frame() -> None:
        bar = view.verticalScrollBar()
        bar.setValue((bar.value() + FRAME) % bar.maximum())

    return lambda: painted.after(frame)


def main() -> None:
    QApplication([])
    theme = Looks(bundle.resources_dir(), "light")
    theme.apply()
    build = partial({"ours": ours, "bare": bare}[sys.argv[1]], comparison(), theme)
    serve(opening(build) if sys.argv[2] == "open" else scrolling(build()))


main()
