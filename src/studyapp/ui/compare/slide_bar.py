"""Goes on to columns that have no room beside the first one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import IconButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row


class SlideBar(QWidget):
    """An arrow on each side of ``2–3 of 5``; out of sight while all columns have room."""

    slid = Signal(int)
    """1 for the next column to compare with, -1 for the one before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = Row(theme, self, gap=2)
        self.back = IconButton(theme, "Compare with the column before", "back")
        self.label = plain_label(theme, "", 13, "muted", wrap=False)
        self.on = IconButton(theme, "Compare with the next column", "forward")
        for widget in (self.back, self.label, self.on):
            row.addWidget(widget)
        self.back.clicked.connect(self._slide_back)
        self.on.clicked.connect(self._slide_on)
        self.hide()

    def show_window(self, first: str, others: tuple[str, ...], last: int, count: int) -> None:
        """Say what is in sight: ``last`` is the number of the last column shown among ``count`` others."""
        before = last - len(others) + 1
        self.label.setText(f"{before}–{last} of {count}" if before < last else f"{last} of {count}")
        self.label.setAccessibleName(f"{first} against {', '.join(others)}")
        self.back.setEnabled(before > 1)
        self.on.setEnabled(last < count)
        self.setVisible(len(others) < count)

    @Slot()
    def _slide_back(self) -> None:
        self.slid.emit(-1)

    @Slot()
    def _slide_on(self) -> None:
        self.slid.emit(1)
