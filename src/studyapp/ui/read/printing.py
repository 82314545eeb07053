"""Prints the open article, and saves it as PDF."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ids import pack_of
from studyapp.store.disk_words import reason
from studyapp.study.desks import Desks
from studyapp.ui.address import article_address
from studyapp.ui.background import Work, in_background
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import tell

if TYPE_CHECKING:
    from studyapp.ui.read.on_paper import Print

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


class Printing(QObject):
    """Adds both actions to their host. A PDF is made away from the window, which says when it is there."""

    def __init__(self, host: QWidget, theme: Theme, desks: Desks, lectern: Lectern) -> None:
        super().__init__(host)
        self._host, self._theme, self._desks, self._lectern = host, theme, desks, lectern
        self._folder = Path()
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
        self._folder = file.parent
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
        from PySide6.QtWidgets import QFileDialog

        folder = self._folder if self._folder.name else _documents()
        proposed = str(folder / file_name(article.sheet.title))
        chosen, _ = QFileDialog.getSaveFileName(self._host, "Save as PDF", proposed, "PDF (*.pdf)")
        if chosen:
            file = Path(chosen)
            self.save_to(file if file.suffix else file.with_suffix(".pdf"))

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
        text = f"The PDF could not be written: {reason(fault)}. What stood there before is as it was."
        tell(self._theme, self._host.window(), "Not saved", text)

    def _end_work(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None


def file_name(title: str) -> str:
    """A title as a file's name that every system takes."""
    plain = _FORBIDDEN.sub(" ", title).strip(" .")[:_LONGEST].strip(" .")
    return f"{' '.join(plain.split()) or 'Article'}.pdf"


def _documents() -> Path:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    there = [Path(place) for place in places if Path(place).is_dir()]
    return there[0] if there else Path.home()


def _save(article: "Print", file: Path) -> Path:
    from studyapp.ui.paper.sheet import save_pdf

    save_pdf(article.document(), file, article.sheet)
    return file
