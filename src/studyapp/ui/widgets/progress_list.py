"""A card with a title and lines that each show how far along something is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.progress_row import Line, ProgressRow


class ProgressList(CardFrame):
    """Shows lines below a title; says something of its own while there are none."""

    chosen = Signal(str)
    """The target of the line that was pressed."""

    def __init__(self, theme: Theme, title: str, nothing: str) -> None:
        super().__init__(theme, padding=(15, 18, 15, 18), gap=5)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self._rows: list[ProgressRow] = []
        title_label = heading(theme, title)
        title_label.setContentsMargins(3, 0, 3, 4)
        self._nothing = plain_label(theme, nothing, 14, "muted")
        self._nothing.setContentsMargins(3, 0, 3, 0)
        self.body.addWidget(title_label)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; widgets are kept where there are enough of them."""
        while len(self._rows) < len(lines):
            row = ProgressRow(self._theme, lines[len(self._rows)])
            row.clicked.connect(self._choose)
            self.body.insertWidget(2 + len(self._rows), row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number])
        self._nothing.setVisible(not lines)

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, ProgressRow):
            self.chosen.emit(row.line.target)
