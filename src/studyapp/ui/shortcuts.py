"""The overview of keys: everything that can be done now, each once."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from studyapp.ui.keys import Keys
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.key_cap import KeyCap
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row


class Shortcuts(Dialog):
    """A list of what widgets do by ``keys`` of their own, then of actions and their keys."""

    def __init__(
        self,
        theme: Theme,
        actions: Sequence[QAction],
        keys: Sequence[Keys] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Keyboard shortcuts", parent, width=440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate((*keys, *_of_actions(actions))):
            name = plain_label(theme, line.text)
            name.setAccessibleDescription(" or ".join(line.keys))
            grid.addWidget(name, row, 0)
            caps = Row(theme, gap=6)
            caps.addStretch(1)
            for key in line.keys[:2]:
                caps.addWidget(KeyCap(theme, f"{key[:-1].replace('+', ' ')}{key[-1:]}"))
            grid.addLayout(caps, row, 1)
        self.body.addWidget(table)
        self.body.addStretch(1)
        self.offer(PrimaryButton(theme, "Close"), closes=True)


def _of_actions(actions: Sequence[QAction]) -> Iterator[Keys]:
    """What has a key, in the order given; actions that do the same by several keys become one line."""
    found: dict[str, list[str]] = {}
    for action in actions:
        keys = [shortcut.toString() for shortcut in action.shortcuts()]
        if keys and action.text():
            found.setdefault(action.text(), []).extend(keys)
    return (Keys(text, tuple(keys)) for text, keys in found.items())
