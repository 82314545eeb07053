"""Ctrl+C in the terminal, or the end of the learner's session: the window closes as by its own button."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Listens for the signals that ask a program to end. Python hears them only when it runs, so a socket wakes it."""

    came = Signal()
    """The program is asked to end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._before_fd = signal.set_wakeup_fd(self._pythons.fileno())
        self._before = [signal.signal(each, _leave_it_to_the_socket) for each in _SIGNALS]

    def release(self) -> None:
        """Let the signals do what they did before."""
        signal.set_wakeup_fd(self._before_fd)
        for each, before in zip(_SIGNALS, self._before, strict=True):
            signal.signal(each, before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._pythons.close()

    @Slot()
    def _hear(self) -> None:
        self._ours.recv(64)
        self.came.emit()


def _leave_it_to_the_socket(*_: object) -> None:
    """Python wants a handler to be there before it writes to the socket."""
