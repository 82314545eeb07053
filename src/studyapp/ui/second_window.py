"""Two windows on one profile: the second knocks, the first comes to the front."""

from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1500
"""Milliseconds to wait for the first window."""


def _name(profile: Path) -> str:
    return "studyapp-" + blake2b(str(profile.resolve()).encode(), digest_size=8).hexdigest()


class Doorbell(QObject):
    """Listens for a second window on the same profile."""

    rung = Signal()
    """Another start of the program asks this window to the front."""

    def __init__(self, profile: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(profile))
        self._server.listen(_name(profile))

    @Slot()
    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.write(b"here")
            caller.flush()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.rung.emit()


def ring(profile: Path) -> bool:
    """Ask the first window to the front; whether it answered."""
    caller = QLocalSocket()
    caller.connectToServer(_name(profile))
    answered = caller.waitForConnected(_PATIENCE) and caller.waitForReadyRead(_PATIENCE)
    caller.close()
    return answered
