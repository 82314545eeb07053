"""What else can be done with the card: small buttons with their keys below the ratings."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Dress, LinkButton
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.layouts import Column


class _Hint(LinkButton):
    dress = Dress("", "", "muted")
    text_px = 12.5

    def dressed(self) -> Dress:
        return Dress("", "", "text") if self.underMouse() or self.hasFocus() else self.dress


class Foot(QWidget):
    """One small button for each action; it is as enabled and as visible as the action."""

    def __init__(self, theme: Theme, actions: Sequence[QAction]) -> None:
        super().__init__()
        column = Column(theme, self, margins=(0, 14, 0, 0))
        line = Flow(theme, gap=12, centred=True)
        column.addLayout(line)
        self._keys: list[tuple[_Hint, str]] = []
        for action in actions:
            key = action.shortcut().toString().replace("+", " ")
            button = _Hint(theme, action.text(), key=key)
            line.addWidget(button)
            self._keys.append((button, key))
            _bind(button, action)

    def show_keys(self, *, shown: bool) -> None:
        """Whether the keys hold at present; a field that has the keyboard takes them for itself."""
        for button, key in self._keys:
            button.set_key(key if shown else "")


def _bind(button: _Hint, action: QAction) -> None:
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
    action.changed.connect(lambda: button.set_text(action.text()))
    button.setEnabled(action.isEnabled())
    button.setVisible(action.isVisible())
