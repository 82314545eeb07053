"""Asks before a link leaves the program, and names where it leads."""

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import heading, plain_label

_SCHEMES = ("https", "http", "mailto")
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


class OutsideLink(Dialog):
    """Names the host of a link and opens it outside once the learner says so."""

    def __init__(self, theme: Theme, url: QUrl, parent: QWidget) -> None:
        mail = url.scheme() == "mailto"
        super().__init__(
            theme, "Write to this address?" if mail else "Open in your browser?", parent, width=460
        )
        self._url = url
        self.place = url.path() if mail else url.host(_ENCODED)
        """The host, or the mail address."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(heading(theme, self.place, 14))
        self.body.addWidget(plain_label(theme, url.toString(_ENCODED).replace("/", "/\u200b"), 13, "muted"))
        self.offer(QuietButton(theme, "Stay here"), closes=True)
        self.copy_button = self.offer(QuietButton(theme, "Copy the address"))
        self.open_button = self.offer(PrimaryButton(theme, "Open"))
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)

    @Slot()
    def _open(self) -> None:
        self.accept()
        QDesktopServices.openUrl(self._url)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url.toString(_ENCODED))
        self.reject()


def leads_outside(url: QUrl) -> bool:
    """Whether a link may be offered to the system at all: a web page with a host, or a mail address."""
    if url.scheme() == "mailto":
        return bool(url.path())
    return url.scheme() in _SCHEMES and bool(url.host())
