"""Opens the folder in which the open article's file lies."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from studyapp.ids import pack_of
from studyapp.study.library import Library
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern


class FilePlace(QObject):
    """Adds the action to its host. A pack in an archive has no folder to open, which is said then."""

    def __init__(self, host: QWidget, library: Library, lectern: Lectern) -> None:
        super().__init__(host)
        self._library, self._lectern = library, lectern
        self.action = command(host, "Open the file’s folder")
        self.action.triggered.connect(self._open)

    @property
    def file(self) -> Path | None:
        """Where the article's file lies; None for one in an archive, or without an article."""
        found = self._root_and_path()
        return found[0] / found[1] if found is not None and found[0].is_dir() else None

    @Slot()
    def _open(self) -> None:
        found = self._root_and_path()
        if found is None:
            return
        root, path = found
        file = self.file
        if file is None:
            self._lectern.say(
                f"This article is “{path}” in the archive {root}; an archive has no folder to open."
            )
        elif not file.parent.is_dir():
            self._lectern.say(f"The folder {file.parent} is not there any more.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))):
            self._lectern.say(f"No program to open folders was found. The file is {file}.")

    def _root_and_path(self) -> tuple[Path, str] | None:
        reading, catalog = self._lectern.reading, self._library.catalog
        if reading is None:
            return None
        pack = pack_of(reading.article.id)
        root = next((each.root for each in catalog.packs if each.id == pack), None)
        return (root, reading.article.path) if root is not None else None
