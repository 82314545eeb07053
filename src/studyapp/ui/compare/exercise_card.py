"""An exercise of a table: the question, its choices, and, once answered, what the table says."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.table_item import MOST_CHOICES, Task
from studyapp.study.comparison_desk import CellView
from studyapp.study.table_drill import DrillView
from studyapp.ui.compare import drill_wording as wording
from studyapp.ui.compare.choice_row import ChoiceRow, Fate
from studyapp.ui.compare.gap_table import GapTable
from studyapp.ui.compare.quotation import quotation
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.rich_text import RichText
from studyapp.ui.widgets.stopwatch import Stopwatch

BLANK = -2
"""No choice stands in a gap yet."""

_MOST_ROWS = max(MOST_CHOICES, 6)


class ExerciseCard(CardFrame):
    """Gathers an answer: one press where there is one gap, one press a gap where there are several."""

    answered = Signal(tuple)
    """The choice taken for each gap."""
    gone_on = Signal()
    """The next exercise."""
    undo_wanted = Signal()
    """Take the last answer back."""
    passage_wanted = Signal()
    """Read the passage that settles it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(28, 22, 28, 22), gap=10)
        self._view: DrillView | None = None
        self._given: list[int] = []
        self._current = 0
        self.looked = Stopwatch(self)
        self._kicker = plain_label(theme, "", 13, "muted")
        self._question = heading(theme, "", 20)
        self._task = plain_label(theme, "", 13.5, "muted")
        self.gaps = GapTable(theme)
        self.gaps.gone_to.connect(self._go_to_gap)
        holder = QWidget()
        self._list = Column(theme, holder, gap=8)
        self.rows = [ChoiceRow(theme, number + 1) for number in range(_MOST_ROWS)]
        for row in self.rows:
            row.clicked.connect(self._press)
            self._list.addWidget(row)
        for widget in (self._kicker, self._question, self._task, self.gaps, holder):
            self.body.addWidget(widget)
        self._build_answer(theme)

    def show_view(self, view: DrillView, proof: CellView | None) -> None:
        """Show an exercise to answer, or answered with what its cell rests on."""
        fresh = self._view is None or view.given is not None or self._view.item != view.item
        self._view = view
        self._kicker.setText(wording.kicker(view))
        self._question.setText(wording.question(view))
        self._task.setText(wording.task(view))
        self._answer.setVisible(view.given is not None)
        self._task.setVisible(view.given is None)
        if view.given is None:
            self._ask(view, fresh=fresh)
        else:
            self._mark(view, proof)
        self._draw()

    def take_focus(self) -> bool:
        """Take the keyboard to what leads on, once there is an answer; before it no choice is near at hand."""
        answered = self._view is not None and self._view.given is not None
        if answered:
            self.way_on.setFocus(Qt.FocusReason.OtherFocusReason)
        return answered

    def choose(self, number: int) -> None:
        """Take the choice of a number, from 1; one that is not offered is passed over."""
        view = self._view
        if view is None or view.given is not None or not 1 <= number <= len(wording.choices(view)):
            return
        taken = -(number - 1) if view.item.task in (Task.TRUE, Task.FALSE) else number - 1
        if len(view.gaps) == 1:
            self.answered.emit((taken,))
            return
        if taken in self._given:
            self._given[self._given.index(taken)] = BLANK
        self._given[self._current] = taken
        if BLANK in self._given:
            self._current = self._given.index(BLANK)
            self._draw()
        else:
            self.answered.emit(tuple(self._given))

    @Slot()
    def empty_last(self) -> None:
        """Take the choice before the marked place out again."""
        if self._view is None or self._view.given is not None:
            return
        filled = [at for at, taken in enumerate(self._given) if taken != BLANK]
        if filled:
            self._current = filled[-1]
            self._given[self._current] = BLANK
            self._draw()

    # -- parts

    def _build_answer(self, theme: Theme) -> None:
        self._answer = QWidget()
        column = Column(theme, self._answer, margins=(0, 8, 0, 0), gap=10)
        self._verdict = heading(theme, "", 15)
        self._holds = plain_label(theme, "", 14)
        self.proof = RichText(theme, 14)
        self.proof.anchorClicked.connect(self._read)
        buttons = QWidget()
        line = Flow(theme, buttons, gap=10, line_gap=8)
        self.way_on = PrimaryButton(theme, "Next", key="Space")
        passage = QuietButton(theme, "Read the passage", key="E")
        self._undo = QuietButton(theme, "Undo", key="Ctrl Z")
        for button in (self.way_on, passage, self._undo):
            line.addWidget(button)
        for widget in (self._verdict, self._holds, self.proof, buttons):
            column.addWidget(widget)
        self.body.addWidget(self._answer)
        self.way_on.clicked.connect(self.gone_on)
        passage.clicked.connect(self.passage_wanted)
        self._undo.clicked.connect(self.undo_wanted)

    # -- showing

    def _ask(self, view: DrillView, *, fresh: bool) -> None:
        several = len(view.gaps) > 1
        self.gaps.setVisible(several)
        if fresh:
            self._given, self._current = [BLANK] * len(view.gaps), 0
            self.gaps.show_gaps(view.gaps if several else ())
            self.looked.start()
        spoken = (wording.kicker(view), wording.question(view), wording.task(view))
        announce(self, ". ".join(spoken))

    def _mark(self, view: DrillView, proof: CellView | None) -> None:
        self._given = list(view.given or ())
        several = len(view.gaps) > 1
        self.gaps.setVisible(several)
        if len(self.gaps.cells) != len(view.gaps):
            self.gaps.show_gaps(view.gaps if several else ())
        said = wording.verdict(view)
        self._verdict.setText(said)
        self._verdict.set_colour("good" if view.solved else "bad")
        holds = wording.holds(view)
        self._holds.setText(holds)
        self._holds.setVisible(bool(holds))
        proven = proof is not None and proof.cell.proof is not None
        self.proof.setVisible(proven)
        if proof is not None and proven:
            self.proof.set_html(quotation(proof))
        announce(self, ". ".join(filter(None, (said, holds))))

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        texts = wording.choices(view)
        filled = len(view.gaps) > 1 and view.given is not None  # the places themselves say it all
        for row, text in zip(self.rows, texts, strict=False):
            row.show_choice(text, *self._fate(view, row.number - 1))
            row.setVisible(not filled)
        for row in self.rows[len(texts) :]:
            row.hide()
        if len(view.gaps) > 1:
            shown = [texts[taken] if taken != BLANK else "" for taken in self._given]
            if view.given is not None:
                shown = [_right_beside(texts, *pair) for pair in zip(view.given, view.item.key, strict=True)]
            self.gaps.show_given(shown, self._current, view.right)

    def _fate(self, view: DrillView, place: int) -> tuple[Fate, str]:
        index = -place if view.item.task in (Task.TRUE, Task.FALSE) else place
        if len(view.gaps) > 1:
            at = self._given.index(index) if index in self._given else None
            tag = view.gaps[at].column.short if at is not None else ""
            return (Fate.TAKEN, tag) if tag else (Fate.OPEN, "")
        if view.given is None:
            return Fate.OPEN, ""
        if index == view.item.key[0]:
            return Fate.RIGHT, ""
        return (Fate.WRONG if index == view.given[0] else Fate.LEFT), ""

    # -- what happens

    @Slot()
    def _press(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            self.choose(row.number)

    @Slot(int)
    def _go_to_gap(self, number: int) -> None:
        self._current = number
        self._draw()

    @Slot(QUrl)
    def _read(self, url: QUrl) -> None:
        self.passage_wanted.emit()


def _right_beside(texts: tuple[str, ...], given: int, key: int) -> str:
    """What stands in a marked gap: the answer, and what belongs there when that is something else."""
    return texts[key] if given == key else f"{texts[key]} (you: {texts[given]})"
