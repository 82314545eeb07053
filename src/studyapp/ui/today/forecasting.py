"""Keeps the forecast up to date while Today is in sight, on a thread and never on the way to the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks

if TYPE_CHECKING:
    from studyapp.study.outlook import Outlook
    from studyapp.ui.background import Work

_REST_MS = 1200


class Forecasting(QObject):
    """Works the forecast out a while after it was asked for; what it comes to is kept in the log.

    Nothing is asked or kept while the page is out of sight: what nobody is told is no forecast.
    """

    told = Signal()
    """The forecast that was kept last has become another."""

    def __init__(self, desks: Desks, page: QWidget) -> None:
        super().__init__(page)
        self._desks, self._page = desks, page
        self._work: Work | None = None
        self._timer: QTimer | None = None

    def wait(self) -> None:
        """Ask for a forecast once nothing has been asked for a while."""
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
            self._timer.timeout.connect(self.begin)
        self._timer.start()

    @Slot()
    def begin(self) -> None:
        """Ask for a forecast now, unless one is under way."""
        from studyapp.ui.background import in_background

        free = self._work is None and self._page.isVisible()
        inquiry = self._desks.outlooks.inquiry(past=False) if free else None
        if inquiry is not None:
            self._work = in_background(inquiry, self)
            self._work.finished.connect(self._keep)
            self._work.failed.connect(self._let_go)
            self._work.start()

    @Slot(object)
    def _keep(self, outlook: "Outlook") -> None:
        self._work = None
        if self._page.isVisible() and self._desks.outlooks.keep(outlook) is not Change.NOTHING:
            self.told.emit()

    @Slot(object)
    def _let_go(self, _fault: Exception) -> None:
        """Today goes on showing what it knew; Progress tells of the fault when it is asked."""
        self._work = None
