"""Keys that belong to what has the keyboard, although a page of the same window has a shortcut on them."""

from collections.abc import Set

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ANSWERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape})
"""What presses a button, chooses a row, or leaves."""
MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
SIGNS = frozenset(range(Qt.Key.Key_Space, Qt.Key.Key_AsciiTilde + 1))
"""Letters, figures and the like."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def keeps(event: QEvent, keys: Set[int]) -> bool:
    """Call it first in ``event``: true, and settled, when Qt asks whether one of these keys is to be no shortcut."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or event.modifiers() not in _PLAIN:
        return False
    event.accept()
    return True
