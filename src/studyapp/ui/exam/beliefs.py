"""Choosing a false belief to practise."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot

from studyapp.study.practice_beliefs import BeliefChoice
from studyapp.study.practice_desk import PracticeKind, PracticeScope
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.wording import count
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.progress_list import ProgressList
from studyapp.ui.widgets.progress_row import Line, ProgressRow
from studyapp.ui.widgets.scroll import Scroll

TITLE = "Practise by misconception"
_NOTHING = "No question of the packs that are open names the belief behind a wrong option."


class Beliefs(Part):
    """Lists beliefs, the most often taken first; pressing one practises it."""

    chosen = Signal(object)
    """The `PracticeScope` to practise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        narrow = Narrow(theme, width=820, gap=16)
        self._list = ProgressList(theme, "What is easily taken for true", _NOTHING)
        self._list.chosen.connect(self._choose)
        row = Row(theme)
        back = QuietButton(theme, "Back to the exams", key="Esc")
        back.clicked.connect(self.left)
        row.addWidget(back)
        row.addStretch(1)
        narrow.body.addLayout(row)
        narrow.body.addWidget(self._list)
        narrow.body.addStretch(1)
        Column(theme, self).addWidget(Scroll(narrow))
        self.add("Back", ("Esc",), self.left.emit)

    def show_choices(self, choices: Sequence[BeliefChoice]) -> None:
        """Show what there is to practise."""
        self.titled.emit(TITLE)
        self._list.show_lines([_line(choice) for choice in choices])

    def take_focus(self) -> None:
        """The first belief; arrow keys lead on from there."""
        row = self._list.findChild(ProgressRow)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _choose(self, name: str) -> None:
        self.chosen.emit(PracticeScope(PracticeKind.MISCONCEPTION, name))


def _line(choice: BeliefChoice) -> Line:
    there = f"{count(choice.total, 'question')}, {choice.unseen} new"
    if not choice.taken:
        return Line(choice.belief, there, 0.0, "accent", choice.name)
    times = "the only time" if choice.offered == 1 else f"{choice.taken} of {choice.offered} times"
    told = f"taken for true {times} · {there}"
    return Line(choice.belief, told, choice.taken / choice.offered, "warn", choice.name)
