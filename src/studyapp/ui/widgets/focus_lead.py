"""Hands the keyboard on from a part of a page to what is used in it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class FocusLead(QObject):
    """Gives the focus on as soon as ``part`` has it.

    Qt's focus proxy would make ``part`` a stop of the Tab key, from which the focus goes past everything that stands
    before ``to``.
    """

    def __init__(self, part: QWidget, to: QWidget) -> None:
        super().__init__(part)
        self._to = to
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is held back."""
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._to.setFocus(event.reason())
        return False
