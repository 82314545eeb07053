"""After days away: how much time there is today, in three buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from studyapp.ui.widgets.flow import Flow


class Offers(QWidget):
    """The middle one is the primary button; the keys 1, 2 and 3 choose as well."""

    chosen = Signal(int)
    """The minutes that were chosen."""

    def __init__(self, theme: Theme, offers: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        flow = Flow(theme, self, gap=10)
        for number, (minutes, text) in enumerate(offers, 1):
            kind = PrimaryButton if number == 2 else QuietButton
            button: Button = kind(theme, text, key=str(number))
            QShortcut(QKeySequence(str(number)), self).activated.connect(button.click)
            button.setProperty("minutes", minutes)
            button.clicked.connect(self._choose)
            flow.addWidget(button)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(int(self.sender().property("minutes")))
