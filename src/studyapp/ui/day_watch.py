"""Notices that another study day has begun while the window is open, also after the computer has slept."""

from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from studyapp.study.change import Change
from studyapp.study.desks import Desks

_EVERY_MS = 60_000


class DayWatch(QObject):
    """Looks at the study day each minute, and whenever the learner comes back to the program."""

    changed = Signal(object)
    """Carries ``Change.DAY``: the day is another than when it was looked at last."""

    def __init__(self, desks: Desks, parent: QObject) -> None:
        super().__init__(parent)
        self._desks = desks
        self._day: date = desks.ledger.today().date
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    @Slot()
    def look(self) -> None:
        """Tell when the day has become another."""
        before, self._day = self._day, self._desks.ledger.today().date
        if self._day != before:
            self.changed.emit(Change.DAY)

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
