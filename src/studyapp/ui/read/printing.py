"""Prints the open article, and saves it as PDF."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ids import pack_of
from studyapp.study.desks import Desks
from studyapp.ui.address import article_address
from studyapp.ui.background import Work, in_background
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.save_file import PDF, ask_file, tell_not_written

if TYPE_CHECKING:
    from studyapp.ui.read.on_paper import Print


class Printing(QObject):
    """Adds both actions to their host. A PDF is made away from the window, which says when it is there."""

    def __init__(self, host: QWidget, theme: Theme, desks: Desks, lectern: Lectern) -> None:
        super().__init__(host)
        self._host, self._theme, self._desks, self._lectern = host, theme, desks, lectern
        self._file = Path()
        self._work: Work | None = None
        self.print = command(host, "Print…", "Ctrl+P")
        self.print.triggered.connect(self._ask_printer)
        self.save = command(host, "Save as PDF…", "Ctrl+Shift+S")
        self.save.triggered.connect(self._ask_file)

    def article(self) -> "Print | None":
        """The open article as it would go on paper."""
        from studyapp.ui.read.on_paper import Print

        reading = self._lectern.reading
        if reading is None:
            return None
        item, catalog = reading.article.id, self._desks.library.catalog
        title = next((pack.title for pack in catalog.packs if pack.id == pack_of(item)), "")
        foot = " · ".join(filter(None, (title, article_address(item))))
        meta = " · ".join(filter(None, (reading.topic, f"{max(1, reading.article.minutes)} min")))
        return Print(reading, meta, foot, self._theme.on_paper(), partial(catalog.image, item))

    def save_to(self, file: Path) -> None:
        """Write the open article as PDF, and say what came of it."""
        article = self.article()
        if article is None or self._work is not None:
            return
        self._file = file
        self._lectern.say("The PDF is being made…")
        self._work = in_background(partial(_save, article, file), self)
        self._work.finished.connect(self._tell_saved)
        self._work.failed.connect(self._tell_fault)
        self._work.start()

    @property
    def busy(self) -> bool:
        """Whether a PDF is being made."""
        return self._work is not None

    @Slot()
    def _ask_file(self) -> None:
        article = self.article()
        if article is None:
            return
        file = ask_file(self._theme, self._host, "Save as PDF", article.sheet.title, (PDF,))
        if file is not None:
            self.save_to(file)

    @Slot()
    def _ask_printer(self) -> None:
        article = self.article()
        if article is not None:
            from studyapp.ui.paper.printer import ask_printer

            ask_printer(self._host.window(), article.document, article.sheet, self._lectern.say)

    @Slot(object)
    def _tell_saved(self, file: Path) -> None:
        self._end_work()
        self._lectern.say(f"Saved as {file.name} in {file.parent}.")

    @Slot(object)
    def _tell_fault(self, fault: BaseException) -> None:
        self._end_work()
        self._lectern.say("")
        if not isinstance(fault, OSError):
            raise fault
        kept = "What stood there before is as it was."
        tell_not_written(self._theme, self._host, self._file, fault, kept)

    def _end_work(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None


def _save(article: "Print", file: Path) -> Path:
    from studyapp.ui.paper.sheet import save_pdf

    save_pdf(article.document(), file, article.sheet)
    return file
