"""Names the two columns that are set against each other, with an arrow on each side to go on to others."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import IconButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.widgets.tips import tip


class PairBar(QWidget):
    """``Product Owner against Scrum Master``; out of sight while more columns stand beside one another."""

    slid = Signal(int)
    """1 for the next column to compare with, -1 for the one before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = Row(theme, self, gap=2)
        self.back = IconButton(theme, "Compare with the column before", "back")
        self.on = IconButton(theme, "Compare with the next column", "forward")
        self.title, self.small = heading(theme, "", 15), heading(theme, "", 12.5)
        self.count = plain_label(theme, "", 12.5, "muted", wrap=False)
        for button in (self.back, self.on):
            button.height_px = 24.0
        row.addWidget(self.back)
        for label in (self.title, self.small):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(label, 1)
        row.addWidget(self.count)
        row.addWidget(self.on)
        tip(self.title, "Left and Right go from side to side; past the edge they change the second one.")
        self.back.clicked.connect(self._slide_back)
        self.on.clicked.connect(self._slide_on)
        self.set_tight(tight=False)
        self.hide()

    def set_tight(self, *, tight: bool) -> None:
        """Whether there is hardly any height."""
        self.title.setVisible(not tight)
        self.small.setVisible(tight)
        self.count.setVisible(not tight)

    def show_pair(self, first: str, second: str, number: int, count: int) -> None:
        """Name both; the second is the ``number``-th (from 1) of so many."""
        words = f"{first} against {second}"
        for label in (self.title, self.small):
            label.setText(words)
        self.setAccessibleName(words)
        self.count.setText(f"{number} of {count}" if count > 1 else "")
        for button, possible in ((self.back, number > 1), (self.on, number < count)):
            button.setEnabled(possible)
            button.setVisible(count > 1)

    @Slot()
    def _slide_back(self) -> None:
        self.slid.emit(-1)

    @Slot()
    def _slide_on(self) -> None:
        self.slid.emit(1)
