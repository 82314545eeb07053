"""Copies a passage with its source, and the address of the place."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from studyapp.ui.address import article_address
from studyapp.ui.read.lectern import Lectern


class Copying(QObject):
    """Puts what is selected in the open article, or its address, on the clipboard."""

    def __init__(self, lectern: Lectern) -> None:
        super().__init__(lectern)
        self._lectern = lectern

    @property
    def address(self) -> str:
        """Where the reader is, as ``studyapp show`` and the search take it; empty without an article."""
        reading = self._lectern.reading
        return article_address(reading.article.id, self._lectern.heading()) if reading else ""

    @Slot()
    def copy(self) -> None:
        """The words alone."""
        self._put(self._lectern.view.selected_text())

    @Slot()
    def copy_with_source(self) -> None:
        """The words, the article and heading, and the address."""
        words = self._lectern.view.selected_text()
        self._put(words and f"{words}\n\n— {self._lectern.here()}\n{self.address}\n")

    @Slot()
    def copy_markdown(self) -> None:
        """The words as Markdown, with a link to the place."""
        words = self._lectern.view.selected_markdown()
        self._put(words and f"{words}\n\n— [{self._lectern.here()}]({self.address})\n")

    @Slot()
    def copy_address(self) -> None:
        """The address alone."""
        self._put(self.address)

    def _put(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
