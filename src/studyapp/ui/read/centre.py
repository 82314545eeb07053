"""The middle of the Read page: the article, or the notes or the passages without a card in its place."""

from functools import cached_property
from urllib.parse import urlencode

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from studyapp.study.bare_passages import BarePassage
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.marks_desk import NoteRow
from studyapp.ui.address import article_address, page_address
from studyapp.ui.read.bare_view import BareView
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.read.marking import Marking
from studyapp.ui.read.notes_view import NotesView
from studyapp.ui.search.target import address_of
from studyapp.ui.theme import Theme

NOTES, BARE = "notes", "bare"


class Centre(QStackedWidget):
    """Turns from the article to one of the lists and back; each hears what was done to highlights in the other."""

    navigated = Signal(str)
    """An address to go to."""
    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    turned = Signal(bool)
    """The notes are in sight, or the article is."""

    def __init__(self, theme: Theme, desks: Desks, lectern: Lectern) -> None:
        super().__init__()
        self._theme, self._desks = theme, desks
        self.lectern = lectern
        self.notes = NotesView(theme, desks)
        self.marking = Marking(lectern, desks)
        for part in (lectern, self.notes):
            self.addWidget(part)
        self.marking.changed.connect(self._tell_marked)
        self.notes.chosen.connect(self._go_to_note)
        self.notes.changed.connect(self._tell_noted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a list and brings the article back."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is not self.lectern:
            self._ask_for("", on=False)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to what is in sight."""
        super().focusInEvent(event)
        if (shown := self.currentWidget()) is not None:
            shown.setFocus(event.reason())

    @cached_property
    def bare(self) -> BareView:
        """The passages without a card."""
        view = BareView(self._theme, self._desks.bare_passages)
        self.addWidget(view)
        view.chosen.connect(self._go_to_bare)
        return view

    @property
    def shows_notes(self) -> bool:
        """Whether the notes are in the article's place."""
        return self.currentWidget() is self.notes

    @property
    def shows_bare(self) -> bool:
        """Whether the passages without a card are."""
        return "bare" in self.__dict__ and self.currentWidget() is self.bare

    def place(self) -> str:
        """The address of the list in sight; empty for the article."""
        shown = NOTES if self.shows_notes else BARE if self.shows_bare else ""
        return page_address("read", show=shown) if shown else ""

    def wake(self) -> None:
        """Notes, highlights or cards were altered elsewhere."""
        if self.shows_notes:
            self.notes.look()
        elif self.shows_bare:
            self.bare.look()
        self.marking.show_marks()

    def show_list(self, name: str) -> bool:
        """Bring the list of that name into sight; whether there is one."""
        if name not in (NOTES, BARE):
            return False
        view = self.notes if name == NOTES else self.bare
        view.look()
        self._turn_to(view)
        return True

    def show_lectern(self) -> None:
        """Bring the article into sight."""
        self._turn_to(self.lectern)

    @Slot()
    def turn(self) -> None:
        """Ask for the notes, or for the article again."""
        self._ask_for(NOTES, on=not self.shows_notes)

    @Slot()
    def turn_bare(self) -> None:
        """Ask for the passages without a card, or for the article again."""
        self._ask_for(BARE, on=not self.shows_bare)

    def _ask_for(self, name: str, *, on: bool) -> None:
        if on:
            self.navigated.emit(page_address("read", show=name))
        elif self.lectern.reading is not None:
            article, share = self.lectern.reading.article.id, self.lectern.share()
            self.navigated.emit(f"{article_address(article)}?at={share:.5f}")

    def _turn_to(self, part: QWidget) -> None:
        if self.currentWidget() is not part:
            focused = QApplication.focusWidget()
            here = focused is not None and self.isAncestorOf(focused)
            self.setCurrentWidget(part)
            self.turned.emit(part is self.notes)
            if here:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
        if part is not self.lectern and not part.isAncestorOf(QApplication.focusWidget() or self):
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _go_to_note(self, note: NoteRow) -> None:
        if note.mark:
            self.navigated.emit(f"{article_address(note.item)}?{urlencode({'mark': note.mark})}")
            return
        address = "" if note.lost else address_of(self._desks.library.catalog, note.item)
        if address:
            self.navigated.emit(address)

    @Slot(object)
    def _go_to_bare(self, passage: BarePassage) -> None:
        self.navigated.emit(article_address(passage.article, passage.place, passage.text))

    @Slot(object)
    def _tell_marked(self, change: Change) -> None:
        if self.shows_notes:
            self.notes.look()
        self.changed.emit(change)

    @Slot(object)
    def _tell_noted(self, change: Change) -> None:
        self.marking.show_marks()
        self.changed.emit(change)
