"""Handing in: what is still open and what is flagged, each one press away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.exam_values import ExamView
from studyapp.study.question_pool import FREE_TEXT_LEVELS
from studyapp.ui.exam.wording import count
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label


class HandInDialog(Dialog):
    """Lists open and flagged questions. ``accepted`` hands in; Escape goes on with the paper."""

    wanted = Signal(int)
    """The number of a question to look at again."""

    def __init__(self, theme: Theme, view: ExamView, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Hand in", parent)
        still_open = [n for n, done in enumerate(view.answered, 1) if not done]
        flagged = [n for n, on in enumerate(view.flags, 1) if on]
        self.body.addWidget(plain_label(theme, _summary(view, still_open, flagged)))
        self._list("Open", _note(view), still_open)
        self._list("Flagged for review", "", flagged)
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Go on with the paper"), closes=True)
        self.offer(PrimaryButton(theme, "Hand in")).clicked.connect(self.accept)

    def _list(self, title: str, note: str, numbers: Sequence[int]) -> None:
        if not numbers:
            return
        self.body.addWidget(heading(self._theme, f"{title}: {len(numbers)}"))
        if note:
            self.body.addWidget(plain_label(self._theme, note, 12.5, "muted"))
        box = QWidget()
        line = Flow(self._theme, box, gap=6)
        for number in numbers:
            chip = Chip(self._theme, str(number), checkable=False)
            chip.setAccessibleName(f"Go to question {number}")
            chip.clicked.connect(self._go)
            line.addWidget(chip)
        self.body.addWidget(box)

    @Slot()
    def _go(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.reject()
            self.wanted.emit(int(chip.text()))


def _note(view: ExamView) -> str:
    nothing = "An open question earns nothing"
    return f"{nothing}." if view.profile.level in FREE_TEXT_LEVELS else f"{nothing}; a guess costs nothing."


def _summary(view: ExamView, still_open: Sequence[int], flagged: Sequence[int]) -> str:
    last = "After handing in, nothing can be changed."
    if not still_open and not flagged:
        return f"All {view.count} questions are answered. {last}"
    kinds = ((still_open, "open"), (flagged, "flagged"))
    parts = [count(len(numbers), word, word) for numbers, word in kinds if numbers]
    return f"{view.answered_count} of {view.count} answered, {' and '.join(parts)}. {last}"
