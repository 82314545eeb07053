"""The middle of the Read page: the article, or the notes in its place."""

from urllib.parse import urlencode

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.marks_desk import NoteRow
from studyapp.ui.address import article_address, page_address
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.read.marking import Marking
from studyapp.ui.read.notes_view import NotesView
from studyapp.ui.theme import Theme

NOTES = "notes"


class Centre(QStackedWidget):
    """Turns from the article to the notes and back; each hears what was done to highlights in the other."""

    navigated = Signal(str)
    """An address to go to."""
    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    turned = Signal(bool)
    """The notes are in sight, or the article is."""

    def __init__(self, theme: Theme, desks: Desks, lectern: Lectern) -> None:
        super().__init__()
        self._desks = desks
        self.lectern = lectern
        self.notes = NotesView(theme, desks)
        self.marking = Marking(lectern, desks)
        for part in (lectern, self.notes):
            self.addWidget(part)
        self.setFocusProxy(lectern)
        self.marking.changed.connect(self._tell_marked)
        self.notes.chosen.connect(self._go_to_note)
        self.notes.changed.connect(self._tell_noted)

    @property
    def shows_notes(self) -> bool:
        """Whether the notes are in the article's place."""
        return self.currentWidget() is self.notes

    def wake(self) -> None:
        """Notes or highlights were altered elsewhere."""
        if self.shows_notes:
            self.notes.look()
        self.marking.show_marks()

    def show_notes(self) -> None:
        """Bring the notes into sight."""
        self.notes.look()
        self._turn_to(self.notes)

    def show_lectern(self) -> None:
        """Bring the article into sight."""
        self._turn_to(self.lectern)

    @Slot()
    def turn(self) -> None:
        """Ask for the one that is not in sight."""
        if not self.shows_notes:
            self.navigated.emit(page_address("read", show=NOTES))
        elif self.lectern.reading is not None:
            self.navigated.emit(article_address(self.lectern.reading.article.id))

    def _turn_to(self, part: QWidget) -> None:
        if self.currentWidget() is not part:
            focused = QApplication.focusWidget()
            here = focused is not None and self.isAncestorOf(focused)
            self.setCurrentWidget(part)
            self.setFocusProxy(part)
            self.turned.emit(part is self.notes)
            if here or part is self.notes:
                part.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _go_to_note(self, note: NoteRow) -> None:
        if note.mark:
            self.navigated.emit(f"{article_address(note.item)}?{urlencode({'mark': note.mark})}")
            return
        card = self._desks.library.catalog.cards().get(note.item)
        if card is not None:
            self.navigated.emit(article_address(card.proof.article, card.proof.heading, card.proof.quote))

    @Slot(object)
    def _tell_marked(self, change: Change) -> None:
        if self.shows_notes:
            self.notes.look()
        self.changed.emit(change)

    @Slot(object)
    def _tell_noted(self, change: Change) -> None:
        self.marking.show_marks()
        self.changed.emit(change)
