"""What can be done on the Read page, each with its key; the command palette lists them."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studyapp.study.bookshelves import Order
from studyapp.study.reading_room import OpenArticle
from studyapp.ui.address import article_address
from studyapp.ui.read.commands import command
from studyapp.ui.read.find_bar import FindBar
from studyapp.ui.read.library_panel import LibraryPanel
from studyapp.ui.read.side_panel import SidePanel
from studyapp.ui.read.spread import Spread
from studyapp.ui.read.top_widgets import TopWidgets

_ORDERS = {
    Order.WEIGHT: "Sort the library in reading order",
    Order.TITLE: "Sort the library by title",
    Order.DATE: "Sort the library by date, newest first",
}


class ReadActions(QObject):
    """Adds the actions to their host; those that are the page's own business are attributes to connect to."""

    navigated = Signal(str)
    """The address of a neighbouring article."""
    sorted_by = Signal(object)
    """The ``Order`` that was chosen."""

    def __init__(
        self,
        host: QWidget,
        spread: Spread,
        library: LibraryPanel,
        side: SidePanel,
        find_bar: FindBar,
        top: TopWidgets,
    ) -> None:
        super().__init__(host)
        self._host, self._spread, self._library, self._side, self._top = host, spread, library, side, top
        self._before = self._after = ""
        self._add("Find in page", "Ctrl+F").triggered.connect(find_bar.ask)
        for text, key, go in (
            ("Next hit", "F3", find_bar.go_on),
            ("Previous hit", "Shift+F3", find_bar.go_back),
        ):
            step = self._add(text, key)
            step.setEnabled(False)
            step.triggered.connect(go)
            find_bar.found.connect(step.setEnabled)
        self.bookmark = self._add("Bookmark this article", "Ctrl+D")
        self.read = self._add("Mark as read", "Ctrl+R")
        self._back = self._add("Previous article in the topic", "Ctrl+PgUp")
        self._back.triggered.connect(self._go_before)
        self._on = self._add("Next article in the topic", "Ctrl+PgDown")
        self._on.triggered.connect(self._go_after)
        self.drill = self._add("Drill this page", "Ctrl+Shift+D")
        self._add("Filter the library", "Ctrl+L").triggered.connect(self._filter)
        self._add("On this page", "Ctrl+Shift+O").triggered.connect(self._show_contents)
        self.notes = self._add("All notes", "Ctrl+Shift+N")
        self.copy_with_source = self._add("Copy with source", "Ctrl+Shift+C")
        self.copy_address = self._add("Copy the address of this place", "Ctrl+Shift+A")
        for order, text in _ORDERS.items():
            action = self._add(text)
            action.setData(order)
            action.triggered.connect(self._sort)
        top.notes.clicked.connect(self.notes.trigger)
        top.bookmark.clicked.connect(self.bookmark.trigger)
        top.read.clicked.connect(self.read.trigger)
        top.library.clicked.connect(self._filter)
        top.contents.clicked.connect(self._show_contents)
        spread.arranged.connect(self._show_rooms)

    def show_article(self, reading: OpenArticle) -> None:
        """Say what each action would do to the open article."""
        self._before = reading.before.id if reading.before else ""
        self._after = reading.after.id if reading.after else ""
        self.bookmark.setText("Remove the bookmark" if reading.bookmarked else "Bookmark this article")
        self.read.setText("Mark as unread" if reading.read else "Mark as read")
        self._back.setEnabled(bool(self._before))
        self._on.setEnabled(bool(self._after))
        self.drill.setEnabled(bool(reading.cards))

    def _add(self, text: str, key: str = "") -> QAction:
        return command(self._host, text, key)

    @Slot()
    def _go_before(self) -> None:
        self.navigated.emit(article_address(self._before))

    @Slot()
    def _go_after(self) -> None:
        self.navigated.emit(article_address(self._after))

    @Slot()
    def _filter(self) -> None:
        self._spread.open_drawer(self._library)
        self._library.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._library.filter.selectAll()

    @Slot()
    def _show_contents(self) -> None:
        self._spread.open_drawer(self._side)
        self._side.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _sort(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.sorted_by.emit(Order(action.data()))

    @Slot()
    def _show_rooms(self) -> None:
        library, contents = self._spread.has_room(self._library), self._spread.has_room(self._side)
        self._top.show_rooms(library=library, contents=contents)
