"""Boxes that hold a value leave the wheel to the page."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QWidget


def calm(*boxes: QWidget) -> None:
    """Let the wheel scroll past these boxes without changing what stands in them.

    It still counts a number or a day up and down that has the keyboard; a list often has it from the start.
    """
    for box in boxes:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own would let the wheel bring the focus
        box.installEventFilter(_Calm(box))


class _Calm(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus() and not isinstance(watched, QComboBox):
            return False
        event.ignore()  # so that it goes on to whatever scrolls
        return True
