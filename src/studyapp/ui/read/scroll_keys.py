"""The keys that scroll an article, beside those that Qt knows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QScrollBar


def move_for(event: QKeyEvent) -> QScrollBar.SliderAction | None:
    """Where a key scrolls to; None for one that Qt may take."""
    action, keys = QScrollBar.SliderAction, QKeySequence.StandardKey
    if event.key() == Qt.Key.Key_Space:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return action.SliderPageStepSub if back else action.SliderPageStepAdd
    if event.matches(keys.MoveToStartOfDocument):
        return action.SliderToMinimum
    return action.SliderToMaximum if event.matches(keys.MoveToEndOfDocument) else None
