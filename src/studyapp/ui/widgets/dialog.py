"""A calm window over the window: a title, a few lines, and what can be done."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, DangerButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.scroll import Scroll, bring_into_sight, scroll_by_key


class Dialog(QDialog):
    """Fill ``body``, which scrolls when the screen is small; add what can be done with ``offer``. Escape leaves."""

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, width: float = 520
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setModal(True)
        outer = Column(theme, self, margins=(28, 24, 28, 22), gap=16)
        self._title = heading(theme, title, 19)
        outer.addWidget(self._title)
        inner = QWidget()
        self.body = Column(theme, inner, gap=12)
        self._place = Scroll(inner)
        outer.addWidget(self._place, 1)
        self._row = Row(theme, gap=10)
        self._row.addStretch(1)
        outer.addLayout(self._row)
        self._inner, self._width = inner, width

    def offer(self, button: Button, *, closes: bool = False) -> Button:
        """Add a button at the foot; ``closes`` makes it leave the dialog."""
        self._row.addWidget(button)
        button.installEventFilter(self)
        button.setAutoDefault(isinstance(button, PrimaryButton))
        if closes:
            button.clicked.connect(self.reject)
        return button

    def present(self) -> None:
        """Open over the parent, as large as the content needs and the screen allows."""
        width = self._theme.px(self._width)
        wanted = self._inner.heightForWidth(width) if self._inner.hasHeightForWidth() else 0
        height = max(wanted, self._inner.sizeHint().height()) + self._theme.px(170)
        room = self.screen().availableSize()
        self.resize(min(width + self._theme.px(60), room.width() - 40), min(height, room.height() - 60))
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is too tall scrolls by the keys that nothing in it needs."""
        if not scroll_by_key(self._place, event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down on a button at the foot scroll too, where Qt would go to the next button."""
        pressed = isinstance(watched, Button) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            return scroll_by_key(self._place, event.key())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Bring what Tab came to into sight; Qt does so only for steps within what scrolls."""
        moved = super().focusNextPrevChild(next)
        focus = self.focusWidget()
        if moved and focus is not None:
            bring_into_sight(focus)
        return moved

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("background"))


def tell(theme: Theme, parent: QWidget | None, title: str, text: str, details: str = "") -> Dialog:
    """Open a message; ``details`` show on request. Plain text throughout."""
    dialog = Dialog(theme, title, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.body.addWidget(plain_label(theme, text))
    if details:
        more = plain_label(theme, details, 12.5, "muted", family="mono")
        more.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        more.setAccessibleName("Details")
        more.hide()
        shown = dialog.offer(QuietButton(theme, "Details"))
        shown.clicked.connect(more.show)
        shown.clicked.connect(shown.hide)
        dialog.body.addWidget(more)
    dialog.body.addStretch(1)
    dialog.offer(PrimaryButton(theme, "Close"), closes=True).setFocus()
    dialog.present()
    return dialog


def ask(theme: Theme, parent: QWidget | None, title: str, text: str, action: str) -> Dialog:
    """Open a question about something that loses something; ``accepted`` says yes. Leaving is the easy way."""
    dialog = Dialog(theme, title, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.body.addWidget(plain_label(theme, text))
    dialog.body.addStretch(1)
    dialog.offer(QuietButton(theme, "Cancel"), closes=True).setFocus()
    dialog.offer(DangerButton(theme, action)).clicked.connect(dialog.accept)
    dialog.present()
    return dialog
