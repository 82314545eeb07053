"""Every passage that no card covers on one page: searched, and gone to for writing a card."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studyapp.study.bare_passages import BarePassage, BarePassages
from studyapp.study.marks_desk import NoteRow
from studyapp.ui.read.note_list import NoteList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.wording import counted

_BUDGET_MS = 10
_EVERY = 20
"""The list is shown anew after so many further articles."""


class BareView(QWidget):
    """Stands in the place of the article while it is open; looks through the packs without holding the window up."""

    chosen = Signal(object)
    """The ``BarePassage`` to go to."""

    def __init__(self, theme: Theme, desk: BarePassages) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self.passages: tuple[BarePassage, ...] = ()
        column = Column(theme, self, margins=(32, 24, 28, 12), gap=12)
        top = Row(theme, gap=10)
        self.field = Field(theme, "Search passages", "Search passages without a card")
        self.only_read = Chip(theme, "Only in articles I have read")
        top.addWidget(self.field, 1)
        top.addWidget(self.only_read)
        self.count = plain_label(theme, "", 13, "muted")
        self.list = NoteList(theme, "Passages without a card")
        column.addWidget(heading(theme, "Passages without a card", 22))
        column.addLayout(top)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        FocusLead(self, self.field)
        self._looking = QTimer(self)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._look_on)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._enter_list)
        self.only_read.toggled.connect(self._show)
        self.list.chosen_row.connect(self._choose)

    def look(self) -> None:
        """Show what is known, and look through what is not."""
        self._show()
        self._looking.start()

    def finish(self) -> None:
        """Look through everything now."""
        while self._looking.isActive():
            self._look_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the rest."""
        super().hideEvent(event)
        self._looking.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("background"))

    @Slot()
    def _look_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        before = self._desk.looked_at
        if self._desk.look_on(lambda: clock.elapsed() >= _BUDGET_MS):
            self._looking.stop()
            self._show()
        elif self._desk.looked_at // _EVERY != before // _EVERY:
            self._show()

    @Slot()
    def _show(self) -> None:
        found = self._desk.passages(self.field.text(), read_only=self.only_read.isChecked())
        if found != self.passages:
            self.passages = found
            here = self.list.currentIndex().row()
            self.list.notes.show_notes([_row(each) for each in found])
            if 0 <= here < len(found):
                self.list.set_current(here)
        self.count.setText(self._words())

    def _words(self) -> str:
        desk, count = self._desk, len(self.passages)
        if desk.looked_at < desk.of or (desk.of == 0 and self._looking.isActive()):
            return f"{counted(count, 'passage', 'passages')} so far; {desk.looked_at} of {desk.of} articles looked at."
        if not desk.of:
            return "The open packs have no cards yet."
        if not count:
            words = self.field.text().strip() or self.only_read.isChecked()
            return "No passage like that is without a card." if words else "Every passage has a card."
        articles = counted(len({each.article for each in self.passages}), "article", "articles")
        said = f"{counted(count, 'passage', 'passages')} in {articles}"
        return f"{said}. Enter goes there; Alt+C then makes a card of your own."

    @Slot()
    def _enter_list(self) -> None:
        if self.passages:
            self.list.set_current(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.chosen.emit(self.passages[row])


def _row(passage: BarePassage) -> NoteRow:
    """As the list of notes paints it: a passage on which nothing is noted."""
    return NoteRow(passage.article, passage.title, passage.heading, passage.text, "")
