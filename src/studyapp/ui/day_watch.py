"""Notices that another day has begun while the window is open, of study or of the calendar, also after a sleep."""

from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from studyapp.study.change import Change
from studyapp.study.desks import Desks

_EVERY_MS = 60_000


class DayWatch(QObject):
    """Looks at both days each minute, and whenever the learner comes back to the program."""

    changed = Signal(object)
    """Carries ``Change.DAY``: one of the days is another than when it was looked at last."""

    def __init__(self, desks: Desks, parent: QObject) -> None:
        super().__init__(parent)
        self._desks = desks
        self._days = self._both()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    @Slot()
    def look(self) -> None:
        """Tell when a day has become another."""
        before, self._days = self._days, self._both()
        if self._days != before:
            self.changed.emit(Change.DAY)

    def _both(self) -> tuple[date, date]:
        """What is planned by, and what people call it."""
        return self._desks.ledger.today().date, self._desks.ledger.date()

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
