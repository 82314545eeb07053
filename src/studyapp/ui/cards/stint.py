"""Carries long work out between the window's own events, and shows how far it is when that takes a while."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.study.long_work import Work
from studyapp.study.own_cards import OwnCardsFileError
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.dialog import Dialog

REFUSED: Final = "Not everything could be done"
"""The title above why a work ended early."""

_TURN_MS: Final = 40
"""So long it works on before the window may answer."""


class Stint(QObject):
    """One long work. What has one part, or is done within the first turn, is done when `start` returns."""

    finished = Signal(object)
    """What was altered."""
    failed = Signal(object)
    """The OSError or OwnCardsFileError that ended it; the parts before it are done, and one undo takes them back."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, work: Work) -> None:
        super().__init__(parent)
        self._theme, self._window, self._title, self._work = theme, parent, title, work
        self._progress: _Progress | None = None

    @Slot()
    def start(self) -> None:
        """Begin; also every later turn."""
        clock = QElapsedTimer()
        clock.start()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            share = next(self._work)
            while share >= 1.0 or clock.elapsed() < _TURN_MS:  # what is all but over is not put off
                share = next(self._work)
        except StopIteration as end:
            self._leave()
            self.finished.emit(end.value)
        except (OwnCardsFileError, OSError) as fault:
            self._leave()
            self.failed.emit(fault)
        else:
            self._show(share)
            QTimer.singleShot(0, self, self.start)
        finally:
            QApplication.restoreOverrideCursor()

    def _show(self, share: float) -> None:
        if self._progress is None:
            self._progress = _Progress(self._theme, self._title, self._window)
            self._progress.present()
        self._progress.bar.set_share(share)

    def _leave(self) -> None:
        if self._progress is not None:
            self._progress.close_for_good()
            self._progress = None
        self.deleteLater()


class _Progress(Dialog):
    """A title and a bar; it stays until the work is done."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent, width=420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._over = False
        self.bar = Bar(theme, thickness=8)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        self.body.addStretch(1)

    def reject(self) -> None:
        """Escape does not leave it."""
        if self._over:
            super().reject()

    def close_for_good(self) -> None:
        """The work is done."""
        self._over = True
        self.close()
