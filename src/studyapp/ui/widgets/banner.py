"""A strip above the page that tells of something wrong without being in the way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent


class Banner(QWidget):
    """Stays until it is closed by its button. Plain text. ``offer`` names a second button, which closes it too."""

    accepted = Signal()
    """The second button was pressed."""

    def __init__(self, theme: Theme, text: str, offer: str = "") -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = Row(theme, self, margins=(24, 10, 16, 10), gap=16)
        row.addWidget(plain_label(theme, text), 1)
        if offer:
            accept = QuietButton(theme, offer)
            accept.clicked.connect(self.accepted)
            accept.clicked.connect(self._go)
            row.addWidget(accept)
        close = QuietButton(theme, "Close")
        close.setAccessibleDescription("Closes the notice above the page")
        close.clicked.connect(self._go)
        row.addWidget(close)

    def showEvent(self, event: "QShowEvent") -> None:
        """Have it spoken."""
        super().showEvent(event)
        announce(self, self._text)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the ground and the line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("warn-soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    @Slot()
    def _go(self) -> None:
        self.hide()
        self.deleteLater()
