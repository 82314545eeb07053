"""The table with what is around it: which columns have room, and what the current cell rests on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.comparison import Column as Compared
from studyapp.ids import ItemId
from studyapp.study.comparison_desk import CellView
from studyapp.study.comparison_table import Table
from studyapp.ui.cards.note_editor import NoteEditor
from studyapp.ui.compare.arrangement import Arrangement, arranged
from studyapp.ui.compare.cell_panel import CellPanel
from studyapp.ui.compare.column_window import ColumnWindow
from studyapp.ui.compare.insight import Insight
from studyapp.ui.compare.legend import Legend
from studyapp.ui.compare.pair_bar import PairBar
from studyapp.ui.compare.slide_bar import SlideBar
from studyapp.ui.compare.table_card import TableCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll

_GAP = 10.0
_PANEL_SHARE = 0.36
"""The panel takes at most this share of the height; what has no room scrolls."""

Look = Callable[[Table, int, int], CellView | None]
MixedWith = Callable[[ItemId], Compared | None]


class Stage(QWidget):
    """Shows a table, all of its columns or as many as have room beside the first one."""

    passage_wanted = Signal()
    """The passage of the current cell is to be read."""
    noted = Signal(object, str)
    """A cell, as its ``CellView``, and the learner's own words on it."""

    def __init__(self, theme: Theme, slide_bar: SlideBar, look: Look, mixed_with: MixedWith) -> None:
        super().__init__()
        self._theme, self._look, self._mixed_with = theme, look, mixed_with
        self._table: Table | None = None
        self._noting: CellView | None = None
        self._window, self._tiny = ColumnWindow(2), False
        self._forced, self._differing, self.arrangement = False, False, Arrangement(2)
        self._slide_bar, self.pair_bar = slide_bar, PairBar(theme)
        self.card = TableCard(theme)
        self.view = self.card.view
        self._insight = Insight()
        self.panel = CellPanel(theme)
        self.legend = Legend(theme)
        self.note = NoteEditor(theme, "cell")
        self.note.hide()
        self._column = column = Column(theme, self, gap=_GAP)
        column.addWidget(self.pair_bar)
        column.addWidget(self.card, 1)
        column.addWidget(self.legend)
        self._scroll = Scroll(self.panel)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._scroll.setAccessibleName("What the cell rests on")
        self._scroll.installEventFilter(self)
        column.addWidget(self._scroll)
        column.addWidget(self.note)
        self.note.kept.connect(self._keep_note)
        self.note.left.connect(self._leave_note)
        self.panel.note_wanted.connect(self.write_note)
        FocusLead(self, self.view)
        self._slide_bar.slid.connect(self._slide)
        self.pair_bar.slid.connect(self._slide)
        self.view.edge_pressed.connect(self._slide)
        self.view.cell_reached.connect(self._show_cell)
        self.view.passage_wanted.connect(self.passage_wanted)
        self.panel.passage_wanted.connect(self.passage_wanted)
        self.view.installEventFilter(self)
        self.panel.installEventFilter(self)
        theme.zoomed.connect(self._fit)

    def show_table(
        self, table: Table, insight: Insight, *, against: bool = False, differing: bool = False
    ) -> None:
        """Show a table, or ``against`` each other two columns of it; the current cell stays where it is still there.

        ``differing`` leaves out the rows in which the columns in sight say the same.
        """
        self._forced, self._differing = against, differing
        if self._table is None or table.comparison.id != self._table.comparison.id:
            self._window = ColumnWindow(self._window.fit)
        self._window = replace(self._window, pinned=table.pinned)
        self._table, self._insight = table, insight
        self._fit()

    def show_none(self, sentence: str) -> None:
        """There is no table; say why."""
        self._table = None
        for part in (self._slide_bar, self.pair_bar, self.card, self.legend):
            part.hide()
        self.panel.say(sentence)

    def current(self) -> CellView | None:
        """What the current cell rests on."""
        index, shown = self.view.currentIndex(), self.view.cells.table
        return self._look(shown, index.row(), index.column()) if shown and index.isValid() else None

    def go_to(self, row: str, column: str) -> None:
        """Make a cell the current one, and bring its column into sight."""
        if self._table is None:
            return
        names = [each.name for each in self._table.columns]
        if column in names:
            self._window = self._window.showing(names.index(column), len(names))
            self._fit()
        self.view.go_to(row, column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width has room for another number of columns; another text in the panel needs another height."""
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._fit()
        elif watched is self.panel and event.type() == QEvent.Type.LayoutRequest:
            self._share_out()
        elif watched is self._scroll and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.panel.set_colours("surface", "accent" if event.type() == QEvent.Type.FocusIn else "line")
        return False

    @Slot()
    def write_note(self) -> None:
        """Write the learner's own words on the current cell; a note that is being written stays with its own cell."""
        if self._noting is not None:
            self.note.take_focus()
            return
        self._noting = view = self.current()
        if view is not None:
            self._scroll.hide()
            self.card.setVisible(not self._tiny)
            self.note.show()
            self.note.edit(view.note, f"{view.column.title} · {view.row.title}")

    @Slot(str)
    def _keep_note(self, text: str) -> None:
        if self._noting is not None:
            self.noted.emit(self._noting, text)
        self._leave_note()

    @Slot()
    def _leave_note(self) -> None:
        self._noting = None
        self.note.hide()
        self.card.show()
        self._scroll.setVisible(not self._tiny)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cell()

    @Slot(int)
    def _slide(self, step: int) -> None:
        if self._table is None:
            return
        count = len(self._table.columns)
        moved = self._window.moved(step, count)
        if moved.places(count) == self._window.places(count):
            return
        here = self.view.currentIndex()
        self._window = moved
        self._fit()
        last = self.view.cells.columnCount() - 1
        column = last if step > 0 else min(1, last)
        if self.arrangement.against:
            column = min(here.column(), last)
            announce(self.pair_bar, self.pair_bar.accessibleName())
        self.view.setCurrentIndex(self.view.cells.index(max(0, here.row()), column))

    @Slot()
    def _fit(self) -> None:
        if self._table is None:
            return
        self.card.setVisible(not self._tiny or self._scroll.isHidden())
        count = len(self._table.columns)
        width = self.view.width() * 100 / self._theme.zoom
        self.arrangement = arrangement = arranged(width, count, forced=self._forced, low=self._tiny)
        self._window = replace(self._window, fit=arrangement.fit)
        places = self._window.places(count)
        shown = self._table.with_columns(places)
        if self._differing and shown is not self._table:
            shown = shown.with_differing_rows()
        if arrangement.against and self._table.marked:
            shown = replace(shown, marked=(shown.columns[0].name, shown.columns[-1].name))
        self.view.arrange(arrangement, more=count > len(places))
        self.card.set_stacked(stacked=arrangement.stacked)
        self._name_columns(shown, places[-1], count)
        self.card.show_nothing(nothing=not shown.lines)
        if self.view.cells.table != shown or self.view.cells.insight is not self._insight:
            self.view.show_table(shown, self._insight)
        if not self.view.currentIndex().isValid():
            self.view.go_to_first()
        self._show_cell()

    def _name_columns(self, shown: Table, last: int, count: int) -> None:
        """Say which columns are in sight when not all are; ``last`` is the place of the last one."""
        arrangement, kept = self.arrangement, self._window.kept
        self.pair_bar.setVisible(arrangement.against)
        self.pair_bar.set_tight(tight=arrangement.tight)
        self._column.setSpacing(self._theme.px(2 if arrangement.tight else _GAP))
        others = tuple(column.title for column in shown.columns[kept:])
        if arrangement.against:
            self.pair_bar.show_pair(shown.columns[0].title, shown.columns[-1].title, last, count - 1)
            self._slide_bar.hide()
        else:
            first = ", ".join(column.title for column in shown.columns[:kept])
            self._slide_bar.show_window(first, others, last - kept + 1, count - kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel has its share of the height."""
        super().resizeEvent(event)
        self._share_out()

    @Slot()
    def _show_cell(self) -> None:
        view = self.current()
        if view is None:
            self.panel.show_cell(None)
        else:
            known = self._insight.of(view.cell)
            missed = known.right < known.answers
            self.panel.show_cell(view, known, self._mixed_with(view.cell.id) if missed else None)
        self._share_out()
        QTimer.singleShot(0, self.view, self.view.keep_in_sight)

    def _share_out(self) -> None:
        needed = self.panel.height_at(self._scroll.viewport().width())
        share = 1.0 if self._tiny else _PANEL_SHARE
        height = min(needed, round(self.height() * share))
        self._scroll.setFixedHeight(height)
        scrolls = needed > height or self._tiny
        policy = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)  # the keyboard can scroll what has no room

    def set_room(self, *, low: bool, tiny: bool) -> None:
        """With little height the legend goes; with very little the table has all of it."""
        self.legend.setVisible(not low and self._table is not None)
        if tiny != self._tiny:
            self._tiny = tiny
            self._scroll.setVisible(not tiny or self._table is None)
            self.card.setVisible(self._table is not None)
            self._fit()
            self._share_out()

    @Slot()
    def turn(self) -> None:
        """Where table and panel have no room beside each other: show the other one."""
        if self._tiny and self._table is not None:
            self._scroll.setVisible(not self._scroll.isVisible())
            self.card.setVisible(not self._scroll.isVisible())
            (self._scroll if self.card.isHidden() else self.view).setFocus(Qt.FocusReason.OtherFocusReason)
