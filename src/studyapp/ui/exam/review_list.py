"""The list of a review: what to go through, and how each question came out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.exam_filter import USUAL, FilterKind, ReviewFilter
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam.question_grid import Cell, QuestionGrid, State
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label

NAMES = {
    FilterKind.WRONG: "Wrong",
    FilterKind.SLIPS: "Slips",
    FilterKind.CHANGED: "Changed",
    FilterKind.FLAGGED: "Flagged",
    FilterKind.OPEN: "Left open",
    FilterKind.ALL: "All",
}
"""What the filters are called."""


class ReviewList(CardFrame):
    """Chips to filter by, and the grid of questions."""

    filtered = Signal(object)
    """The `ReviewFilter` chosen."""
    wanted = Signal(int)
    """The number of the question to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=12)
        self._chips: dict[Chip, ReviewFilter] = {}
        chips = QWidget()
        line = Flow(theme, chips, gap=6)
        self._own = Chip(theme, "")
        self._own_filter = ReviewFilter()
        line.addWidget(self._own)
        for each in (*USUAL, ReviewFilter()):
            chip = Chip(theme, NAMES[each.kind])
            self._chips[chip] = each
            line.addWidget(chip)
        for chip in (self._own, *self._chips):
            chip.clicked.connect(self._choose)
        self.grid = QuestionGrid(theme)
        self.grid.wanted.connect(self.wanted)
        self._legend = plain_label(theme, "", 12.5, "muted")
        self.body.addWidget(chips)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._legend)
        self.body.addStretch(1)

    def show_result(self, result: Result, at: int, chosen: ReviewFilter, title: str) -> None:
        """Show a result with the question at ``at`` in sight; ``title`` names a filter by area or misconception."""
        if title:
            self._own_filter = chosen
            self._own.set_text(f"{title} {len(chosen.picked(result))}")
        self._own.setVisible(bool(title))
        self._own.setChecked(bool(title))
        for chip, each in self._chips.items():
            number = len(each.picked(result))
            chip.set_text(f"{NAMES[each.kind]} {number}")
            chip.setChecked(each == chosen)
            chip.setVisible(number > 0)
        self.grid.show_cells(_cells(result.items, at))
        self._legend.setText(_legend(result.items))

    @Slot()
    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.filtered.emit(self._chips.get(chip, self._own_filter))


def _cells(items: Sequence[ResultItem], at: int) -> list[Cell]:
    return [Cell(item.number, _state(item), item.flagged, n == at) for n, item in enumerate(items)]


def _state(item: ResultItem) -> State:
    if item.question is None:
        return State.UNSEEN
    if not item.scored:
        return State.OPEN
    return State.RIGHT if item.mark.right else State.WRONG


def _legend(items: Sequence[ResultItem]) -> str:
    states = [_state(item) for item in items]
    parts = [f"{states.count(State.RIGHT)} right", f"{states.count(State.WRONG)} wrong"]
    unseen = states.count(State.UNSEEN)
    return " · ".join([*parts, f"{unseen} not reached"] if unseen else parts)
