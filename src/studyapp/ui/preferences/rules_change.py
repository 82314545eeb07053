"""Other rules of scheduling taken into use: what they make of all cards is worked out on a thread first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from studyapp.learning.schedule_rules import Rules
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.background import in_background

if TYPE_CHECKING:
    from studyapp.store.rescheduling import Foreseen
    from studyapp.ui.background import Work


class RulesChange(QObject):
    """One change at a time; the log is written in the window's thread, when all is ready."""

    made = Signal(object)
    """Carries the ``Change``."""

    def __init__(self, desks: Desks, parent: QObject) -> None:
        super().__init__(parent)
        self._desks = desks
        self._work: Work | None = None
        self._write: Callable[[], Change] | None = None

    def begin(self, rules: Rules, write: Callable[[], Change]) -> None:
        """Work out what the rules make of the log, then ``write`` the change that brings them."""
        self._write = write
        if rules == self._desks.settings.settings.rules:
            self._finish()
            return
        self._work = in_background(self._desks.fittings.foreseeing(rules), self)
        self._work.finished.connect(self._expect)
        self._work.failed.connect(self._do_without)
        self._work.start()

    def drop(self) -> None:
        """Change nothing after all."""
        self._write = None
        if self._work is not None:
            self._work.drop()

    @Slot(object)
    def _expect(self, foreseen: "Foreseen") -> None:
        self._desks.settings.expect(foreseen)
        self._finish()

    @Slot(object)
    def _do_without(self, _fault: Exception) -> None:
        """The write works it out itself, or tells what is wrong."""
        self._finish()

    def _finish(self) -> None:
        self._work, write = None, self._write
        if write is not None:
            self._write = None
            self.made.emit(write())
