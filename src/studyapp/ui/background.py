"""The one file that knows threads: work on values, away from the window; its outcome is told in the window's."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

_TURN = 0.001
"""Seconds that one thread may keep another waiting for the interpreter.

A window is painted by dozens of short calls, each of which may have to wait so long: with the usual 0.005 it stutters
beside work."""


class Work(QObject):
    """One piece of work under way. Keep it until it has finished; then throw it away."""

    finished = Signal(object)
    """The value that the work gave."""
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(self, do: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dropped = False
        self._runner = _Runner(do)
        self._runner.told.done.connect(self._finish)
        self._runner.told.broke.connect(self._fail)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        sys.setswitchinterval(_TURN)
        QThreadPool.globalInstance().start(self._runner)

    def drop(self) -> None:
        """Tell nobody of the outcome: it is no longer wanted."""
        self._dropped = True

    @Slot(object)
    def _finish(self, value: object) -> None:
        if not self._dropped:
            self.finished.emit(value)

    @Slot(object)
    def _fail(self, fault: object) -> None:
        if not self._dropped:
            self.failed.emit(fault)


def in_background(do: Callable[[], Any], parent: QObject) -> Work:
    """Work that calls ``do`` on a thread once it is started.

    ``do`` gets nothing but the values it was made with, opens its own query-only connection if it reads the log, and
    touches no widget.
    """
    return Work(do, parent)


def wait_for_all(milliseconds: int = 5000) -> bool:
    """Wait until nothing is under way any more, as at the end of the program; whether that came about in time."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)


class _Told(QObject):
    done = Signal(object)
    broke = Signal(object)


class _Runner(QRunnable):
    def __init__(self, do: Callable[[], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._do = do
        self.told = _Told()

    def run(self) -> None:
        """Called on the thread. Whatever goes wrong is told in the window's thread, where it is dealt with."""
        try:
            value = self._do()
        except Exception as fault:  # noqa: BLE001 - handed on whole, not swallowed
            self.told.broke.emit(fault)
        else:
            self.told.done.emit(value)
