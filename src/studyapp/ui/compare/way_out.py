"""Where a table goes that leaves the program: to the clipboard or into a file."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from studyapp.store.disk_words import in_plain_words
from studyapp.study.comparison_export import Format
from studyapp.ui.compare.controls import SAVE
from studyapp.ui.compare.wording import NOT_SAVED
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import tell


class WayOut:
    """Copies and saves for a page."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        self._theme, self._page = theme, page

    def hand_on(self, choice: tuple[str, Format], text: str, title: str) -> None:
        """Copy a text, or ask for a file and save it there."""
        what, form = choice
        if what == SAVE:
            self._save(text, form, title)
        else:
            _copy(text, form)

    def _save(self, text: str, form: Format, title: str) -> None:
        name = f"{title}.{form.value}".replace("/", "-")
        path, _ = QFileDialog.getSaveFileName(self._page, "Save the table", name)
        if not path:
            return
        try:
            Path(path).write_text(text, encoding="utf-8", newline="")
        except OSError as fault:
            tell(self._theme, self._page.window(), NOT_SAVED[0], NOT_SAVED[1], in_plain_words(fault))


def _copy(text: str, form: Format) -> None:
    data = QMimeData()
    data.setText(text)
    if form is Format.HTML:
        data.setHtml(text)
    QGuiApplication.clipboard().setMimeData(data)
