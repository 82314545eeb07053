"""What a sitting at a table came to, and what could come next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.table_drill import DrillSummary
from studyapp.ui.compare import drill_wording as wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column


class MissedCell(LinkButton):
    """Leads to a cell that was missed."""

    def __init__(self, theme: Theme, text: str, place: tuple[str, str]) -> None:
        super().__init__(theme, text)
        self.place = place


class DrillEnd(CardFrame):
    """Figures, the cells that were missed, and three ways on."""

    more_wanted = Signal()
    """Another handful of the same."""
    pair_wanted = Signal()
    """The pair that is mixed up most."""
    left = Signal()
    """Back to the table."""
    cell_wanted = Signal(str, str)
    """Row and column of a cell to look at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(32, 28, 32, 28), gap=8)
        self._figure = heading(theme, "", 22)
        self._text = plain_label(theme, "", 14)
        self._retired = plain_label(theme, "", 14, "good")
        self._missed = QWidget()
        self._links = Column(theme, self._missed, gap=2)
        buttons = QWidget()
        line = Flow(theme, buttons, gap=10, line_gap=10)
        self._more = PrimaryButton(theme, "Drill on", key="Space")
        self._pair = QuietButton(theme, "")
        back = QuietButton(theme, "Back to the table", key="Esc")
        for button in (self._more, self._pair, back):
            line.addWidget(button)
        for widget in (self._figure, self._text, self._retired, self._missed):
            self.body.addWidget(widget)
        self.body.add_space(8)
        self.body.addWidget(buttons)
        self._more.clicked.connect(self.more_wanted)
        self._pair.clicked.connect(self.pair_wanted)
        back.clicked.connect(self.left)

    def show_summary(
        self,
        summary: DrillSummary,
        missed: Sequence[tuple[str, tuple[str, str]]],
        pair: tuple[str, str] | None,
        retired: tuple[str, str] | None,
    ) -> None:
        """Show what it came to; ``missed`` are words and places, ``pair`` is mixed up most, ``retired`` no longer."""
        answered = summary.answered
        self._figure.setText(f"{summary.right} of {answered} right" if answered else "Nothing to drill here")
        self._text.setText(wording.remark(summary))
        self._retired.setText(f"You tell {retired[0]} and {retired[1]} apart now." if retired else "")
        self._retired.setVisible(retired is not None)
        for link in self._missed.findChildren(MissedCell):
            link.hide()
            link.deleteLater()
        for text, place in missed:
            link = MissedCell(self._theme, text, place)
            link.clicked.connect(self._show)
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._missed.setVisible(bool(missed))
        self._more.setVisible(answered > 0)
        self._pair.setVisible(pair is not None)
        if pair is not None:
            self._pair.set_text(f"Tell apart: {pair[0]} and {pair[1]}")

    def take_focus(self) -> None:
        """What leads on."""
        self._more.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show(self) -> None:
        link = self.sender()
        if isinstance(link, MissedCell):
            self.cell_wanted.emit(*link.place)
