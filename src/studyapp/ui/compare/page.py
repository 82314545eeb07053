"""The Compare page: choose a comparison, its columns and rows; see what each cell rests on; drill and export."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.catalog.comparison import Comparison
from studyapp.study.change import Change
from studyapp.study.comparison_export import Format
from studyapp.study.comparison_table import Table, Wish
from studyapp.study.desks import Desks
from studyapp.study.table_drill import DrillScope
from studyapp.ui.address import Route, article_address, page_address
from studyapp.ui.compare import drills
from studyapp.ui.compare.controls import Controls
from studyapp.ui.compare.drilling import Drilling
from studyapp.ui.compare.drills import Offer
from studyapp.ui.compare.menu_button import MenuButton
from studyapp.ui.compare.stage import Stage
from studyapp.ui.compare.way_out import WayOut
from studyapp.ui.compare.wish_state import read_wish, written_wish
from studyapp.ui.compare.wording import EXPORT, NO_COMPARISONS
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column

_LOW = 600.0
"""CSS pixels of height below which a menu stands for the chips."""


class ComparePage(Page):
    """Shows one comparison at a time as the learner wishes."""

    title = "Compare"
    cares_for: ClassVar[Change] = Change.CONTENT | Change.NOTES | Change.REVIEWS

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._desk, self._theme = desks, desks.comparisons, theme
        self._wish: Wish | None = None
        self._wishes: dict[str, Wish] = {}
        self._table: Table | None = None
        self.setAccessibleName(self.title)
        self.chooser = MenuButton(theme, "Choose a comparison")
        self.controls = Controls(theme)
        self.stage = Stage(theme, self.controls.slide_bar, self._desk.look)
        self._stack = QStackedLayout(self)
        self._body = QWidget()
        column = Column(theme, self._body, margins=(24, 16, 24, 20), gap=14)
        column.addWidget(self.controls)
        column.addWidget(self.stage, 1)
        self._stack.addWidget(self._body)
        self._way_out = WayOut(theme, self)
        self._connect()

    @cached_property
    def drilling(self) -> Drilling:
        """The exercises, made when they are first asked for."""
        part = Drilling(self._desks, self._theme)
        part.changed.connect(self.changed)
        part.navigated.connect(self.navigated)
        part.left.connect(self._show_table)
        part.cell_wanted.connect(self._show_cell)
        self._stack.addWidget(part)
        return part

    @property
    def is_drilling(self) -> bool:
        """Whether exercises are in sight."""
        return self._stack.currentIndex() > 0

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Show the comparisons as the packs have them now."""
        if change & Change.CONTENT:
            if self._wish is None or self._comparison(self._wish.comparison) is None:
                largest = self._desk.largest()
                self._wish = self._desk.first_wish(largest) if largest else None
            self._show()
            if self.is_drilling:
                self._show_table()
        elif not self.is_drilling:
            self.stage.refresh_cell()

    def open(self, route: Route) -> None:
        """Show the comparison and the cell that an address names."""
        if "drill" in route.options and self.is_drilling:
            self.drilling.take_focus()
            return
        if self.is_drilling:
            self._show_table()
        place = self._desk.find(route.options.get("cell", ""))
        wanted = place[0] if place else self._comparison(route.options.get("table", ""))
        if wanted is not None:
            self._choose(wanted)
        if place:
            self._reveal(place[1], place[2])
        columns = tuple(route.options.get("pair", "").split())
        if wanted is not None and len(columns) == 2:
            self._begin(DrillScope(wanted.id, columns, pair=True))

    def place(self) -> str:
        """The comparison in sight, and its current cell."""
        if self._wish is None:
            return ""
        if self.is_drilling:
            return page_address("compare", table=self._wish.comparison, drill="on")
        view = self.stage.current()
        cell = {"cell": str(view.cell.id)} if view else {}
        return page_address("compare", table=self._wish.comparison, **cell)

    def top_bar_widgets(self) -> Sequence[QWidget]:
        """What to compare."""
        return (self.chooser,)

    def state(self) -> dict[str, Any]:
        """What is shown, of every comparison that was looked at."""
        here = self.stage.view.current_cell()
        shown = self._wishes | ({self._wish.comparison: self._wish} if self._wish else {})
        return {
            "comparison": self._wish.comparison if self._wish else "",
            "wishes": [written_wish(wish) for wish in shown.values()],
            "cell": list(here) if here else [],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was shown at the last end."""
        kept = state.get("wishes")
        wishes = filter(None, map(read_wish, kept if isinstance(kept, list) else ()))
        self._wishes = {wish.comparison: wish for wish in wishes}
        comparison = self._comparison(str(state.get("comparison")))
        if comparison is not None:
            self._wish = None
            self._choose(comparison)
        cell = state.get("cell")
        if isinstance(cell, list) and len(cell) == 2:
            self.stage.go_to(str(cell[0]), str(cell[1]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page itself has nothing to type into: hand the keyboard on to what is in sight."""
        super().focusInEvent(event)
        if self.is_drilling:
            self.drilling.take_focus()
        else:
            self.stage.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its height for the table."""
        super().resizeEvent(event)
        self.controls.set_compact(compact=self.height() < self._theme.px(_LOW))

    # -- showing

    def _comparison(self, name: str) -> Comparison | None:
        return next((table for table in self._desk.comparisons() if table.id == name), None)

    def _choose(self, comparison: Comparison) -> None:
        if self._wish is not None:
            if self._wish.comparison == comparison.id:
                return
            self._wishes[self._wish.comparison] = self._wish
        self._wish = self._wishes.get(comparison.id) or self._desk.first_wish(comparison)
        self._show()

    def _show(self) -> None:
        for widget in (self.controls, self.chooser):
            widget.setEnabled(self._wish is not None)
        if self._wish is None:
            self._table = None
            self.stage.show_none(NO_COMPARISONS)
            return
        self._table = self._desk.table(self._wish)
        comparison = self._table.comparison
        items = [(table.title, table.id) for table in self._desk.comparisons()]
        self.chooser.offer(items, comparison.id)
        self.chooser.set_text(comparison.title)
        names = [column.name for column in self._table.columns]
        self.controls.show_columns(comparison.columns, names)
        self.controls.differing.setChecked(self._wish.differing)
        self.controls.show_drill(self._desks.table_drill.size(drills.rows_in_sight(self._table)))
        if self.stage.card.filter.text().split() != self._wish.words.split():
            self.stage.card.filter.setText(self._wish.words)
        self.stage.show_table(self._table)

    def _change(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._show()

    def _reveal(self, row: str, column: str) -> None:
        if self._wish is None or self._table is None:
            return
        wish, comparison = self._wish, self._table.comparison
        if column not in wish.columns:
            wish = wish.toggled(column, tuple(each.name for each in comparison.columns))
        if not any(line.row and line.row.name == row for line in self._table.lines):
            theme = next((each.theme for each in comparison.rows if each.name == row), "")
            wish = replace(wish, folded=wish.folded - {theme}, words="", differing=False)
        self._change(wish)
        self.stage.go_to(row, column)

    # -- what happens

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._go_to_comparison)
        self.controls.column_turned.connect(self._turn_column)
        self.controls.differing.toggled.connect(self._turn_differing)
        self.controls.export.chosen.connect(self._export)
        self.controls.drill.clicked.connect(self._drill)
        self.controls.drills.asked.connect(self._offer_drills)
        self.controls.drills.chosen.connect(self._begin)
        self.stage.card.filter.textChanged.connect(self._filter)
        self.stage.view.theme_turned.connect(self._turn_theme)
        self.stage.passage_wanted.connect(self._read_passage)
        for text, key, slot in (
            ("Choose a comparison", "Ctrl+L", self.chooser.open_menu),
            ("Filter rows", "Ctrl+F", self._ask_filter),
            ("Only rows that differ", "Ctrl+Shift+O", self.controls.differing.toggle),
            ("Move the column to the left", "Ctrl+Shift+Left", self._move_left),
            ("Move the column to the right", "Ctrl+Shift+Right", self._move_right),
            ("Hide the column", "Ctrl+Shift+H", self._hide_column),
            ("Export the table", "Ctrl+Shift+E", self.controls.export.open_menu),
            ("Drill these rows", "Ctrl+Shift+D", self.controls.drill.click),
            ("More drills", "Ctrl+Shift+M", self.controls.drills.open_menu),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    @Slot(object)
    def _go_to_comparison(self, name: str) -> None:
        self.navigated.emit(page_address("compare", table=name))

    @Slot(object)
    def _turn_column(self, column: str) -> None:
        if self._wish and self._table:
            names = tuple(each.name for each in self._table.comparison.columns)
            self._change(self._wish.toggled(column, names))
            self.controls.show_columns(self._table.comparison.columns, self._wish.columns)

    @Slot(bool)
    def _turn_differing(self, on: bool) -> None:
        if self._wish:
            self._change(replace(self._wish, differing=on))

    @Slot(str)
    def _turn_theme(self, theme: str) -> None:
        if self._wish:
            self._change(self._wish.refolded(theme))

    @Slot(str)
    def _filter(self, words: str) -> None:
        if self._wish:
            self._change(replace(self._wish, words=words))

    @Slot()
    def _ask_filter(self) -> None:
        self.stage.card.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.stage.card.filter.selectAll()

    @Slot()
    def _move_left(self) -> None:
        self._move(-1)

    @Slot()
    def _move_right(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        here = self.stage.view.current_cell()
        if self._wish and here:
            self._change(self._wish.moved(here[1], steps))
            self.stage.go_to(*here)

    @Slot()
    def _hide_column(self) -> None:
        here = self.stage.view.current_cell()
        if here:
            self._turn_column(here[1])

    @Slot()
    def _read_passage(self) -> None:
        view = self.stage.current()
        if view is not None and view.cell.proof is not None:
            proof = view.cell.proof
            self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot()
    def _drill(self) -> None:
        if self._table is not None:
            self._begin(drills.rows_in_sight(self._table))

    @Slot()
    def _offer_drills(self) -> None:
        if self._table is not None:
            self.controls.drills.offer(drills.offers(self._desk, self._table, self.stage.current()))

    @Slot(object)
    def _begin(self, wanted: DrillScope | Offer) -> None:
        if self._table is None:
            return
        if wanted is Offer.CARDS:
            passages = " ".join(self._desk.passages(self._table))
            self.navigated.emit(page_address("cards", scope=f"passages:{passages}"))
        elif isinstance(wanted, DrillScope):
            self.drilling.begin(wanted)
            self._show_drilling()

    def _show_drilling(self) -> None:
        self._stack.setCurrentWidget(self.drilling)
        self._turn(drilling=True)
        self.drilling.take_focus()

    @Slot()
    def _show_table(self) -> None:
        self._stack.setCurrentIndex(0)
        self._turn(drilling=False)
        self._show()
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _show_cell(self, row: str, column: str) -> None:
        self._show_table()
        self._reveal(row, column)

    def _turn(self, *, drilling: bool) -> None:
        """The table's keys sleep while exercises are in sight."""
        self.chooser.setEnabled(not drilling)
        for action in self.actions():
            action.setEnabled(not drilling)
            action.setVisible(not drilling)

    @Slot(object)
    def _export(self, choice: tuple[str, Format]) -> None:
        if self._table is not None:
            self._way_out.hand_on(
                choice, self._desk.written(self._table, EXPORT, choice[1]), self.chooser.text()
            )
