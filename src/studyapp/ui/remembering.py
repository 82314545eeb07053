"""Keeps what the window looks like while it is open: whatever ends the program, the next start finds it so."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from studyapp.preferences import Preferences
from studyapp.ui.main_window import MainWindow

PATIENCE = 1500
"""Milliseconds from a change until it is kept, with all that changed meanwhile."""


class Remembering(QObject):
    """Hands the window's preferences to ``keep`` a little after page, article, theme, zoom or place changed.

    Made once the first page is on the screen. Nothing is handed on when nothing became different.
    """

    def __init__(self, window: MainWindow, keep: Callable[[Preferences], None]) -> None:
        super().__init__(window)
        self._window, self._keep = window, keep
        self._kept: Preferences | None = None
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.keep_now)
        for changed in (window.arrived, window.theme.changed, window.theme.zoomed):
            changed.connect(self._notice)
        window.closed.connect(self._timer.stop)
        frame = window.windowHandle()
        if frame is not None:
            for moved in (frame.xChanged, frame.yChanged, frame.widthChanged, frame.heightChanged):
                moved.connect(self._notice)
            frame.windowStateChanged.connect(self._notice)
        self._notice()

    @Slot()
    def keep_now(self) -> None:
        """Keep what is different from what was kept last."""
        self._timer.stop()
        try:
            now = self._window.preferences()
        except (
            OSError
        ):  # where reading stands could not be written; whoever answers or closes the window is told
            return
        if now != self._kept:
            self._kept = now
            self._keep(now)

    @Slot()
    def _notice(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
