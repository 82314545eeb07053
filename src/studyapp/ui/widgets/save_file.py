"""Where a learner wants a file saved, and what is told when it cannot be."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from studyapp.store.disk_words import reason
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog, ask, tell
from studyapp.ui.widgets.file_ending import file_name, with_ending

NOT_SAVED: Final = "The file was not saved"
_FOLDER: Final = "saved in"
"""The window's property that holds the folder of the last file."""
_FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that can be chosen. The first of its ``endings`` is the usual one; each begins with its dot."""

    name: str
    endings: tuple[str, ...]

    @property
    def filter(self) -> str:
        """As Qt's file dialog wants it: ``Markdown (*.md *.markdown)``."""
        return f"{self.name} ({' '.join(f'*{ending}' for ending in self.endings)})"


PDF = Kind("PDF", (".pdf",))
CSV = Kind("CSV", (".csv",))
MARKDOWN = Kind("Markdown", (".md", ".markdown"))
HTML = Kind("HTML", (".html", ".htm"))
PNG = Kind("PNG", (".png",))
SVG = Kind("SVG", (".svg",))


def ask_file(theme: Theme, parent: QWidget, title: str, called: str, kinds: Sequence[Kind]) -> Path | None:
    """Ask where to save, and as which of ``kinds``; ``called`` is the name proposed, without an ending.

    The file has an ending of one of the kinds. No file is named that is there already unless the learner agreed
    to have it replaced: the system's dialog asks about the name that was typed, and we about one that has got its
    ending here. None when the learner gives up.
    """
    filters, known = ";;".join(kind.filter for kind in kinds), [e for kind in kinds for e in kind.endings]
    proposed = _folder(parent) / file_name(called, kinds[0].endings[0])
    while True:
        said, filtered = QFileDialog.getSaveFileName(parent, title, str(proposed), filters)
        if not said:
            return None
        kind = next((kind for kind in kinds if kind.filter == filtered), kinds[0])
        named = Path(said)
        untouched = named.name == proposed.name and named.suffix.lower() not in kind.endings
        file = with_ending(named.with_suffix("") if untouched else named, known, kind.endings[0])
        if file == named or not file.is_file() or _may_replace(theme, parent, file):
            parent.window().setProperty(_FOLDER, str(file.parent))
            return file
        proposed = file


def saved(file: Path) -> str:
    """What was saved, and where."""
    return f"Saved as {file.name} in {file.parent}."


def not_written(file: Path, fault: OSError) -> str:
    """What could not be written, where, why, and how to mend it."""
    folder = file.parent
    if not folder.exists():
        why = "that folder is not there. Make it, or choose another one"
    elif fault.errno in _FORBIDDEN:
        why = "nothing may be written there. Allow it, or choose another folder, such as your documents"
    else:
        why = reason(fault)
    return f"“{file.name}” could not be written in {folder}: {why}."


def tell_not_written(theme: Theme, parent: QWidget, file: Path, fault: OSError, kept: str) -> Dialog:
    """The same in a dialog; ``kept`` says what is untouched."""
    return tell(theme, parent.window(), NOT_SAVED, f"{not_written(file, fault)} {kept}")


def _may_replace(theme: Theme, parent: QWidget, file: Path) -> bool:
    """Ask whether a file may go; leaving it is the easy way."""
    text = f"There is a file “{file.name}” in {file.parent} already. What stands in it is lost when it is replaced."
    question, loop = ask(theme, parent.window(), "Replace the file?", text, "Replace"), QEventLoop()
    agreed: list[bool] = []
    question.accepted.connect(partial(agreed.append, True))
    question.finished.connect(loop.quit)
    loop.exec()
    return bool(agreed)


def _folder(parent: QWidget) -> Path:
    """Where the last file of this window went, else the learner's documents, else home."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    last = parent.window().property(_FOLDER)
    there = (Path(place) for place in ([last] if isinstance(last, str) else []) + places)
    return next((place for place in there if place.is_dir()), Path.home())
