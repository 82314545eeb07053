"""A line that tells what has just been done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column


class Said(QWidget):
    """Takes no room until there is something to tell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._label = plain_label(theme, "", 13.5, "muted")
        Column(theme, self).addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        """What is told."""
        return self._label.text()

    @Slot(str)
    def say(self, text: str) -> None:
        """Tell this, to the eye and to a screen reader; an empty text takes the line away."""
        self._label.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)
