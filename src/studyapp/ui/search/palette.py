"""The search over the window: results as you type, commands, what was looked for before."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from studyapp.catalog.search_entry import Answer
from studyapp.catalog.search_query import KINDS
from studyapp.study.desks import Desks
from studyapp.ui.background import Work, in_background
from studyapp.ui.search.commands import command, matching
from studyapp.ui.search.elsewhere import elsewhere
from studyapp.ui.search.places import is_address, place_named
from studyapp.ui.search.result import MOST_OF_A_KIND, Act, Entry, Result, listed, under
from studyapp.ui.search.results_delegate import ResultsDelegate
from studyapp.ui.search.results_model import ResultsModel
from studyapp.ui.search.target import address_of
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.own_keys import ANSWERS, MOVES, keeps
from studyapp.ui.widgets.tall_list import TallList

_LIMIT = 24
_RECENT = 8
_WIDTH, _TOP = 680.0, 56.0
_STEADY = 1.5
"""The card keeps its height from letter to letter unless it is so many times too high."""
_PULSE = 150
"""Milliseconds between two looks at how far the index is."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ACTING = (*_MOVES, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_BROKEN = "The index could not be made; these are titles. Opening the search again tries once more."


class SearchPalette(QWidget):
    """Lies over the whole window while it is open; a press beside it or Escape closes it.

    What is listed belongs to what is typed as soon as no further letter waits: an index that is made answers at once,
    and until it is, titles do.
    """

    navigated = Signal(str)
    """The address of what was chosen."""

    def __init__(self, desks: Desks, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._desks, self._theme, self._over = desks, theme, window
        self._actions: list[QAction] = []
        self._page = ""
        self._recent: list[str] = []
        self._work: Work | None = None
        self._broken = False
        self._pulse = QTimer(self)
        self._pulse.setInterval(_PULSE)
        self._pulse.timeout.connect(self._tell_progress)
        self._before: QWidget | None = None
        self.hide()
        self._build()
        window.installEventFilter(self)

    def ask(self, actions: Sequence[QAction], page: str = "") -> None:
        """Open with these commands, those of the ``page`` in sight among them, or close when it is open already."""
        if self.isVisible():
            self.dismiss()
            return
        self._actions, self._page = [action for action in actions if action.text()], page
        self._before = QApplication.focusWidget()
        self._desks.search.refresh()
        self._prepare()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look_up()

    @Slot()
    def dismiss(self) -> None:
        """Close and give the keyboard back."""
        self._typing.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def busy(self) -> bool:
        """Whether the index is being made."""
        return self._work is not None

    def state(self) -> dict[str, Any]:
        """What was looked for before, for the next start."""
        return {"recent": self._recent}

    def restore(self, state: Any) -> None:
        """Take up what ``state`` gave."""
        kept = state.get("recent") if isinstance(state, dict) else None
        self._recent = [str(words) for words in kept][:_RECENT] if isinstance(kept, list) else []

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        veil = QColor(self._theme.colour("text" if not self._theme.dark else "background"))
        veil.setAlphaF(0.22 if not self._theme.dark else 0.6)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the results closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def event(self, event: QEvent) -> bool:
        """Enter opens what was found, whatever it does on the page below."""
        return keeps(event, ANSWERS | MOVES) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and take the keys of the list out of the field."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._typing.isActive() and key in _ACTING:
            self._look_up()  # what it acts on is what was typed before it
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.results.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._move(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    # -- parts

    def _build(self) -> None:
        self.card = CardFrame(self._theme, padding=(10, 10, 10, 8), gap=6)
        self.card.setParent(self)
        self.field = Field(
            self._theme, "Search", "Search articles, cards, questions, roles, terms, commands…", 15
        )
        self.field.setClearButtonEnabled(True)
        self.entries = ResultsModel(self)
        self.results = TallList(self._theme, "Results", 48, QPalette.ColorRole.Base)
        self._delegate = ResultsDelegate(self._theme, self.entries, self)
        self.results.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.show_rows(self.entries, self._delegate)
        self.hint = plain_label(self._theme, "", 12.5, "muted")
        self.hint.setContentsMargins(8, 2, 8, 2)
        inside = QWidget()  # opaque, so that a letter paints nothing of what lies under the card
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        inside.setAutoFillBackground(True)
        column = Column(self._theme, inside, gap=6)
        for widget in (self.field, self.results, self.hint):
            column.addWidget(widget)
        self.card.body.addWidget(inside)
        self._typing = QTimer(self, interval=0, singleShot=True)
        self._typing.timeout.connect(self._look_up)
        self.field.textChanged.connect(self._typing.start)
        self.field.installEventFilter(self)
        self.results.chosen_row.connect(self._choose)
        self.results.entered.connect(self._point_at)

    def _place(self) -> None:
        px = self._theme.px
        width = min(px(_WIDTH), self.width() - px(24))
        self.results.setFixedWidth(width - px(20))
        fixed = self.field.sizeHint().height() + self.hint.sizeHint().height() + px(32)
        room = self.height() - px(_TOP) - px(24)
        wanted = self.results.content_height()
        self.results.setVisible(bool(self.entries.entries))
        height = fixed + (min(wanted, max(px(60), room - fixed)) if self.entries.entries else 0)
        if self.field.text() and height < self.card.height() < _STEADY * height:
            height = min(self.card.height(), room)
        top = min(px(_TOP), max(px(8), (self.height() - height) // 2))
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    # -- searching

    def _prepare(self) -> None:
        """See to it that everything can be found as it is now."""
        if self._work is None and not self._desks.search.current:
            self._broken = False
            self._work = in_background(self._desks.search.prepare, self)
            self._work.finished.connect(self._take_index)
            self._work.failed.connect(self._take_fault)
            self._work.start()
            self._pulse.start()

    @Slot(object)
    def _take_index(self, _: object) -> None:
        self._end_work()
        if self.isVisible():
            self._prepare()  # content may have changed meanwhile
            self._look_up()

    @Slot(object)
    def _take_fault(self, _: BaseException) -> None:
        self._end_work()
        self._broken = True
        if self.isVisible():
            self._look_up()

    def _end_work(self) -> None:
        self._pulse.stop()
        if self._work is not None:
            self._work.deleteLater()
            self._work = None

    @Slot()
    def _look_up(self) -> None:
        """Find what the field asks for: once for all letters that wait, and before a key that acts on what is found."""
        self._typing.stop()
        query = self.field.text().strip()
        if not query:
            self._show(self._at_rest(), "")
            return
        if is_address(query):
            named = place_named(self._desks, query)
            self._show(under("Address", [named.result] if named.result else []), named.said)
            return
        desk = self._desks.search
        commands = [*matching(self._actions, query), *elsewhere(query, self._page)]
        if not desk.ready:
            if not self._broken:
                self._prepare()
            self._show(listed(desk.titles(query, _LIMIT).hits, commands, query), self._reading())
            return
        try:
            answer = desk.ask(self.field.text().lstrip(), _LIMIT, MOST_OF_A_KIND)
        except (ValueError, OSError):  # the index was damaged while it was open
            answer, self._broken = desk.titles(query, _LIMIT), True
        entries = listed(answer.hits, commands, query)
        self._show(entries, _BROKEN if self._broken else _said(answer, query, found=bool(entries)))

    @Slot()
    def _tell_progress(self) -> None:
        if self.isVisible() and self.field.text().strip() and not self._desks.search.ready:
            self.hint.setText(self._reading())

    def _reading(self) -> str:
        done, total = self._desks.search.progress
        if self._broken:
            return _BROKEN
        count = f" {done:,} of {total:,} files" if total else ""
        return f"Titles only while everything is read for the first search…{count}"

    def _at_rest(self) -> list[Entry]:
        recent = [Result(Act.ASK, words, words, "clock") for words in self._recent]
        possible = [pair for pair in enumerate(self._actions) if pair[1].isEnabled()]
        here = [command(at, action) for at, action in possible if action.parent() is not self._over]
        always = [command(at, action) for at, action in possible if action.parent() is self._over]
        return under("Looked for before", recent) + under("On this page", here) + under("Anywhere", always)

    def _show(self, entries: list[Entry], hint: str) -> None:
        self.entries.show_entries(entries)
        found = sum(entry.result is not None for entry in entries)
        self.hint.setText(hint or "↑ ↓ choose · Enter opens · Esc closes")
        self.results.setAccessibleDescription(f"{found} results")
        first = self.entries.next_result(len(entries) - 1, 1) if entries else -1
        if first >= 0:
            self.results.set_current(first)
        self._place()
        self.results.scrollToTop()

    # -- choosing

    def _move(self, step: int) -> None:
        here = self.results.currentIndex().row()
        to = self.entries.next_result(here, step)
        if to >= 0:
            self.results.set_current(to)

    @Slot(QModelIndex)
    def _point_at(self, index: QModelIndex) -> None:
        if self.entries.entries[index.row()].result is not None:
            self.results.setCurrentIndex(index)

    @Slot(int)
    def _choose(self, row: int) -> None:
        result = self.entries.entries[row].result if 0 <= row < len(self.entries.entries) else None
        if result is None:
            return
        if result.act is Act.ASK:
            self.field.setText(result.target)
            return
        self._remember()
        self.dismiss()
        if result.act is Act.RUN:
            self._actions[int(result.target)].trigger()
            return
        if result.act is Act.GO:
            self.navigated.emit(result.target)
            return
        address = address_of(self._desks.library.catalog, result.target, result.quote or result.snippet)
        if address:
            self.navigated.emit(address)

    def _remember(self) -> None:
        words = self.field.text().strip()
        if words:
            self._recent = [words, *(kept for kept in self._recent if kept != words)][:_RECENT]


def _said(answer: Answer, query: str, *, found: bool) -> str:
    """What there is to say about an answer."""
    if answer.unknown:
        return f"in: takes {', '.join(KINDS)}."
    if answer.meant:
        return f"Nothing for “{query}”. This is for “{answer.meant}”."
    return "" if found else "Nothing found. Fewer or shorter words find more."
