"""The Compare page: a table that tells roles apart, what each cell rests on, and exercises made from it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.catalog.comparison import Comparison
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.table_drill import DrillScope
from studyapp.ui.address import Route, page_address
from studyapp.ui.compare.choosing import Choosing
from studyapp.ui.compare.drilling import Drilling
from studyapp.ui.compare.menu_button import SHORTEST, MenuButton
from studyapp.ui.compare.table_part import TablePart
from studyapp.ui.keys import Keys
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton

_LOW = 600.0
"""CSS pixels of height below which a menu stands for the chips."""

_TINY = 400.0
"""CSS pixels of height below which the table has all of it, and what a cell rests on stands in its place on demand."""


_BESIDE = 310.0
"""CSS pixels of the top bar that what stands beside the chooser cannot do without."""


class ComparePage(Page):
    """Shows the table, the exercises made from it, or the choice of a role."""

    title = "Compare"
    cares_for: ClassVar[Change] = Change.CONTENT | Change.NOTES | Change.REVIEWS

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._offers_choice = False
        self._begun: Mapping[str, Any] = {}
        self.setAccessibleName(self.title)
        self.chooser = MenuButton(theme, "Choose a comparison", shortens=True)
        self.choose = QuietButton(theme, "Choose a role…")
        self.choose.height_px = MenuButton.height_px
        self.choose.setAccessibleName("Choose a role for real work")
        self.choose.setParent(self)  # until it stands in the top bar: alone it would be a window of its own
        self.table = TablePart(desks, theme)
        self.controls, self.stage = self.table.controls, self.table.stage
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
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

    @cached_property
    def choosing(self) -> Choosing:
        """The guided choice, made when it is first asked for."""
        part = Choosing(self._desks, self._theme)
        part.changed.connect(self.changed)
        part.navigated.connect(self.navigated)
        part.left.connect(self._show_table)
        self._stack.addWidget(part)
        return part

    @property
    def is_choosing(self) -> bool:
        """Whether a guided choice is in sight."""
        return "choosing" in self.__dict__ and self._stack.currentWidget() is self.choosing

    @property
    def is_away(self) -> bool:
        """Whether something else than the table is in sight."""
        return self._stack.currentIndex() > 0

    @property
    def is_drilling(self) -> bool:
        """Whether exercises are in sight."""
        return "drilling" in self.__dict__ and self._stack.currentWidget() is self.drilling

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Show the comparisons as the packs and the log have them now."""
        if change & Change.CONTENT:
            self.table.catch_up()
            self._offers_choice = bool(self._desks.choices.choices())
            self._share_out()
            if self.is_away:
                self._show_table()
        elif self.is_choosing:
            self.choosing.show_now()
        elif not self.is_away:
            self.table.show_now()

    def own_keys(self) -> Sequence[Keys]:
        """Exercises and the guided choice have keys of their own."""
        shown = self._stack.currentWidget()
        return shown.own_keys() if isinstance(shown, Drilling | Choosing) else ()

    def open(self, route: Route) -> None:
        """Show the comparison and the cell that an address names, or drill the pair that it names."""
        if "drill" in route.options and self.is_drilling:
            self.drilling.take_focus()
            return
        if "choice" in route.options and self._desks.choices.choices():
            self._choose(route.options["choice"])
            return
        if self.is_away:
            self._show_table()
        place = self._desks.comparisons.find(route.options.get("cell", ""))
        wanted = place[0] if place else self.table.named(route.options.get("table", ""))
        if wanted is not None:
            self.table.choose(wanted)
        if place:
            self.table.reveal(place[1], place[2])
        columns = tuple(route.options.get("pair", "").split())
        if wanted is not None and len(columns) == 2:
            self._drill(DrillScope(wanted.id, columns, pair=True))

    def place(self) -> str:
        """The comparison in sight, and its current cell."""
        if self.is_choosing and self.choosing.weighing is not None:
            return page_address("compare", choice=self.choosing.weighing.choice.id)
        wish = self.table.wish
        if wish is None:
            return ""
        if self.is_drilling:
            return page_address("compare", table=wish.comparison, drill="on")
        view = self.stage.current()
        cell = {"cell": str(view.cell.id)} if view else {}
        return page_address("compare", table=wish.comparison, **cell)

    def top_bar_widgets(self) -> Sequence[QWidget]:
        """What to compare; and, where there is no room below, what to do with it."""
        return (self.chooser, self.choose, self.table.folded)

    def state(self) -> dict[str, Any]:
        """What is shown, of every comparison that was looked at, and a choice that was begun."""
        choosing = self.choosing.state() if "choosing" in self.__dict__ else self._begun
        return self.table.state() | {"choice": dict(choosing)}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was shown at the last end."""
        self.table.restore(state)
        begun = state.get("choice")
        self._begun = begun if isinstance(begun, dict) else {}

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page itself has nothing to type into: hand the keyboard on to what is in sight."""
        super().focusInEvent(event)
        if self.is_drilling:
            self.drilling.take_focus()
        elif self.is_choosing:
            self.choosing.take_focus()
        else:
            self.stage.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its height for the table."""
        super().resizeEvent(event)
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        height, px = self.height(), self._theme.px
        self.chooser.set_shortest(max(SHORTEST, self.width() * 100 / self._theme.zoom - _BESIDE))
        self.choose.setVisible(height >= px(_TINY) and self._offers_choice)
        self.table.set_room(low=height < px(_LOW), tiny=height < px(_TINY))

    # -- what happens

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._go_to_comparison)
        self.table.shown.connect(self._name)
        self.table.navigated.connect(self.navigated)
        self.table.changed.connect(self.changed)
        self.table.drilled.connect(self._drill)
        self.table.choice_wanted.connect(self._ask_choice)
        self.choose.clicked.connect(self._ask_choice)
        self._theme.zoomed.connect(self._share_out)
        choose = QAction("Choose a comparison", self)
        choose.setShortcut(QKeySequence("Ctrl+L"))
        choose.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        choose.triggered.connect(self.chooser.open_menu)
        self.addActions([choose, *self.table.actions()])

    @Slot(object)
    def _name(self, comparison: Comparison | None) -> None:
        """The top bar names the comparison in sight."""
        self.chooser.setEnabled(comparison is not None and not self.is_away)
        if comparison is not None:
            items = [(table.title, table.id) for table in self._desks.comparisons.comparisons()]
            self.chooser.offer(items, comparison.id)
            self.chooser.set_text(comparison.title)

    @Slot(object)
    def _go_to_comparison(self, name: str) -> None:
        self.navigated.emit(page_address("compare", table=name))

    @Slot(object)
    def _drill(self, scope: DrillScope) -> None:
        self.drilling.begin(scope)
        self._stack.setCurrentWidget(self.drilling)
        self._turn()
        self.drilling.take_focus()

    @Slot()
    def _ask_choice(self) -> None:
        choices = self._desks.choices.choices()
        if choices:
            self.navigated.emit(page_address("compare", choice=choices[0].id))

    def _choose(self, name: str) -> None:
        choices = self._desks.choices.choices()
        choice = next((each for each in choices if each.id == name), choices[0])
        weighing = self.choosing.weighing
        if weighing is None and self._begun.get("choice") == choice.id:
            self.choosing.resume(choice, self._begun)
        elif weighing is None or weighing.choice != choice:
            self.choosing.begin(choice)
        else:
            self.choosing.show_now()
        self._stack.setCurrentWidget(self.choosing)
        self._turn()
        self.choosing.take_focus()

    @Slot()
    def _show_table(self) -> None:
        self._stack.setCurrentIndex(0)
        self._turn()
        self.table.show_now()
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _show_cell(self, row: str, column: str) -> None:
        self._show_table()
        self.table.reveal(row, column)

    def _turn(self) -> None:
        """The table's keys sleep while something else is in sight."""
        for action in self.actions():
            action.setEnabled(not self.is_away)
            action.setVisible(not self.is_away)
        self.chooser.setEnabled(not self.is_away)
        self.table.folded.setEnabled(not self.is_away)
        self.choose.setEnabled(not self.is_away)
