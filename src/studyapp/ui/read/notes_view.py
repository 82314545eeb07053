"""Every highlight and note on one page: searched, gone to, taken away, written out as Markdown."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studyapp.store.durable import write_text
from studyapp.study.desks import Desks
from studyapp.study.marks_desk import NoteRow, as_markdown
from studyapp.ui.read.note_list import NoteList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.field import LeadingField
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.save_file import MARKDOWN, ask_file, tell_not_written
from studyapp.ui.wording import counted

_NONE = "No notes yet. Select a passage in an article and press Alt+1 to highlight it, or Alt+N to write a note on it."


class NotesView(QWidget):
    """Stands in the place of the article while it is open."""

    chosen = Signal(object)
    """The ``NoteRow`` to go to."""
    changed = Signal(object)
    """The ``Change`` that a verb returned."""

    def __init__(self, theme: Theme, desks: Desks) -> None:
        super().__init__()
        self._theme, self._desks = theme, desks
        column = Column(theme, self, margins=(32, 24, 28, 12), gap=12)
        top = Row(theme, gap=10)
        self.field = LeadingField(theme, "Search notes", "Search notes")
        self.export_button = QuietButton(theme, "Export as Markdown…")
        top.addWidget(self.field, 1)
        top.addWidget(self.export_button)
        self.count = plain_label(theme, "", 13, "muted")
        self.list = NoteList(theme)
        column.addWidget(heading(theme, "Notes", 22))
        column.addLayout(top)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        FocusLead(self, self.field)
        self.field.textChanged.connect(self.look)
        self.field.returnPressed.connect(self._enter_list)
        self.field.left.connect(self._enter_list)
        self.export_button.clicked.connect(self._export)
        self.list.chosen_row.connect(self._choose)
        self.list.unwanted.connect(self._remove)

    @property
    def notes(self) -> tuple[NoteRow, ...]:
        """The notes that are listed."""
        return tuple(self.list.notes.notes)

    @Slot()
    def look(self) -> None:
        """List the notes that hold what was typed."""
        words = self.field.text()
        found = self._desks.marks.notes(words)
        self.list.notes.show_notes(found)
        lost = sum(note.lost for note in found)
        said = counted(len(found), "note", "notes") + (f", {lost} of them lost their place" if lost else "")
        nothing = "No note holds these words." if words.strip() else _NONE
        self.count.setText(
            f"{said}. Enter goes there, Delete takes it away, Escape closes the notes." if found else nothing
        )
        self.export_button.setEnabled(bool(found))

    def export_to(self, file: Path) -> None:
        """Write what is listed. Says so when the file cannot be written."""
        try:
            write_text(file, as_markdown(self.notes))
        except OSError as error:
            tell_not_written(self._theme, self, file, error, "Your notes are untouched.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("background"))

    @Slot()
    def _enter_list(self) -> None:
        if self.notes:
            self.list.set_current(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _export(self) -> None:
        file = ask_file(self._theme, self, "Export notes", "Notes", (MARKDOWN,))
        if file is not None:
            self.export_to(file)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.chosen.emit(self.notes[row])

    @Slot(int)
    def _remove(self, row: int) -> None:
        note = self.notes[row]
        change = self._desks.marks.take_away(note)
        if change:
            self.look()
            if self.notes:
                self.list.set_current(min(row, len(self.notes) - 1))
            gone = "highlight" if note.mark else "note"
            self.count.setText(f"The {gone} is gone; Ctrl+Z brings it back.")
            self.changed.emit(change)
