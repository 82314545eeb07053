"""One signal that tells what a verb has altered."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """Whoever carries out a verb emits its Change here; whoever shows that part of the world looks again."""

    changed = Signal(object)
    """Carries a ``Change``."""
