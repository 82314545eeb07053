"""How long something lay open to be answered: not while it was out of sight, nor while a dialog lay over it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Stopwatch(QObject):
    """Runs while a widget is in sight and its window can be worked in. ``now`` tells milliseconds that only grow."""

    def __init__(self, watched: QWidget, now: Callable[[], int] | None = None) -> None:
        super().__init__(watched)
        self._watched, self._now = watched, now or _running()
        self._window: QWidget | None = None
        self._blocked = False
        self._since: int | None = None
        self._before = 0
        watched.installEventFilter(self)

    def start(self) -> None:
        """Begin anew."""
        self._before, self._since = 0, None
        self._go()

    @property
    def milliseconds(self) -> int:
        """How long it ran since ``start``."""
        return self._before + (self._now() - self._since if self._since is not None else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop when the widget goes out of sight or a dialog opens over its window; go on when that is over."""
        match event.type():
            case QEvent.Type.WindowBlocked if watched is self._window:
                self._blocked = True
                self._halt()
            case QEvent.Type.WindowUnblocked if watched is self._window:
                self._blocked = False
                self._go()
            case QEvent.Type.Show if watched is self._watched:
                self._go()
            case QEvent.Type.Hide if watched is self._watched:
                self._halt()
        return False

    def _go(self) -> None:
        self._look_at_window()
        if self._since is None and self._watched.isVisible() and not self._blocked:
            self._since = self._now()

    def _halt(self) -> None:
        if self._since is not None:
            self._before, self._since = self.milliseconds, None

    def _look_at_window(self) -> None:
        window = self._watched.window()
        if window is self._window:
            return
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        dialog = QApplication.activeModalWidget()
        self._blocked = dialog is not None and dialog is not window
        if window is not self._watched:
            window.installEventFilter(self)


def _running() -> Callable[[], int]:
    clock = QElapsedTimer()
    clock.start()
    return clock.elapsed
