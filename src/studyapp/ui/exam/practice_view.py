"""Practice: one question, the answer with how sure it was, and the reasons at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.study.practice_desk import PracticeKind, PracticeSummary, PracticeView
from studyapp.ui.exam import wording
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row, Sides
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.stopwatch import Stopwatch

_LOW = 420.0
_ROOMY: Sides = (24, 24, 24, 24)
_CRAMPED: Sides = (16, 12, 16, 12)
_CHOOSE = "Choose, then say how sure you are."
_NONE_WRONG = (
    "No question waits that you last answered wrongly. Wrong answers of papers and practice come here."
)


class PracticeScreen(Narrow):
    """Draws a ``PracticeView``, or what a handful came to."""

    answered = Signal(frozenset, bool)
    """The positions chosen, and whether the learner is sure."""
    gone_on = Signal()
    """The next question."""
    passage_wanted = Signal(object)
    """The ``Proof`` whose passage is to be read."""
    drill_wanted = Signal()
    """Drill the cards that rest on the same passage."""
    more_wanted = Signal()
    """Another handful of the same."""
    left = Signal()
    """Back to the list."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__(theme, width=820, margins=_ROOMY)
        self._theme = theme
        self._view: PracticeView | None = None
        self.looked = Stopwatch(self)
        self._cramped = False
        self._build_top()
        self.card = QuestionCard(theme, render)
        self._build_answering()
        self._build_reasons()
        self._build_end()
        self.body.addWidget(self._top)
        self.body.addSpacing(14)
        self.body.addWidget(self.card, 1000)
        self.body.addWidget(self._foot)
        self.body.addWidget(self._end)
        self.body.addStretch(1)
        self.card.chosen.connect(self._allow)
        self.card.proof_wanted.connect(self.passage_wanted)
        theme.zoomed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room below the card may be another."""
        super().resizeEvent(event)
        self._arrange()

    def show_view(self, view: PracticeView, cards: int) -> None:
        """Show a question; ``cards`` counts those that rest on its passage."""
        fresh = self._view is None or self._view.number != view.number or self._view.question != view.question
        self._view = view
        self._bar.set_share((view.number - (view.chosen is None)) / view.count)
        self._count.setText(f"{view.number} of {view.count}")
        done = view.chosen is not None
        self._answering.setVisible(not done)
        self._reasons.setVisible(done)
        self._further.setVisible(done)
        self._show_only(self._top, self.card, self._foot)
        asked = wording.choose_how_many(view.question.kind, len(view.question.key))
        if view.chosen is None:
            self.card.show_question(view.question, frozenset(), "", asked.capitalize())
            self._allow()
            if fresh:
                self.looked.start()
            self.take_focus()
            return
        word = "Right" if view.found is not None and view.found.right else "Wrong"
        sure = {True: ", and you were sure", False: ", and you were not sure", None: ""}[view.sure]
        self.card.show_marked(view.question, view.chosen, "", f"{asked.capitalize()} · {word}{sure}")
        self.card.show_top()
        self._drill.setVisible(cards > 0)
        self._drill.set_text(f"Drill {wording.count(cards, 'card')} on this")
        self.take_focus()

    def show_summary(self, summary: PracticeSummary) -> None:
        """What the handful came to."""
        self._view = None
        self._show_only(self._end)
        self._more.setVisible(bool(summary.answered))
        if not summary.answered:
            self._figure.setText("Nothing to practise here")
            wrong = summary.scope.kind is PracticeKind.WRONG
            self._text.setText(_NONE_WRONG if wrong else "There are no questions of this kind now.")
        else:
            self._figure.setText(f"{summary.right} of {summary.answered} right")
            self._text.setText(_remark(summary))
        self.take_focus()

    def take_focus(self) -> None:
        """Where answering begins, or what leads on."""
        if self._view is None:
            (self._more if self._more.isVisibleTo(self) else self._out).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        elif self._view.chosen is None:
            self.card.take_focus()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def enter(self) -> None:
        """Press the button that has the keyboard; from elsewhere answer, being sure, or go on when it is answered."""
        held = QApplication.focusWidget()
        if isinstance(held, Button) and self.isAncestorOf(held):
            held.click()
        else:
            self.say_sure()

    @Slot()
    def say_sure(self) -> None:
        """Answer, being sure; go on when it is answered."""
        self._say(sure=True)

    @Slot()
    def say_unsure(self) -> None:
        """Answer, not being sure."""
        self._say(sure=False)

    @Slot()
    def read_passage(self) -> None:
        """Once answered, read the passage of the option that has the keyboard, else that of the question."""
        if self._view is not None and self._view.chosen is not None and self.card.proof is not None:
            self.passage_wanted.emit(self.card.proof)

    def _say(self, *, sure: bool) -> None:
        if self._view is None:
            return
        if self._view.chosen is not None:
            self.gone_on.emit()
        elif self._enough:
            self.answered.emit(self.card.positions, sure)
        else:
            self._show_hint(refused=True)
            announce(self._hint, self._hint.text())

    @property
    def _enough(self) -> bool:
        """Whether as many options are chosen as are asked."""
        return self._view is not None and len(self.card.positions) == len(self._view.question.key)

    def _show_only(self, *shown: QWidget) -> None:
        for part in (self._top, self.card, self._foot, self._end):
            part.setVisible(part in shown)

    @Slot()
    def _arrange(self) -> None:
        """In a low window only what leads on stands below the card; what leads further goes into it and scrolls."""
        cramped = self.height() < self._theme.px(_LOW)
        if cramped == self._cramped:
            return
        self._cramped = cramped
        self.around.set_margins(_CRAMPED if cramped else _ROOMY)
        self._column.set_margins((0, 8 if cramped else 14, 0, 0))
        line = self.card.foot if cramped else self._reasons.layout()
        if line is not None:
            line.addWidget(self._further)
        self._further.setVisible(self._view is not None and self._view.chosen is not None)
        self._show_hint()

    # -- parts

    def _build_top(self) -> None:
        self._top = QWidget()
        row = Row(self._theme, self._top, gap=12)
        self._bar = Bar(self._theme)
        self._bar.setAccessibleName("Progress of the practice")
        self._count = plain_label(self._theme, "", 12.5, "muted", wrap=False)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)

    def _build_answering(self) -> None:
        """The foot stays in sight below the card, in which the question and its reasons scroll."""
        theme = self._theme
        self._foot = QWidget()
        self._column = Column(theme, self._foot, margins=(0, 14, 0, 0))
        self._answering = QWidget()
        line = Flow(theme, self._answering, gap=10, line_gap=10)
        self._sure = PrimaryButton(theme, "I am sure", key="Enter")
        self._unsure = QuietButton(theme, "Not sure", key="U")
        self._hint = plain_label(theme, _CHOOSE, 12.5, "muted", wrap=False)
        for widget in (self._sure, self._unsure, self._hint):
            line.addWidget(widget)
        self._column.addWidget(self._answering)
        self._sure.clicked.connect(self.say_sure)
        self._unsure.clicked.connect(self.say_unsure)

    def _build_reasons(self) -> None:
        theme = self._theme
        self._reasons = QWidget()
        line = Flow(theme, self._reasons, gap=10, line_gap=10)
        self._next = PrimaryButton(theme, "Next ›", key="Enter")
        self._next.setAccessibleName("Next")
        passage = QuietButton(theme, "Read the passage", key="E")
        self._drill = QuietButton(theme, "Drill its cards", key="D")
        self._further = QWidget()
        further = Flow(theme, self._further, gap=10, line_gap=10)
        for widget in (passage, self._drill):
            further.addWidget(widget)
        line.addWidget(self._next)
        line.addWidget(self._further)
        self._column.addWidget(self._reasons)
        self._next.clicked.connect(self.gone_on)
        passage.clicked.connect(self.read_passage)
        self._drill.clicked.connect(self.drill_wanted)

    def _build_end(self) -> None:
        theme = self._theme
        self._end = CardFrame(theme, padding=(32, 28, 32, 28), gap=8)
        self._figure = heading(theme, "", 22)
        self._text = plain_label(theme, "", 14)
        buttons = QWidget()
        line = Flow(theme, buttons, gap=10, line_gap=10)
        self._more = PrimaryButton(theme, "Another handful")
        self._out = QuietButton(theme, "Back to the exams", key="Esc")
        line.addWidget(self._more)
        line.addWidget(self._out)
        self._end.body.addWidget(self._figure)
        self._end.body.addWidget(self._text)
        self._end.body.addSpacing(theme.px(8))
        self._end.body.addWidget(buttons)
        self._more.clicked.connect(self.more_wanted)
        self._out.clicked.connect(self.left)

    @Slot()
    def _allow(self) -> None:
        for button in (self._sure, self._unsure):
            button.setEnabled(self._enough)
        self._show_hint()

    def _show_hint(self, *, refused: bool = False) -> None:
        """What is still to be done before an answer is taken; in a low window only where something is amiss."""
        asked = len(self._view.question.key) if self._view is not None else 0
        note = wording.still_to_choose(len(self.card.positions), asked)
        self._hint.set_colour("warn" if refused else "muted")
        self._hint.setText(note or _CHOOSE)
        self._hint.setVisible(bool(note) or refused or not self._cramped)


def _remark(summary: PracticeSummary) -> str:
    if summary.misplaced:
        if summary.misplaced == 1:
            return "Once you were sure and wrong: that answer is worth reading up first."
        return f"{summary.misplaced} times you were sure and wrong: those answers are worth reading up first."
    if summary.right == summary.answered:
        return "Every answer was right."
    return "You were sure of no wrong answer: you know where your gaps are."
