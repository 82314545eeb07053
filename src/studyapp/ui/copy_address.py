"""Copies the address of what is in sight, as ``studyapp show`` and the search take it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

KEY = "Ctrl+Shift+A"


class CopyAddress(QObject):
    """Adds the action to a page. ``item`` gives the identifier of what is in sight, empty for nothing."""

    def __init__(self, host: QWidget, text: str, item: Callable[[], str]) -> None:
        super().__init__(host)
        self._item = item
        self.action = QAction(text, host)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self._copy)
        host.addAction(self.action)

    @Slot()
    def _copy(self) -> None:
        item = self._item()
        if item:
            QGuiApplication.clipboard().setText(f"studyapp:{item}")
