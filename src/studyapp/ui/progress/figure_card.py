"""One figure, large, with what it is and what it is measured against."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label


class FigureCard(CardFrame):
    """Caption, figure, note."""

    def __init__(self, theme: Theme, caption: str) -> None:
        super().__init__(theme, padding=(18, 17, 18, 17), gap=4)
        self._caption = caption
        self._figure = heading(theme, "…", 24)
        self._note = plain_label(theme, "", 12.5, "muted")
        self.body.addWidget(plain_label(theme, caption, 12.5, "muted"))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: str, note: str) -> None:
        """Show a figure with its note."""
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{self._caption}: {figure}, {note}")


class FigureRow(QWidget):
    """Cards in one row; in two, or below one another, where the window is narrow."""

    def __init__(self, theme: Theme, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme, self._cards = theme, tuple(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(self._cards))
        theme.zoomed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of columns."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        wide = self.width() // max(1, self._theme.px(215))
        columns = len(self._cards) if wide >= len(self._cards) else 2 if wide >= 2 else 1
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._grid.setSpacing(self._theme.px(16))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
