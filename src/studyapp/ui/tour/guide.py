"""The guide's hands and eyes: waits, presses what bears a name, and takes pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme.theme import Mode
from studyapp.ui.tour.history import StudyClock

_PATIENCE = 10_000
_STEP = 20


class LostError(Exception):
    """What the tour looks for is not there."""


class Guide:
    """Does what a learner does with mouse and keyboard, by the names that a screen reader would read."""

    def __init__(
        self,
        window: MainWindow,
        out: Path,
        themes: tuple[Mode, ...],
        clock: StudyClock,
        say: Callable[[str], None],
    ) -> None:
        self.window, self.clock, self.say = window, clock, say
        self._out, self._themes = out, themes

    def wait(self, milliseconds: int = 60) -> None:
        """Let the window work."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_until(self, what: str, ready: Callable[[], bool]) -> None:
        """Let the window work until something is so. Raises LostError when it never is."""
        waited = 0
        while not ready():
            if waited > _PATIENCE:
                raise LostError(what)
            self.wait(_STEP)
            waited += _STEP

    def go(self, address: str) -> QWidget:
        """Follow an address and give the page it leads to."""
        self.window.go(address)
        self.wait()
        return self.window.page(self.window.current)

    def press(self, name: str) -> None:
        """Press the button that bears a name, or begins with it, in the dialog or page in sight."""
        place = QApplication.activeModalWidget() or self.window
        buttons = [b for b in place.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        exact = (b for b in buttons if name in (b.accessibleName(), b.text()))
        close = (b for b in buttons if b.accessibleName().startswith(name))
        button = next(exact, None) or next(close, None)
        if button is None:
            raise LostError(name)
        button.click()
        self.wait()

    def carry_out(self, name: str) -> None:
        """Carry out an action of the window or the page in sight, as its key would."""
        found: list[QAction] = [a for a in self.window.commands() if a.text() == name and a.isEnabled()]
        if not found:
            raise LostError(name)
        found[0].trigger()
        self.wait()

    def picture(self, name: str) -> None:
        """Take a picture of the window in each theme."""
        before = self.window.theme.mode
        for mode in self._themes:
            self.window.theme.set_mode(mode)
            self.wait(150)
            file = self._out / f"{name}-{mode}.png"
            if not self.window.grab().save(str(file)):
                raise LostError(str(file))
            self.say(f"  picture {file}")
        self.window.theme.set_mode(before)

    def pictures(self, name: str) -> None:
        """Take pictures from the top to the bottom of what scrolls in sight; the first bears the name alone."""
        areas = [area for area in self.window.findChildren(QScrollArea) if area.isVisible()]
        bar = max((area.verticalScrollBar() for area in areas), key=lambda bar: bar.maximum(), default=None)
        self.picture(name)
        number = 1
        while bar is not None and bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            number += 1
            self.picture(f"{name}-{number}")
