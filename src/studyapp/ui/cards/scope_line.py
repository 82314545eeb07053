"""Names what is drilled where that is not the day's own sitting, and leads to another choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from studyapp.ui.cards.wording import scope_told
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row

_SIZE = 12.5
_GAP = 12.0


class _Change(LinkButton):
    text_px = _SIZE


class ScopeLine(QWidget):
    """One line above the progress; nothing while the day's own cards are asked."""

    change_wanted = Signal()
    """The learner wants to drill something else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title, self._told, self._short = "", "", False
        self.label = plain_label(theme, "", _SIZE, "muted")
        self._change = _Change(theme, "Change", key="C")
        self._change.setAccessibleDescription("Choose what to drill")
        self._change.clicked.connect(self.change_wanted)
        self._row = Row(theme, self, margins=(0, 0, 0, 8), gap=_GAP)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def name(self, title: str) -> None:
        """Show this title from now on; an empty one shows nothing."""
        self._title = title
        self.tell(0)

    def tell(self, held: int) -> None:
        """Show the title, and how many of its cards wait because they are too like others of them."""
        told = scope_told(self._title, held) if self._title else ""
        if told != self._told:
            self._told = told
            self._fit()
            self.setVisible(bool(told))

    def set_short(self, *, short: bool) -> None:
        """Whether there is height for a single line only."""
        self._short = short
        self.label.setWordWrap(not short)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All of it; where a single line has no room for that the title alone, if need be cut."""
        room = self.width() - self._change.sizeHint().width() - self._theme.px(_GAP)
        text = self._told
        if self._short and self._wide(text) > room:
            metrics = self.label.fontMetrics()
            text = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, max(0, room))
        self.label.setText(text)
        self.label.setAccessibleName(self._told)

    def _wide(self, text: str) -> int:
        return self._theme.text_size(text, _SIZE).width()
