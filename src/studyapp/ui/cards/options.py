"""The options of a card that is a question: to choose from, then marked with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.proof import Proof
from studyapp.ui.exam.option_row import OptionRow, Verdict
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column


@dataclass(frozen=True, slots=True)
class Choice:
    """An option and its reason as house-dialect HTML, whether it is right, and what proves the reason."""

    text: str
    reason: str
    right: bool
    proof: Proof


class Options(QWidget):
    """One row for each option. Where one is asked, choosing it is the answer; where several are, Enter is."""

    answered = Signal()
    """The one option asked for was chosen."""
    proof_wanted = Signal(object)
    """The ``Proof`` of a marked option is to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, self, gap=8)
        self._rows: list[OptionRow] = []
        self._choices: Sequence[Choice] = ()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Options to choose from; none for a card that has none."""
        self._choices = choices
        self.setVisible(bool(choices))
        while len(self._rows) < len(choices):
            row = OptionRow(self._theme, self)
            row.clicked.connect(self._tell)
            self._rows.append(row)
            self._column.addWidget(row)
        for row in self._rows[len(choices) :]:
            row.hide()
        for row, choice in zip(self._rows, choices, strict=False):
            row.show_option(choice.text, single=self._single, chosen=False)
            row.show()

    def mark(self) -> None:
        """Show what each option is and why; nothing can be chosen any more."""
        chosen = self.chosen()
        for at, (row, choice) in enumerate(zip(self._rows, self._choices, strict=False)):
            verdict = _VERDICTS[choice.right, at in chosen]
            row.show_marked(choice.text, choice.reason, verdict, single=self._single, chosen=at in chosen)

    def chosen(self) -> frozenset[int]:
        """The positions of the options chosen so far."""
        shown = self._rows[: len(self._choices)]
        return frozenset(at for at, row in enumerate(shown) if row.isChecked())

    def press(self, position: int) -> None:
        """Choose an option, or leave it again. The focus stays where it is, so that Space goes on."""
        if position < len(self._choices) and not self._rows[position].marked:
            self._rows[position].click()

    @property
    def _single(self) -> bool:
        return sum(choice.right for choice in self._choices) == 1

    @property
    def proof(self) -> Proof | None:
        """The proof of the marked option that has the keyboard; None when none has it."""
        held = zip(self._rows, self._choices, strict=False)
        return next((choice.proof for row, choice in held if row.marked and row.hasFocus()), None)

    @Slot()
    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow) and row.marked:
            self.proof_wanted.emit(self._choices[self._rows.index(row)].proof)
        elif self._single and self.chosen():
            self.answered.emit()


_VERDICTS = {
    (True, True): Verdict.RIGHT_CHOSEN,
    (True, False): Verdict.RIGHT_MISSED,
    (False, True): Verdict.WRONG_CHOSEN,
    (False, False): Verdict.WRONG_LEFT,
}
