"""Makes an action of the Read page: the command palette lists it, its key works wherever the page has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def command(host: QWidget, text: str, key: str = "") -> QAction:
    """Add an action to the page."""
    action = QAction(text, host)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    host.addAction(action)
    return action
