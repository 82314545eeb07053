"""Marking one's own free-text answer: the model answer, and a level for each criterion of the rubric."""

from collections.abc import Callable, Sequence
from itertools import chain

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import Criterion, Question
from studyapp.ui.exam.inline_text import InlineText
from studyapp.ui.exam.wording import LEVELS
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column


class OwnMarks(QWidget):
    """Model answer and rubric; tells the levels as soon as every criterion has one."""

    marked = Signal(tuple)
    """The level of each criterion, 0 to 2."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__()
        self._theme, self._render = theme, render
        self._criteria: list[tuple[Chip, ...]] = []
        self._column = Column(theme, self, gap=14)

    def show_item(self, question: Question, levels: tuple[int, ...] | None, after: QWidget) -> None:
        """Show a question's model answer and rubric with the levels given so far.

        The tabulator comes to them from ``after``.
        """
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._criteria = []
        model = CardFrame(self._theme, padding=(18, 14, 18, 14), fill="accent-soft", border="", gap=6)
        model.body.addWidget(heading(self._theme, "A model answer"))
        text = InlineText(self._theme, 14)
        text.show_text(self._render(question.model_answer))
        model.body.addWidget(text)
        self._column.addWidget(model)
        for number, line in enumerate(question.rubric):
            self._column.addWidget(self._criterion(line, levels[number] if levels else None))
        self._chain(after)

    def _criterion(self, line: Criterion, level: int | None) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = Column(theme, box, gap=4)
        column.addWidget(heading(theme, line.criterion))
        column.addWidget(plain_label(theme, f"Meets: {line.meets}", 12.5, "muted"))
        if line.exceeds:
            column.addWidget(plain_label(theme, f"Exceeds: {line.exceeds}", 12.5, "muted"))
        chips = QWidget()
        row = Flow(theme, chips, gap=6)
        levels: list[Chip] = []
        for worth, name in enumerate(LEVELS[: 3 if line.exceeds else 2]):
            chip = Chip(theme, name)
            chip.setAccessibleName(f"{line.criterion}: {name}")
            chip.setChecked(worth == level)
            chip.clicked.connect(self._choose)
            row.addWidget(chip)
            levels.append(chip)
        self._criteria.append(tuple(levels))
        column.addWidget(chips)
        return box

    def _chain(self, before: QWidget) -> None:
        """Let the tabulator pass the levels where the eye does."""
        for chip in chain.from_iterable(self._criteria):
            self.setTabOrder(before, chip)
            before = chip

    @Slot()
    def _choose(self) -> None:
        chosen = self.sender()
        for levels in self._criteria:
            if chosen in levels:
                for chip in levels:
                    chip.setChecked(chip is chosen)
        found = [_level(levels) for levels in self._criteria]
        if found and None not in found:
            self.marked.emit(tuple(found))


def _level(levels: Sequence[Chip]) -> int | None:
    return next((worth for worth, chip in enumerate(levels) if chip.isChecked()), None)
