"""All cards in one table: searched, sorted, and changed many at a time; every change can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.study.card_box import CardRow
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.long_work import Work, whole
from studyapp.ui.cards.box_model import CardTable
from studyapp.ui.cards.card_info import CardInfo
from studyapp.ui.cards.foot import Foot
from studyapp.ui.cards.mover import Mover
from studyapp.ui.cards.own_card_dialog import OwnCardDialog, read_or_tell, told
from studyapp.ui.cards.stint import REFUSED, Stint
from studyapp.ui.cards.wording import DONE_AGAIN, TAKEN_BACK, UNCHANGED, done_to
from studyapp.ui.cheap import action
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.buttons import PrimaryButton
from studyapp.ui.widgets.dialog import Dialog, ask, tell
from studyapp.ui.widgets.field import LeadingField
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars
from studyapp.ui.wording import counted

_WIDTHS = (300, 150, 160, 80, 92, 80, 92)
_PROMPT = "Search cards; suspended, flagged, new, due, leech, noted, own and question narrow them too"


class BoxDialog(Dialog):
    """The table with its search field above and what can be done with the chosen cards below."""

    changed = Signal(object)
    """Carries the ``Change`` of each verb."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget | None = None) -> None:
        super().__init__(theme, "All cards", parent, width=1060)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desks = desks
        self._told = ""
        self.field = LeadingField(theme, "Search cards", _PROMPT)
        self.model = CardTable()
        self.table = _table(theme, self.model)
        self._count = plain_label(theme, "", 12.5, "muted")
        self._add_actions()
        self.body.addWidget(self.field)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._count)
        self.body.addWidget(Foot(theme, self._offered))
        self.offer(PrimaryButton(theme, "Close", key="Esc"), closes=True)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter leads from the field into the table
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._to_table)
        self.field.left.connect(self._to_table)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.activated.connect(self._open)
        self.refresh()
        self._fit()
        theme.zoomed.connect(self._fit)
        self.field.setFocus()

    def refresh(self) -> None:
        """Look at all cards again; what was chosen stays chosen."""
        chosen, current = self.chosen(), self.model.row_at(self.table.currentIndex().row())
        self.model.show_rows(self._desks.box.rows(), self._desks.ledger.now())
        self._choose([row.item for row in chosen], current.item if current else None)
        self._allow()

    def chosen(self) -> list[CardRow]:
        """The rows that are selected, in the order of the table."""
        spans = self.table.selectionModel().selection().toList()  # a span may stand for thousands of rows
        numbers = {number for span in spans for number in range(span.top(), span.bottom() + 1)}
        return [row for number in sorted(numbers) if (row := self.model.row_at(number)) is not None]

    def _add_actions(self) -> None:
        self._suspend = self._on_table("Suspend", self._suspend_chosen, "S")
        self._flag = self._on_table("Flag", self._flag_chosen, "F")
        self._reset = self._on_table("Reset…", self._ask_reset, "R")
        self._move = self._on_table("Move…", self._ask_where, "M")
        self._remove = self._on_table("Delete…", self._ask_remove, "Delete")
        self._info = self._on_table("Card info", self._look, "I")
        self._edit = self._on_table("Edit", self._edit_chosen, "Ctrl+E")
        self._undo = action(self, "Undo", self._take_back, "Ctrl+Z")
        self._redo = action(self, "Redo", self._do_again, "Ctrl+Shift+Z", "Ctrl+Y")
        action(self, "Search", self.field.setFocus, "Ctrl+F")
        self._offered = (
            *(self._suspend, self._flag, self._reset, self._move, self._remove, self._edit, self._info),
            *(self._undo, self._redo),
        )

    def _on_table(self, text: str, do: Callable[[], object], key: str) -> QAction:
        """An action whose key counts in the table alone."""
        made = action(self.table, text, do, key)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return made

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.search(text)
        self._allow()

    @Slot()
    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.chosen():
            self.table.selectRow(0)

    @Slot()
    def _allow(self) -> None:
        rows = self.chosen()
        own = any(row.own for row in rows)
        for possible in (self._suspend, self._flag, self._reset):
            possible.setEnabled(bool(rows))
        self._move.setEnabled(own)
        self._remove.setEnabled(own)
        self._edit.setEnabled(len(rows) == 1 and own)
        self._info.setEnabled(len(rows) == 1)
        self._suspend.setText("Release" if _all(rows, "suspended") else "Suspend")
        self._flag.setText("Remove flag" if _all(rows, "flagged") else "Flag")
        view = self._desks.reviews.steps()
        self._undo.setEnabled(view.can_undo)
        self._redo.setEnabled(view.can_redo)
        shown, chosen = self.model.rowCount(), f", {len(rows)} chosen" if rows else ""
        of_all = f" of {self.model.total}" if shown != self.model.total else ""
        made = self.model.made
        besides = f" ({made} made from {'a question' if made == 1 else 'questions'})" if made else ""
        cards = f"{'card' if self.model.total == 1 else 'cards'}{besides}"
        self._count.setText(f"{shown}{of_all} {cards}{chosen}")
        self._count.set_colour("muted")

    # -- verbs

    @Slot()
    def _suspend_chosen(self) -> None:
        rows = self.chosen()
        on = not _all(rows, "suspended")
        title = f"{'Suspending' if on else 'Releasing'} {counted(len(rows), 'card', 'cards')}"
        changed = sum(row.suspended is not on for row in rows)
        work = self._desks.box.suspending(_items(rows), on=on)
        self._do(title, work, done_to(changed, "suspended" if on else "released"))

    @Slot()
    def _flag_chosen(self) -> None:
        rows = self.chosen()
        on = not _all(rows, "flagged")
        title = f"{'Flagging' if on else 'Taking the flag off'} {counted(len(rows), 'card', 'cards')}"
        changed = sum(row.flagged is not on for row in rows)
        work = self._desks.box.flagging(_items(rows), on=on)
        self._do(title, work, done_to(changed, "flagged" if on else "without a flag"))

    @Slot()
    def _ask_reset(self) -> None:
        count = counted(len(self.chosen()), "card", "cards")
        text = "What is known of them is forgotten and they are new again. Ctrl+Z brings it back."
        ask(self._theme, self, f"Reset {count}?", text, "Reset").accepted.connect(self._reset_chosen)

    @Slot()
    def _reset_chosen(self) -> None:
        rows = self.chosen()
        title = f"Resetting {counted(len(rows), 'card', 'cards')}"
        changed = sum(row.phase is not Phase.NEW for row in rows)
        self._do(title, self._desks.box.resetting(_items(rows)), done_to(changed, "new again"))

    @Slot()
    def _ask_remove(self) -> None:
        count = counted(sum(row.own for row in self.chosen()), "card", "cards")
        text = (
            "They leave the file of your own cards. Ctrl+Z brings them back with all that you learnt of them."
        )
        ask(self._theme, self, f"Delete {count} of your own?", text, "Delete").accepted.connect(
            self._remove_chosen
        )

    @Slot()
    def _remove_chosen(self) -> None:
        items = _items(self.chosen())
        work, changed = whole(lambda: self._desks.box.remove(items)), sum(row.own for row in self.chosen())
        self._do("Deleting cards", work, done_to(changed, "deleted"))

    @Slot()
    def _ask_where(self) -> None:
        mover = Mover(self._theme, self._desks.library.catalog, sum(row.own for row in self.chosen()), self)
        mover.moved.connect(self._move_chosen)
        mover.present()

    @Slot(object, str)
    def _move_chosen(self, topic: str | None, tag: str) -> None:
        items = _items(self.chosen())
        work = whole(lambda: self._desks.box.move(items, topic=topic, tag=tag))
        self._do("Moving cards", work, done_to(sum(row.own for row in self.chosen()), "moved"))

    @Slot()
    def _look(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            self._inform(rows[0])

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        """Enter or a double click on a row, whether it is chosen or not."""
        row = self.model.row_at(index.row())
        if row is not None:
            self._inform(row)

    def _inform(self, row: CardRow) -> None:
        CardInfo(self._theme, self._desks.stories.tell(row.card, None), row.question, self).present()

    @Slot()
    def _edit_chosen(self) -> None:
        card = read_or_tell(self._theme, self._desks, self, self.chosen()[0].item)
        if card is not None:
            dialog = OwnCardDialog(self._theme, self._desks, card, self)
            dialog.changed.connect(self._tell)
            dialog.present()

    @Slot()
    def _take_back(self) -> None:
        self._do("Taking it back", self._desks.reviews.undoing(), TAKEN_BACK)

    @Slot()
    def _do_again(self) -> None:
        self._do("Doing it again", self._desks.reviews.redoing(), DONE_AGAIN)

    def _do(self, title: str, work: Work, told: str) -> None:
        self._told = told
        stint = Stint(self._theme, self, title, work)
        stint.finished.connect(self._finish)
        stint.failed.connect(self._refuse)
        stint.start()

    @Slot(object)
    def _refuse(self, fault: Exception) -> None:
        self.refresh()
        tell(self._theme, self, REFUSED, told(fault))

    @Slot(object)
    def _finish(self, change: Change) -> None:
        """What was done can be read below the table until something else is chosen."""
        self._tell(change)
        told = self._told if change is not Change.NOTHING else UNCHANGED
        self._count.setText(f"{self._count.text()} · {told}")
        self._count.set_colour("text")
        announce(self.table, told)

    @Slot(object)
    def _tell(self, change: Change) -> None:
        self.refresh()
        self.changed.emit(change)

    def _choose(self, items: list[ItemId], current: ItemId | None) -> None:
        model, rows = self.table.selectionModel(), QItemSelectionModel.SelectionFlag.Rows
        for place in self.model.places([current] if current else []):
            model.setCurrentIndex(self.model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        if len(items) == self.model.rowCount() and items:
            self.table.selectAll()
            return
        for place in self.model.places(items):
            model.select(self.model.index(place, 0), QItemSelectionModel.SelectionFlag.Select | rows)

    @Slot()
    def _fit(self) -> None:
        theme = self._theme
        self.table.setFont(theme.font(13.5))
        self.table.horizontalHeader().setFont(theme.font(12.5))
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + theme.px(12))
        self.table.setMinimumHeight(theme.px(300))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, theme.px(width))
        self.table.share_width(theme.px(_WIDTHS[0]))


class _Table(QTableView):
    """The question takes the width that is left, and keeps enough to be read."""

    _least = 0

    def share_width(self, least: int) -> None:
        self._least = least
        others = sum(self.columnWidth(column) for column in range(1, len(_WIDTHS)))
        self.setColumnWidth(0, max(least, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # else the dialog presses the first button that it finds in the window just opened

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width(self._least)


def _table(theme: Theme, model: CardTable) -> _Table:
    table = _Table()
    table.setModel(model)
    table.setAccessibleName("All cards")
    quiet_scroll_bars(table)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
    header.setMinimumSectionSize(theme.px(60))
    return table


def _items(rows: list[CardRow]) -> list[ItemId]:
    return [row.item for row in rows]


def _all(rows: list[CardRow], mark: str) -> bool:
    return bool(rows) and all(getattr(row, mark) for row in rows)
