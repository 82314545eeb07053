"""The list of a review: what to go through, and how each question came out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.study.exam_filter import USUAL, FilterKind, ReviewFilter, by_name
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import wording
from studyapp.ui.exam.question_grid import Cell, QuestionGrid, State
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label

NAMES = {
    FilterKind.TO_MARK: "To mark",
    FilterKind.WRONG: "Wrong",
    FilterKind.SLIPS: "Slips",
    FilterKind.CHANGED: "Changed",
    FilterKind.FLAGGED: "Flagged",
    FilterKind.OPEN: "Left open",
    FilterKind.ALL: "All",
}
"""What the filters are called."""


class ReviewList(CardFrame):
    """Chips to filter by, a menu of areas and misconceptions, and the grid of questions."""

    filtered = Signal(object)
    """The `ReviewFilter` chosen."""
    wanted = Signal(int)
    """The number of the question to show."""

    def __init__(self, theme: Theme, name_of: Callable[[ReviewFilter], str]) -> None:
        super().__init__(theme, gap=12)
        self._chips: dict[Chip, ReviewFilter] = {}
        self._name_of = name_of
        self._by_name: tuple[tuple[ReviewFilter, int], ...] = ()
        chips = QWidget()
        line = Flow(theme, chips, gap=6)
        for each in (*USUAL, ReviewFilter()):
            chip = Chip(theme, NAMES[each.kind])
            self._chips[chip] = each
            line.addWidget(chip)
        for chip in self._chips:
            chip.clicked.connect(self._choose)
        self._more = LinkButton(theme, "By area or belief…", key="A")
        self._more.clicked.connect(self.offer_names)
        self._only = plain_label(theme, "", 13.5)
        self.grid = QuestionGrid(theme)
        self.grid.wanted.connect(self.wanted)
        self._legend = plain_label(theme, "", 12.5, "muted")
        self.body.addWidget(chips)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._only)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._legend)
        self.body.addStretch(1)

    def show_result(self, result: Result, at: int, chosen: ReviewFilter) -> None:
        """Show a result with the question at ``at`` in sight, and what is gone through."""
        self._by_name = tuple((each, len(each.picked(result))) for each in by_name(result))
        self._more.setVisible(bool(self._by_name))
        name = self._name_of(chosen)
        self._only.setText(f"Only: {name} ({wording.count(len(chosen.picked(result)), 'question')})")
        self._only.setVisible(bool(name))
        for chip, each in self._chips.items():
            number = len(each.picked(result))
            chip.set_text(f"{NAMES[each.kind]} {number}")
            chip.setChecked(each == chosen)
            chip.setVisible(number > 0)
        self.grid.show_cells(_cells(result.items, at))
        self._legend.setText(_legend(result.items))

    @Slot()
    def offer_names(self) -> None:
        """Offer the areas and the misconceptions of the paper to choose from."""
        if self._by_name and self._more.isVisible():
            self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Areas, then misconceptions, each with how many questions it lets through."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        before = FilterKind.AREA
        for each, number in self._by_name:
            if each.kind is not before:
                menu.addSeparator()
            before = each.kind
            text = f"{self._name_of(each)} · {wording.count(number, 'question')}".replace("&", "&&")
            menu.addAction(text, partial(self.filtered.emit, each))
        return menu

    @Slot()
    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.filtered.emit(self._chips[chip])


def _cells(items: Sequence[ResultItem], at: int) -> list[Cell]:
    return [Cell(item.number, _state(item), item.flagged, n == at) for n, item in enumerate(items)]


def _state(item: ResultItem) -> State:
    if item.question is None:
        return State.UNSEEN
    if not item.scored or item.to_mark:
        return State.OPEN
    return State.RIGHT if item.mark.right else State.WRONG


def _legend(items: Sequence[ResultItem]) -> str:
    states = [_state(item) for item in items]
    to_mark = sum(item.to_mark for item in items)
    parts = [f"{states.count(State.RIGHT)} right", f"{states.count(State.WRONG)} wrong"]
    others = (
        (to_mark, "to mark"),
        (states.count(State.OPEN) - to_mark, "not scored"),
        (states.count(State.UNSEEN), "not reached"),
    )
    return " · ".join([*parts, *(f"{number} {words}" for number, words in others if number)])
