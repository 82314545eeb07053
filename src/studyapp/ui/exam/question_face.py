"""One question as it lies on the table: its place on the paper, the stem, and the options to choose from."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Option, Question, QuestionKind
from studyapp.ui.exam.inline_text import InlineText
from studyapp.ui.exam.option_row import OptionRow, Verdict
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to answer, the positions chosen so far, and the words above it."""

    question: Question
    chosen: frozenset[int]
    head: str


class QuestionFace(QWidget):
    """Shows what is asked; or, marked, what the options turned out to be.

    A face that is not in sight can be made ready: laid out and painted before it is wanted.
    """

    chosen = Signal()
    """The learner has chosen, or taken a choice back."""
    proof_wanted = Signal(object)
    """The ``Proof`` of a marked option is to be read."""

    def __init__(self, theme: Theme, render: Callable[[str], str], before: QWidget) -> None:
        """Tab comes to the options after ``before``."""
        super().__init__()
        self._theme, self._render, self._before = theme, render, before
        self._rows: list[OptionRow] = []
        self._shown: tuple[Option, ...] = ()
        self._column = Column(theme, self)
        self.head = plain_label(theme, "", 12.5, "muted")
        self.stem = InlineText(theme, 19, bold=True)
        self._options = QWidget()
        self._list = Column(theme, self._options, gap=12)
        for part, space in ((self.head, 12), (self.stem, 20), (self._options, 6)):
            self._column.addWidget(part)
            self._column.add_space(space)

    @property
    def rows(self) -> list[OptionRow]:
        """The options that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    @property
    def positions(self) -> frozenset[int]:
        """The positions that are chosen now."""
        return frozenset(number for number, row in enumerate(self.rows) if row.isChecked())

    @property
    def proof(self) -> Proof | None:
        """The proof of the marked option that has the keyboard; None when none has it."""
        marked = (each for each in zip(self.rows, self._shown, strict=False) if each[0].marked)
        return next((option.proof for row, option in marked if row.hasFocus()), None)

    def ask(self, asked: Asked) -> None:
        """Show a question to answer."""
        single = asked.question.kind is not QuestionKind.MULTIPLE
        for row, option, chosen in self._begin_question(asked):
            row.show_option(self._render(option.text), single=single, chosen=chosen)

    def show_marked(self, asked: Asked) -> None:
        """Show a question with what its options turned out to be, each with its reason."""
        single = asked.question.kind is not QuestionKind.MULTIPLE
        for row, option, chosen in self._begin_question(asked):
            text, reason = self._render(option.text), self._render(option.reason)
            row.show_marked(text, reason, _VERDICTS[option.right, chosen], single=single, chosen=chosen)

    def say(self, head: str, html: str) -> None:
        """Show a sentence where no question is."""
        self._begin(head, html)
        self._show_rows(0)

    def make_ready(self, asked: Asked, place: QRect) -> None:
        """Out of sight: lay a question out at the width of ``place`` and paint it; nothing of it is shown."""
        self.ask(asked)
        self._list.invalidate()  # out of sight the options tell nobody that they need other room
        self._options.updateGeometry()
        self.setGeometry(place.x(), place.y(), place.width(), self._column.totalHeightForWidth(place.width()))
        self._column.activate()
        self._list.activate()
        self.stem.paint_ahead()
        for row in self.rows:
            row.paint_ahead()

    def take_focus(self) -> bool:
        """Put the focus on the chosen option, else the first one; whether there is one."""
        shown = [row for row in self.rows if not row.marked]
        target = next((row for row in shown if row.isChecked()), shown[0] if shown else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def _begin(self, head: str, html: str) -> None:
        self.head.setText(head)
        self.stem.show_text(html)
        self._options.setAccessibleName(self.stem.plain())

    def _begin_question(self, asked: Asked) -> list[tuple[OptionRow, Option, bool]]:
        """Show head and stem; the rows for the options, each with its option and whether that is chosen."""
        self._begin(asked.head, self._render(asked.question.stem))
        self._shown = options = asked.question.options
        chosen = (number in asked.chosen for number in range(len(options)))
        return list(zip(self._show_rows(len(options)), options, chosen, strict=True))

    @Slot()
    def _press(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow) and row.marked:
            self.proof_wanted.emit(self._shown[self._rows.index(row)].proof)
        else:
            self.chosen.emit()

    def _show_rows(self, count: int) -> list[OptionRow]:
        while len(self._rows) < count:
            row = OptionRow(self._theme, self._options)
            row.clicked.connect(self._press)
            self._list.addWidget(row)
            self.setTabOrder(self._rows[-1] if self._rows else self._before, row)  # not behind all else
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < count)
        self._options.setVisible(count > 0)
        return self._rows[:count]


_VERDICTS = {
    (True, True): Verdict.RIGHT_CHOSEN,
    (True, False): Verdict.RIGHT_MISSED,
    (False, True): Verdict.WRONG_CHOSEN,
    (False, False): Verdict.WRONG_LEFT,
}
