"""A comparison as the learner wishes to see it, with its controls and keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studyapp.catalog.comparison import Comparison
from studyapp.ids import ItemId
from studyapp.study.comparison_desk import CellView
from studyapp.study.comparison_export import Format
from studyapp.study.comparison_table import Order, Table, Wish
from studyapp.study.desks import Desks
from studyapp.study.table_drill import DrillScope
from studyapp.ui.address import article_address, page_address
from studyapp.ui.compare import drills, looks
from studyapp.ui.compare.controls import Controls
from studyapp.ui.compare.drills import Offer
from studyapp.ui.compare.folded_menu import FoldedMenu, Part
from studyapp.ui.compare.insight import Insight, taken_for
from studyapp.ui.compare.stage import Stage
from studyapp.ui.compare.way_out import WayOut
from studyapp.ui.compare.wish_state import read_wish, written_wish
from studyapp.ui.compare.wording import EXPORT, NO_COMPARISONS
from studyapp.ui.copy_address import CopyAddress
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.layouts import Column, Sides

_ROOMY: Sides = (24, 16, 24, 20)
_CRAMPED: Sides = (6, 2, 6, 3)


class TablePart(QWidget):
    """Shows one comparison at a time; remembers how each was looked at."""

    navigated = Signal(str)
    """An address to go to."""
    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    drilled = Signal(object)
    """The ``DrillScope`` to sit down to."""
    choice_wanted = Signal()
    """The guided choice of a role is asked for."""
    shown = Signal(object)
    """The comparison in sight is this one, or None."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desks.comparisons, theme
        self.wish: Wish | None = None
        self._wishes: dict[str, Wish] = {}
        self.laid: Table | None = None
        self.controls = Controls(theme)
        self.stage = Stage(theme, self.controls.slide_bar, self._desk.look, self._mixed_with)
        self.folded = FoldedMenu(theme, "Table", self._folded_parts())
        self.folded.hide()
        self._way_out = WayOut(theme, self)
        self._column = Column(theme, self, margins=_ROOMY, gap=14)
        self._column.addWidget(self.controls)
        self._column.addWidget(self.stage, 1)
        FocusLead(self, self.stage)
        self._connect()
        self._add_actions()

    # -- what the page asks

    def catch_up(self) -> None:
        """Show the comparisons as the packs have them now."""
        if self.wish is None or self.named(self.wish.comparison) is None:
            largest = self._desk.largest()
            self.wish = self._desk.first_wish(largest) if largest else None
        self.show_now()

    def named(self, name: str) -> Comparison | None:
        """A comparison by its identifier."""
        return next((table for table in self._desk.comparisons() if table.id == name), None)

    def set_room(self, *, low: bool, tiny: bool) -> None:
        """With little height menus stand for the chips; with very little the table has nearly all of it."""
        self._column.set_margins(_CRAMPED if tiny else _ROOMY)
        self.controls.set_compact(compact=low)
        self.controls.setVisible(not tiny)
        self.folded.setVisible(tiny)
        self.stage.set_room(low=low, tiny=tiny)

    def choose(self, comparison: Comparison) -> None:
        """Show a comparison as it was looked at last."""
        if self.wish is not None:
            if self.wish.comparison == comparison.id:
                return
            self._wishes[self.wish.comparison] = self.wish
        self.wish = self._wishes.get(comparison.id) or self._desk.first_wish(comparison)
        self.show_now()

    def reveal(self, row: str, column: str) -> None:
        """Make a cell the current one, whatever hides it."""
        if self.wish is None or self.laid is None:
            return
        wish, comparison = self.wish, self.laid.comparison
        if column not in wish.columns:
            wish = wish.toggled(column, tuple(each.name for each in comparison.columns))
        if not any(line.row and line.row.name == row for line in self.laid.lines):
            theme = next((each.theme for each in comparison.rows if each.name == row), "")
            wish = replace(wish, folded=wish.folded - {theme}, words="", differing=False)
        self._change(wish)
        self.stage.go_to(row, column)

    def state(self) -> dict[str, Any]:
        """What is shown, of every comparison that was looked at."""
        here = self.stage.view.current_cell()
        shown = self._wishes | ({self.wish.comparison: self.wish} if self.wish else {})
        return {
            "comparison": self.wish.comparison if self.wish else "",
            "wishes": [written_wish(wish) for wish in shown.values()],
            "cell": list(here) if here else [],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was shown at the last end."""
        kept = state.get("wishes")
        wishes = filter(None, map(read_wish, kept if isinstance(kept, list) else ()))
        self._wishes = {wish.comparison: wish for wish in wishes}
        comparison = self.named(str(state.get("comparison")))
        if comparison is not None:
            self.wish = None
            self.choose(comparison)
        cell = state.get("cell")
        if isinstance(cell, list) and len(cell) == 2:
            self.stage.go_to(str(cell[0]), str(cell[1]))

    def show_now(self) -> None:
        """Show the table as the log and the packs have it now."""
        self.controls.setEnabled(self.wish is not None)
        if self.wish is None:
            self.laid = None
            self.stage.show_none(NO_COMPARISONS)
            self.shown.emit(None)
            return
        self.laid = table = self._desk.table(self.wish)
        comparison = table.comparison
        self.controls.show_columns(comparison.columns, [column.name for column in table.columns])
        self.controls.differing.setChecked(self.wish.differing)
        self.controls.show_drill(possible=drills.drillable(table))
        if self.stage.card.filter.text().split() != self.wish.words.split():
            self.stage.card.filter.setText(self.wish.words)
        wish, insight = self.wish, self._insight(comparison)
        self.stage.show_table(table, insight, against=wish.against, differing=wish.differing)
        self.shown.emit(comparison)

    def _folded_parts(self) -> Sequence[Part]:
        controls = self.controls
        return (
            ("Columns", controls.columns),
            ("View", controls.view),
            ("Drill", controls.drills),
            ("Export", controls.export),
            ("Choose a role for real work\tCtrl+Shift+R", self.choice_wanted.emit),
            ("Filter rows\tCtrl+F", self._ask_filter),
            ("What the cell rests on\tI", self.stage.turn),
            ("Write a note on the cell\tN", self.stage.write_note),
        )

    def _insight(self, comparison: Comparison) -> Insight:
        tinted = self.wish is not None and self.wish.tinted
        taken = taken_for(self._desk.confusions_in(comparison)) if tinted else {}
        return Insight(self._desk.knowledge(comparison), tinted, taken, self._desk.documents())

    def _mixed_with(self, cell: ItemId) -> Any:
        return self._desk.mixed_with(self.laid.comparison, cell) if self.laid else None

    def _change(self, wish: Wish) -> None:
        if wish != self.wish:
            here = self.stage.view.current_cell()
            self.wish = wish
            self.show_now()
            if here is not None:
                self.stage.go_to(*here)

    # -- what happens

    def _connect(self) -> None:
        controls, stage = self.controls, self.stage
        controls.column_turned.connect(self._turn_column)
        controls.differing.toggled.connect(self._turn_differing)
        controls.view.asked.connect(self._offer_looks)
        controls.view.chosen.connect(self._take_look)
        controls.export.chosen.connect(self._export)
        controls.drill.clicked.connect(self._drill)
        controls.drills.asked.connect(self._offer_drills)
        controls.drills.chosen.connect(self._begin)
        stage.card.filter.textChanged.connect(self._filter)
        stage.view.theme_turned.connect(self._turn_theme)
        stage.view.column_dropped.connect(self._put_beside)
        stage.passage_wanted.connect(self._read_passage)
        stage.noted.connect(self._keep_note)

    def _add_actions(self) -> None:
        controls = self.controls
        for text, key, slot in (
            ("Filter rows", "Ctrl+F", self._ask_filter),
            ("Only rows that differ", "Ctrl+Shift+O", controls.differing.toggle),
            ("View", "Ctrl+Shift+V", controls.view.open_menu),
            (looks.ORDERS[Order.THEME], "", self._sort(Order.THEME)),
            (looks.ORDERS[Order.MIXED_UP], "", self._sort(Order.MIXED_UP)),
            (looks.ORDERS[Order.LEAST_KNOWN], "", self._sort(Order.LEAST_KNOWN)),
            ("Tint what I mix up", "Ctrl+Shift+T", self._tint),
            ("Mark the words that differ", "Ctrl+Shift+W", self._mark),
            ("One against one", "Ctrl+Shift+G", self._turn_against),
            ("Fold all themes", "", self._fold_all),
            ("Unfold all themes", "", self._unfold_all),
            ("Move the column to the left", "Ctrl+Shift+Left", self._move_left),
            ("Move the column to the right", "Ctrl+Shift+Right", self._move_right),
            ("Pin the column", "Ctrl+Shift+P", self._pin),
            ("Hide the column", "Ctrl+Shift+H", self._hide_column),
            ("Turn between table and cell", "I", self.stage.turn),
            ("Write a note on the cell", "N", self.stage.write_note),
            ("Export the table", "Ctrl+Shift+E", controls.export.open_menu),
            ("Drill these rows", "Ctrl+Shift+D", controls.drill.click),
            ("More drills", "Ctrl+Shift+M", controls.drills.open_menu),
            ("Choose a role for real work", "Ctrl+Shift+R", self.choice_wanted.emit),
        ):
            self.addAction(_action(self, text, key, slot))
        CopyAddress(self, "Copy the address of this cell", self._in_sight)

    def _in_sight(self) -> str:
        view = self.stage.current()
        return view.cell.id if view is not None else ""

    # -- columns

    @Slot(object)
    def _turn_column(self, column: str) -> None:
        if self.wish and self.laid:
            names = tuple(each.name for each in self.laid.comparison.columns)
            self._change(self.wish.toggled(column, names))
            self.controls.show_columns(self.laid.comparison.columns, self.wish.columns)

    @Slot()
    def _move_left(self) -> None:
        self._move(-1)

    @Slot()
    def _move_right(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        here = self.stage.view.current_cell()
        if self.wish and here:
            self._change(self.wish.moved(here[1], steps))

    @Slot(str, str, bool)
    def _put_beside(self, column: str, neighbour: str, after: bool) -> None:
        if self.wish:
            self._change(self.wish.beside(column, neighbour, after=after))

    @Slot()
    def _pin(self) -> None:
        here = self.stage.view.current_cell()
        if self.wish and here:
            self._change(self.wish.repinned(here[1]))

    @Slot()
    def _hide_column(self) -> None:
        here = self.stage.view.current_cell()
        if here:
            self._turn_column(here[1])

    # -- rows and looks

    @Slot()
    def _offer_looks(self) -> None:
        if self.wish and self.laid:
            view = self.stage.current()
            offered = looks.looks(self.wish, self.laid, view.column if view else None)
            items = [(look.text, look) for look in offered]
            self.controls.view.offer(items, *(look for look in offered if look.on))

    @Slot(object)
    def _take_look(self, look: looks.Look) -> None:
        if look.wish is not None:
            self._change(look.wish)

    def _sort(self, order: Order) -> Callable[[], None]:
        return lambda: self._change(replace(self.wish, order=order)) if self.wish else None

    @Slot()
    def _tint(self) -> None:
        if self.wish:
            self._change(looks.tinted(self.wish))

    @Slot()
    def _turn_against(self) -> None:
        if self.wish:
            self._change(looks.one_against_one(self.wish))

    @Slot()
    def _mark(self) -> None:
        view = self.stage.current()
        if self.wish and self.laid and view:
            self._change(looks.against(self.wish, self.laid, view.column))

    @Slot()
    def _fold_all(self) -> None:
        if self.wish and self.laid:
            self._change(looks.folded(self.wish, self.laid))

    @Slot()
    def _unfold_all(self) -> None:
        if self.wish:
            self._change(replace(self.wish, folded=frozenset()))

    @Slot(bool)
    def _turn_differing(self, on: bool) -> None:
        if self.wish:
            self._change(replace(self.wish, differing=on))

    @Slot(str)
    def _turn_theme(self, theme: str) -> None:
        if self.wish:
            self._change(self.wish.refolded(theme))

    @Slot(str)
    def _filter(self, words: str) -> None:
        if self.wish:
            self._change(replace(self.wish, words=words))

    @Slot()
    def _ask_filter(self) -> None:
        self.stage.card.ask()

    # -- from the table elsewhere

    @Slot()
    def _read_passage(self) -> None:
        view = self.stage.current()
        if view is not None and view.cell.proof is not None:
            proof = view.cell.proof
            self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot(object, str)
    def _keep_note(self, view: CellView, text: str) -> None:
        self.changed.emit(self._desk.note(view.cell.id, view.cell.revision, text))

    @Slot()
    def _drill(self) -> None:
        if self.laid is not None:
            self.drilled.emit(drills.rows_in_sight(self.laid))

    @Slot()
    def _offer_drills(self) -> None:
        if self.laid is not None:
            self.controls.drills.offer(drills.offers(self._desk, self.laid, self.stage.current()))

    @Slot(object)
    def _begin(self, wanted: DrillScope | Offer) -> None:
        if wanted is Offer.CARDS and self.laid is not None:
            passages = " ".join(self._desk.passages(self.laid))
            self.navigated.emit(page_address("cards", scope=f"passages:{passages}"))
        else:
            self.drilled.emit(wanted)

    @Slot(object)
    def _export(self, choice: tuple[str, Format]) -> None:
        """Every chosen column; where one stands against one, those two alone: what is in sight is what goes out."""
        if self.laid is not None:
            pair = self.stage.view.cells.table if self.stage.arrangement.against else None
            text = self._desk.written(pair or self.laid, EXPORT, choice[1])
            self._way_out.hand_on(choice, text, self.laid.comparison.title, landscape=True)


def _action(owner: QWidget, text: str, key: str, slot: Callable[[], object]) -> QAction:
    action = QAction(text, owner)
    if key:
        action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(slot)
    return action
