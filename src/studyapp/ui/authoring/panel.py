"""The strip below the page while packs are being written: how they stand, and what is wrong with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.problem import Problem
from studyapp.ui.authoring.problem_list import ProblemList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.own_keys import ANSWERS, MOVES, SIGNS, keeps
from studyapp.ui.wording import counted

_HIGHEST, _SHARE = 200, 4


class AuthoringPanel(QWidget):
    """Says how the packs stand. The list takes at most a quarter of the window."""

    chosen = Signal(object)
    """The ``Problem`` whose place is to be shown."""
    stopped = Signal()
    """The packs are not to be watched any more."""
    left = Signal()
    """The keyboard goes back to the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Authoring")
        column = Column(theme, self, margins=(24, 8, 16, 8), gap=6)
        row = Row(theme, gap=12)
        row.addWidget(heading(theme, "Authoring", 14))
        self.status = plain_label(theme, "", 13, "muted")
        row.addWidget(self.status, 1)
        stop = QuietButton(theme, "Stop")
        stop.setAccessibleDescription("Packs are not read again when their files change")
        stop.clicked.connect(self.stopped)
        row.addWidget(stop)
        column.addLayout(row)
        self.list = ProblemList(theme)
        self.list.hide()
        column.addWidget(self.list)
        self.list.chosen_row.connect(self._choose)
        self.list.left.connect(self.left)
        theme.zoomed.connect(self._fit)

    @property
    def problems(self) -> Sequence[Problem]:
        """What the list shows."""
        return self.list.entries.problems

    def show_problems(self, problems: Sequence[Problem], roots: Sequence[Path], *, checking: bool) -> None:
        """Show what is wrong; ``checking`` says that links, proofs and names are still looked at."""
        here = self.list.currentIndex().row()
        had_focus = self.list.hasFocus()
        if tuple(problems) != tuple(self.problems):
            self.list.entries.show_problems(tuple(problems), roots)
            self.list.setVisible(bool(problems))
            if problems and here >= 0:
                self.list.set_current(min(here, len(problems) - 1))
            elif had_focus and not problems:
                self.left.emit()
            self._fit()
        self.say(_standing(len(problems), checking=checking))

    def say(self, sentence: str) -> None:
        """Tell how the packs stand."""
        if sentence != self.status.text():
            self.status.setText(sentence)
            announce(self, sentence)

    def take_focus(self) -> None:
        """Go into the list, when there is one."""
        if self.list.isVisible():
            if not self.list.currentIndex().isValid():
                self.list.set_current(0)
            self.list.setFocus()

    def event(self, event: QEvent) -> bool:
        """What is typed here is not meant for the page above."""
        return keeps(event, ANSWERS | MOVES | SIGNS) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    @Slot()
    def _fit(self) -> None:
        window = self.window().height()
        room = min(self._theme.px(_HIGHEST), max(self._theme.px(64), window // _SHARE))
        self.list.setFixedHeight(min(room, max(1, self.list.content_height())))

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.chosen.emit(self.problems[row])


def _standing(count: int, *, checking: bool) -> str:
    found = counted(count, "problem", "problems") + " · F8 goes to them" if count else "No problems"
    return f"{found} · checking links, proofs and names…" if checking else found
