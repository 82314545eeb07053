"""The library beside the article: a filter, what to group by, and the shelves."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves, Grouping
from studyapp.ui.read.library_list import LibraryList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.field import LeadingField
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column

WIDTH = 262.0
_CHIPS = {
    Grouping.TOPIC: "Topics",
    Grouping.TAG: "Tags",
    Grouping.OBJECTIVE: "Objectives",
    Grouping.BOOKMARK: "Bookmarks",
}
_EMPTY = {
    Grouping.TOPIC: "No articles are open. Add a folder of Markdown from the menu.",
    Grouping.TAG: "No article carries a tag.",
    Grouping.OBJECTIVE: "No article names a learning objective.",
    Grouping.BOOKMARK: "No bookmarks yet. Ctrl+D keeps the open article here.",
}


class LibraryPanel(QWidget):
    """Shows the library that it is handed and tells which article was chosen."""

    chosen = Signal(str)
    """The identifier of the article to open."""
    chosen_aside = Signal(str)
    """The same, to be opened in a tab of its own."""
    grouped = Signal(object)
    """The ``Grouping`` that was chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._library = Bookshelves(())
        self._open: ItemId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = Column(theme, self, margins=(14, 14, 1, 4), gap=10)
        self.filter = _FilterField(theme)
        self.list = LibraryList(theme)
        self.told = plain_label(theme, "", 13, "muted")
        top = Column(theme, gap=10, margins=(0, 0, 14, 0))
        top.addWidget(self.filter)
        top.addWidget(self._chips(theme))
        top.addWidget(self.told)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.list.choose_first)
        self.filter.left.connect(self.list.setFocus)
        self.list.chosen.connect(self.chosen)
        self.list.chosen_aside.connect(self.chosen_aside)
        theme.zoomed.connect(self.updateGeometry)

    @property
    def grouping(self) -> Grouping:
        """What the shelves are made by."""
        return next(grouping for grouping, chip in self._by_grouping.items() if chip.isChecked())

    def set_grouping(self, grouping: Grouping) -> None:
        """Check a chip without telling."""
        self._by_grouping[grouping].setChecked(True)

    def show_library(self, library: Bookshelves) -> None:
        """Show other shelves."""
        self._library = library
        self._show()

    def refresh(self, library: Bookshelves) -> None:
        """The same articles; some are read or bookmarked now."""
        self._library = library
        shown = library.filtered(self.filter.text())
        self.list.refresh(shown)
        self._tell(shown)

    def show_open(self, article: ItemId | None) -> None:
        """Mark the article that is open."""
        self._open = article
        self.list.show_open(article)

    def sizeHint(self) -> QSize:
        """A fixed width."""
        return QSize(self._theme.px(WIDTH), self._theme.px(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line on the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("background"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))

    def _chips(self, theme: Theme) -> QWidget:
        holder = QWidget()
        flow = Flow(theme, holder, gap=6)
        self._group = QButtonGroup(self)
        self._by_grouping = {}
        for grouping, text in _CHIPS.items():
            chip = Chip(theme, text)
            self._by_grouping[grouping] = chip
            self._group.addButton(chip)
            flow.addWidget(chip)
        self._by_grouping[Grouping.TOPIC].setChecked(True)
        self._group.buttonClicked.connect(self._regroup)
        return holder

    @Slot()
    def _regroup(self) -> None:
        self.grouped.emit(self.grouping)

    @Slot()
    def _filter(self) -> None:
        self._show()

    def _show(self) -> None:
        words = self.filter.text()
        shown = self._library.filtered(words)
        self.list.show_library(shown, unfold_all=bool(words.strip()))
        self.list.show_open(self._open)
        self._tell(shown)

    def _tell(self, shown: Bookshelves) -> None:
        """Say what no shelf does: that nothing is there; how many bookmarks are read, for their shelf has no title."""
        words = ""
        if not shown.shelves:
            filtered = self.filter.text().strip()
            words = "No title holds these words." if filtered else _EMPTY[self.grouping]
        elif self.grouping is Grouping.BOOKMARK:
            (shelf,) = shown.shelves
            words = f"{shelf.read} of {len(shelf.articles)} read"
        self.told.setText(words)
        self.told.setVisible(bool(words))


class _FilterField(LeadingField):
    """Escape empties it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Filter articles", "Filter articles", 13)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
