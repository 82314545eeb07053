"""Looks, away from the window, whether files of packs have changed, and tells once they have come to rest."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studyapp.catalog.problem import Problem
from studyapp.study.authoring import Reading, Seen, WatchedPacks
from studyapp.ui.background import Work, in_background

PULSE = 400
"""Milliseconds between two looks; longer where a look takes long, so that watching costs little."""
_PATIENCE = 25
"""A look may take one part in so many of the time."""
_LONG = 3.0
"""A check that takes so many seconds waits as long again before the next, because large packs are checked long."""


class Watch(QObject):
    """Polls, because no notice of the system comes reliably from every disk, editor and network folder.

    Files are read once two looks running agree: an editor that writes a draft and renames it is noticed once.
    """

    read = Signal(object)
    """Something has changed: the ``Reading`` of it."""
    checked = Signal(object)
    """The ``Problem`` values of the files and across them."""

    def __init__(self, packs: Callable[[], WatchedPacks], parent: QObject) -> None:
        super().__init__(parent)
        self._packs = packs
        self._known: Seen | None = None
        self._last: Seen | None = None
        self._work: Work | None = None
        self._check: Work | None = None
        self._unchecked = False
        self._began = self._check_began = self._check_took = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._check_next)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    @property
    def checking(self) -> bool:
        """Whether something has been read that was not checked yet."""
        return self._unchecked or self._check is not None

    def start(self) -> None:
        """Look now, and again and again. The first look always tells."""
        self._known = self._last = None
        self._timer.start(0)

    def stop(self) -> None:
        """Look no more; what is under way tells nobody."""
        self._timer.stop()
        self._rest.stop()
        for work in (self._work, self._check):
            if work is not None:
                work.drop()
        self._work = self._check = None
        self._unchecked = False

    @Slot()
    def _look(self) -> None:
        self._began = time.monotonic()
        self._work = self._begin(self._packs().look, self._compare)

    @Slot(object)
    def _compare(self, seen: Seen) -> None:
        spent = round((time.monotonic() - self._began) * 1000)
        settled = seen == self._last or self._last is None
        self._last = seen
        if seen != self._known and settled:
            self._known = seen
            self._work = self._begin(self._packs().read, self._tell_read)
            return
        self._work = None
        self._timer.start(max(PULSE, spent * _PATIENCE))

    @Slot(object)
    def _tell_read(self, reading: Reading) -> None:
        self._work, self._unchecked = None, True
        self.read.emit(reading)
        self._rest.start(round(1000 * self._check_took) if self._check_took > _LONG else 0)
        self._timer.start(PULSE)

    @Slot()
    def _check_next(self) -> None:
        if self._check is None and self._unchecked:
            self._unchecked, self._check_began = False, time.monotonic()
            self._check = self._begin(self._packs().check, self._tell_checked)

    @Slot(object)
    def _tell_checked(self, problems: tuple[Problem, ...]) -> None:
        self._check, self._check_took = None, time.monotonic() - self._check_began
        if self._unchecked:
            self._rest.start(round(1000 * self._check_took))  # files have changed meanwhile
        else:
            self.checked.emit(problems)

    def _begin(self, do: Callable[[], Any], then: Callable[[Any], None]) -> Work:
        work = in_background(do, self)
        work.finished.connect(then)
        work.failed.connect(self._raise)
        work.finished.connect(work.deleteLater)
        work.start()
        return work

    @Slot(object)
    def _raise(self, fault: BaseException) -> None:
        raise fault
