"""Asks before a link leaves the program, and names where it leads."""

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row

ALLOWED = ("https", "http", "mailto")


class OutsideLink(QDialog):
    """Names the host of a link and opens it outside once the learner says so."""

    def __init__(self, theme: Theme, url: QUrl, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = url
        self.setWindowTitle("Leave the program?")
        self.setModal(True)
        mail = url.scheme() == "mailto"
        place = url.path() if mail else url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        column = Column(theme, self, margins=(24, 20, 24, 20), gap=10)
        title = "Write to this address?" if mail else "Open in your browser?"
        column.addWidget(heading(theme, title, 17))
        column.addWidget(heading(theme, place, 14))
        shown = plain_label(
            theme, url.toDisplayString(QUrl.ComponentFormattingOption.FullyEncoded), 13, "muted"
        )
        shown.setMaximumWidth(theme.px(460))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(shown)
        row = Row(theme, gap=8)
        self.open_button = PrimaryButton(theme, "Open")
        self.copy_button = QuietButton(theme, "Copy the address")
        self.cancel_button = QuietButton(theme, "Stay here")
        row.addStretch(1)
        for button in (self.cancel_button, self.copy_button, self.open_button):
            row.addWidget(button)
        column.addSpacing(theme.px(6))
        column.addLayout(row)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        self.cancel_button.clicked.connect(self.reject)

    @Slot()
    def _open(self) -> None:
        self.accept()
        QDesktopServices.openUrl(self._url)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        self.reject()


def leads_outside(url: QUrl) -> bool:
    """Whether a link may be offered to the system at all: a web page with a host, or a mail address."""
    if url.scheme() == "mailto":
        return bool(url.path())
    return url.scheme() in ALLOWED and bool(url.host())
