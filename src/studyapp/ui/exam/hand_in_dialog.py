"""Handing in: what is open, what has too few or too many options chosen and what is flagged, each one press away."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.exam_profile import Marking
from studyapp.study.exam_values import ExamView, Miscount
from studyapp.study.mocks import FREE_TEXT_LEVELS
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label

_MISCOUNTED: Final = {
    Marking.ALL_OR_NOTHING: "All or nothing: as they are, these earn nothing.",
    Marking.PARTIAL: "As they are, these cannot earn the whole point.",
}


class HandInDialog(Dialog):
    """Lists what is not settled yet. ``accepted`` hands in; Escape goes on with the paper."""

    wanted = Signal(int)
    """The number of a question to look at again."""

    def __init__(self, theme: Theme, view: ExamView, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Hand in", parent)
        still_open = [n for n, done in enumerate(view.answered, 1) if not done]
        flagged = [n for n, on in enumerate(view.flags, 1) if on]
        miscounted = {each.number: _how_many(each) for each in view.miscounted}
        self._numbers: dict[Chip, int] = {}
        self.body.addWidget(plain_label(theme, _summary(view, still_open, len(miscounted), flagged)))
        self._list("Open", _note(view), dict.fromkeys(still_open, ""))
        self._list("Too few or too many chosen", _MISCOUNTED[view.profile.marking], miscounted)
        self._list("Flagged for review", "", dict.fromkeys(flagged, ""))
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Go on with the paper"), closes=True)
        self.offer(PrimaryButton(theme, "Hand in")).clicked.connect(self.accept)

    def _list(self, title: str, note: str, numbers: Mapping[int, str]) -> None:
        """A chip for each number, with what is to be said of it where something is."""
        if not numbers:
            return
        self.body.addWidget(heading(self._theme, f"{title}: {len(numbers)}"))
        if note:
            self.body.addWidget(plain_label(self._theme, note, 12.5, "muted"))
        box = QWidget()
        line = Flow(self._theme, box, gap=6)
        for number, told in numbers.items():
            more = f": {told}" if told else ""
            chip = Chip(self._theme, f"{number}{more}", checkable=False)
            chip.setAccessibleName(f"Go to question {number}{more}")
            self._numbers[chip] = number
            chip.clicked.connect(self._go)
            line.addWidget(chip)
        self.body.addWidget(box)

    @Slot()
    def _go(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.reject()
            self.wanted.emit(self._numbers[chip])


def _note(view: ExamView) -> str:
    nothing = "An open question earns nothing"
    return f"{nothing}." if view.profile.level in FREE_TEXT_LEVELS else f"{nothing}; a guess costs nothing."


def _how_many(found: Miscount) -> str:
    if found.chosen < found.asked:
        return f"{found.chosen} of {found.asked} chosen"
    return f"{found.chosen} chosen, {found.asked} asked"


def _summary(view: ExamView, still_open: Sequence[int], miscounted: int, flagged: Sequence[int]) -> str:
    last = "After handing in, nothing can be changed."
    kinds = (len(still_open), "open"), (miscounted, "not as asked"), (len(flagged), "flagged")
    parts = [f"{number} {word}" for number, word in kinds if number]
    if not parts:
        told = f"All {view.count} questions are" if view.count > 1 else "The question is"
        return f"{told} answered. {last}"
    return f"{view.answered_count} of {view.count} answered: {', '.join(parts)}. {last}"
