"""The SEU log: how far the renewal is, the entries, and the list of evidence as a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from studyapp.ids import ItemId
from studyapp.store.durable import write_bytes
from studyapp.store.seu_rows import SeuEntry
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.seu_export import seu_csv, seu_html, seu_markdown
from studyapp.ui.exam import seu_wording
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.seu_dialog import RenewalDialog, SeuDialog
from studyapp.ui.exam.seu_view import SeuView
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.save_file import CSV, MARKDOWN, PDF, ask_file, saved, tell_not_written

TITLE = "SEU log"


class SeuLog(Part):
    """Hands each press to the desk and shows the list as it is afterwards."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self.view = SeuView(theme, self)
        self.view.added.connect(self.ask_new)
        self.view.changed.connect(self._ask_again)
        self.view.removed.connect(self._remove)
        self.view.renewal_wanted.connect(self._ask_renewal)
        self.view.export_wanted.connect(self._offer_export)
        self.view.undo_wanted.connect(self._undo)
        self.view.left.connect(self.left)
        desk = desks.seus
        self.add("Add to the SEU log", ("N",), self.ask_new)
        self.add("Your renewal", ("R",), self._ask_renewal, when=lambda: desk.standing() is not None)
        self.add("Export the SEU log", ("X",), self._offer_export, when=lambda: bool(desk.entries()))
        self.add("Undo", ("Ctrl+Z",), self._undo, when=desk.can_undo)
        self.add("Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), self._redo, when=desk.can_redo)
        self.add("Back", ("Esc",), self.left.emit)

    def show_log(self) -> None:
        """The list as it is now."""
        desk = self._desks.seus
        self.view.show_log(desk.entries(), desk.standing(), undoable=desk.can_undo())
        self.titled.emit(TITLE)

    def take_focus(self) -> None:
        """Enter adds."""
        self.view.take_focus()

    # -- what the learner does

    @Slot()
    def ask_new(self) -> None:
        """Ask for an entry."""
        self._ask(None)

    @Slot(object)
    def _ask_again(self, entry: SeuEntry) -> None:
        self._ask(entry)

    def _ask(self, entry: SeuEntry | None) -> None:
        dialog = SeuDialog(self._theme, self._desks.seus.today(), entry, self.window())
        dialog.accepted.connect(partial(self._keep, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.present()

    def _keep(self, dialog: SeuDialog) -> None:
        said = dialog.day, dialog.title, dialog.minutes, dialog.category, dialog.note
        desk = self._desks.seus
        self._tell(desk.add(*said) if dialog.entry is None else desk.mend(dialog.entry, *said))

    @Slot(str)
    def _remove(self, entry: str) -> None:
        self._tell(self._desks.seus.remove(ItemId(entry)))

    @Slot()
    def _undo(self) -> None:
        self._tell(self._desks.seus.undo())

    @Slot()
    def _redo(self) -> None:
        self._tell(self._desks.seus.redo())

    @Slot()
    def _ask_renewal(self) -> None:
        standing = self._desks.seus.standing()
        if standing is None:
            return
        dialog = RenewalDialog(self._theme, self._desks.seus.certifications(), standing, self.window())
        dialog.accepted.connect(partial(self._renew, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.present()

    def _renew(self, dialog: RenewalDialog) -> None:
        self._tell(self._desks.seus.renew(dialog.certification, dialog.ends))

    def _tell(self, change: Change) -> None:
        self.show_log()
        self.take_focus()
        if change is not Change.NOTHING:
            self.changed.emit(change)

    # -- as a file

    @Slot()
    def _offer_export(self) -> None:
        if not self._desks.seus.entries():
            return
        name = f"SEU log {self._desks.seus.today():%Y-%m-%d}"
        file = ask_file(self._theme, self, "Export the SEU log", name, (PDF, MARKDOWN, CSV))
        if file is None:
            return
        try:
            self.save(file)
        except OSError as error:
            tell_not_written(self._theme, self, file, error, "Nothing of your log is touched.")
        else:
            self.view.said.say(saved(file))

    def save(self, file: Path) -> None:
        """Write the list of evidence: the file's ending says how, PDF where it says nothing. Raises OSError."""
        desk = self._desks.seus
        entries, standing = desk.entries(), desk.standing()
        lines = seu_wording.lines(standing) if standing is not None else ()
        match file.suffix.lower():
            case ".csv":
                write_bytes(file, seu_csv(entries).encode("utf-8-sig"))
            case ".md" | ".markdown":
                write_bytes(file, seu_markdown(entries, TITLE, lines).encode())
            case _:
                from studyapp.ui.paper.document import paper_document
                from studyapp.ui.paper.sheet import Sheet, save_pdf

                document = paper_document(self._theme, seu_html(entries, TITLE, lines))
                save_pdf(
                    document,
                    file,
                    Sheet(TITLE, "Kept by the learner; not affiliated with any awarding body."),
                )
