"""Sees every window that opens, however shortly."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Lookout(QObject):
    """Notices every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False
