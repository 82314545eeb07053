"""Waits for paint and for peace."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

_PEACE_S = 0.5
"""What was put off waits for its turn up to 0.4 s, until the reader rests; a switch before that is another measure."""


class Painted(QObject):
    """Knows when one of some widgets is painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._count += 1
        return False

    def after(self, do: Callable[[], object], *, appears: bool = False) -> float:
        """Milliseconds from the beginning of ``do`` until one of the widgets has been painted.

        What is posted is delivered, timers are not: what a timer does comes after the frame. Only a window that
        ``appears`` needs the word of the window system.
        """
        wait = QApplication.processEvents if appears else QApplication.sendPostedEvents
        before, began = self._count, time.perf_counter()
        do()
        while self._count == before:
            wait()
        return (time.perf_counter() - began) * 1000


def idle() -> None:
    """Let everything that was put off happen, as it would while somebody reads."""
    until = time.perf_counter() + _PEACE_S
    while time.perf_counter() < until:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
