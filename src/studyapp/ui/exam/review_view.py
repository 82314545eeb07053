"""Going through a paper that was handed in: each question with its marks, its reasons and its passage."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import QuestionKind
from studyapp.learning.marking import Swing
from studyapp.study.exam_filter import USUAL, ReviewFilter
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import wording
from studyapp.ui.exam.beside import Beside
from studyapp.ui.exam.own_marks import OwnMarks
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.exam.review_list import ReviewList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.scroll import bring_into_sight

_SCROLLS = {Qt.Key.Key_Down: 0.2, Qt.Key.Key_Up: -0.2, Qt.Key.Key_Space: 0.9}
"""Keys that scroll, and by how many screens."""


class ReviewView(QWidget):
    """Draws one item of a ``Result`` at a time; the filter says which ones turning over passes through."""

    passage_wanted = Signal(object)
    """The ``Proof`` whose passage is to be read."""
    drill_wanted = Signal(object)
    """The ``ResultItem`` whose cards are to be drilled."""
    disputed = Signal(int, str)
    """A question's number and the reason why it should not be scored; an empty one puts it back."""
    marked = Signal(int, tuple)
    """A question's number and the learner's own levels for each criterion."""
    left = Signal()
    """Back to the result."""

    def __init__(
        self, theme: Theme, render: Callable[[str], str], name_of: Callable[[ReviewFilter], str]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._result: Result | None = None
        self._at = 0
        self._filter, self._name_of = ReviewFilter(), name_of
        self.card = QuestionCard(theme, render)
        self._own = OwnMarks(theme, render)
        self._build_foot()
        self._build_side()
        self._own.marked.connect(self._tell_marks)
        self.card.proof_wanted.connect(self.passage_wanted)

    # -- showing

    def show_result(self, result: Result, cards_behind: Callable[[ResultItem], int]) -> None:
        """Show a result; ``cards_behind`` counts the cards that rest on an item's passage."""
        fresh = self._result is None or self._result.id != result.id
        self._result, self._cards_behind = result, cards_behind
        if fresh:
            self.show_usual()
        else:
            self._show()

    def show_usual(self) -> None:
        """Go through what is usually gone through first: wrong answers where there are some."""
        result = self._result
        if result is not None:
            self.show_only(next((each for each in USUAL if each.picked(result)), ReviewFilter()))

    @property
    def filter(self) -> ReviewFilter:
        """What is gone through."""
        return self._filter

    @Slot(object)
    def show_only(self, which: ReviewFilter) -> None:
        """Go through these questions alone."""
        self._filter = which
        picked = self._picked
        if picked and self._at not in picked:
            self._at = picked[0]
        self._show()

    @Slot(int)
    def show_number(self, number: int) -> None:
        """Show a question by its number."""
        self._at = number - 1
        self._beside.show_main()
        self._show()

    def take_focus(self) -> None:
        """Arrow keys turn over from here."""
        self._beside.show_main()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_list(self) -> None:
        """Go to the list of questions."""
        if self._beside.lists:
            self.take_focus()
            return
        self._beside.show_list()
        self._list.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def offer_names(self) -> None:
        """Offer to go through one area or misconception alone."""
        self._beside.show_list()
        self._list.offer_names()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down and Space scroll a long question."""
        if event.key() in _SCROLLS:
            self.card.scroll_by(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @property
    def item(self) -> ResultItem | None:
        """The item in sight."""
        return self._result.items[self._at] if self._result is not None and self._result.items else None

    @Slot()
    def turn_on(self) -> None:
        """The next question that the filter lets through."""
        self._turn(1)

    @Slot()
    def turn_back(self) -> None:
        """The question before it."""
        self._turn(-1)

    @Slot()
    def read_passage(self) -> None:
        """Read the passage of the option that has the keyboard, else the one that settles the question in sight."""
        if self.card.proof is not None:
            self.passage_wanted.emit(self.card.proof)

    @Slot()
    def drill(self) -> None:
        """Drill the cards that rest on the same passage."""
        item = self.item
        if item is not None and self._drill.isVisibleTo(self):
            self.drill_wanted.emit(item)

    # -- parts

    def _build_foot(self) -> None:
        theme = self._theme
        self.card.foot.addWidget(self._own)
        links = QWidget()
        line = Flow(theme, links, gap=10, line_gap=8)
        self._passage = QuietButton(theme, "Read the passage", key="E")
        self._drill = QuietButton(theme, "Drill its cards", key="D")
        self._dispute = LinkButton(theme, "I think the key is wrong…")
        for button in (self._passage, self._drill, self._dispute):
            line.addWidget(button)
        self._reason_box = QWidget()
        row = Row(theme, self._reason_box, gap=10)
        self._reason = Field(theme, "Why the key is wrong", "Why? The question is then left out of the score")
        keep = QuietButton(theme, "Leave out")
        row.addWidget(self._reason, 1)
        row.addWidget(keep)
        self._reason_box.hide()
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._bring_reason)
        turning = Row(theme, gap=10)
        self._previous, self._next = QuietButton(theme, "‹ Previous"), PrimaryButton(theme, "Next ›")
        turning.addWidget(self._previous)
        turning.addStretch(1)
        turning.addWidget(self._next)
        self.card.foot.addWidget(links)
        self.card.foot.addWidget(self._reason_box)
        self.card.foot.addLayout(turning)
        self._passage.clicked.connect(self.read_passage)
        self._drill.clicked.connect(self.drill)
        self._dispute.clicked.connect(self._ask_reason)
        keep.clicked.connect(self._tell_dispute)
        self._reason.returnPressed.connect(self._tell_dispute)
        self._previous.clicked.connect(self.turn_back)
        self._next.clicked.connect(self.turn_on)

    def _build_side(self) -> None:
        theme = self._theme
        self._list = ReviewList(theme, self._name_of)
        self._list.filtered.connect(self.show_only)
        self._list.wanted.connect(self.show_number)
        self._about = CardFrame(theme, gap=6)
        self._about.body.addWidget(heading(theme, "This question"))
        self._facts = plain_label(theme, "", 13.5, "muted")
        self._about.body.addWidget(self._facts)
        back = QuietButton(theme, "Back to the result", key="Esc")
        strip = QWidget()
        row = Row(theme, strip, gap=10)
        questions, out = QuietButton(theme, "Questions", key="G"), QuietButton(theme, "Result", key="Esc")
        out.setAccessibleName("Back to the result")
        row.addWidget(questions)
        row.addStretch(1)
        row.addWidget(out)
        questions.clicked.connect(self.show_list)
        for button in (back, out):
            button.clicked.connect(self.left)
        self._below = QWidget()
        self._below_column = Column(theme, self._below, gap=16)
        self._below_column.addWidget(self._about)
        self._below_column.addWidget(back)
        self._beside = Beside(theme, self.card, strip, listed=self._list, below=(self._below,))
        self._beside.turned.connect(self._place_about)
        Column(theme, self).addWidget(self._beside)
        self._place_about()

    @Slot()
    def _place_about(self) -> None:
        """In a narrow window the facts stand below the question and the marks for one's own answer."""
        if self._beside.narrow:
            self.card.foot.insertWidget(self.card.foot.indexOf(self._own) + 1, self._about)
        else:
            self._below_column.insertWidget(0, self._about)

    # -- drawing

    def _show(self) -> None:
        result, item = self._result, self.item
        if result is None or item is None:
            return
        self._show_card(result, item)
        self._list.show_result(result, self._at, self._filter)
        self._facts.setText("\n".join(_facts(item)))
        self._previous.setEnabled(any(n < self._at for n in self._picked))
        self._next.setEnabled(any(n > self._at for n in self._picked))

    def _show_card(self, result: Result, item: ResultItem) -> None:
        place = f"Question {item.number} of {len(result.items)}"
        question = item.question
        self._own.setVisible(False)
        self._reason_box.setVisible(False)
        cards = self._cards_behind(item) if question is not None else 0
        self._passage.setVisible(question is not None)
        self._drill.setVisible(cards > 0)
        self._drill.set_text(f"Drill {wording.count(cards, 'card')} on this")
        self._dispute.setVisible(question is not None)
        self._dispute.set_text("Score it again" if item.dispute else "I think the key is wrong…")
        if question is None:
            text = "not scored: it has left the content" if item.dispute else "not reached; it stays unseen"
            self.card.show_question(None, frozenset(), "", f"{place} · {text}")
            self.card.stem.show_text("<p>You did not come to this question.</p>")
            return
        words = "not scored" if not item.scored else _outcome(item)
        asked = wording.choose_how_many(question.kind, len(item.key))
        self.card.show_marked(question, item.chosen, item.words, f"{place} · {asked} · {words}")
        if question.kind is QuestionKind.FREE_TEXT:
            self._own.show_item(question, item.own_levels, self.card.field)
            self._own.setVisible(True)

    @property
    def _picked(self) -> tuple[int, ...]:
        return self._filter.picked(self._result) if self._result is not None else ()

    # -- what happens

    def _turn(self, step: int) -> None:
        ahead = [n for n in self._picked if (n - self._at) * step > 0]
        if ahead:
            self._at = min(ahead, key=lambda n: abs(n - self._at))
            self._show()

    @Slot()
    def _ask_reason(self) -> None:
        item = self.item
        if item is None:
            return
        if item.dispute:
            self.disputed.emit(item.number, "")
            return
        self._reason.clear()
        self._reason_box.setVisible(True)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._laid_out.start()

    def give_up_reason(self) -> bool:
        """Close the field for a dispute without one; whether it stood open."""
        if not self._reason_box.isVisibleTo(self):
            return False
        self._reason_box.setVisible(False)
        self._dispute.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot()
    def _bring_reason(self) -> None:
        bring_into_sight(self._reason_box)

    @Slot()
    def _tell_dispute(self) -> None:
        reason, item = self._reason.text().strip(), self.item
        if reason and item is not None:
            self.disputed.emit(item.number, reason)

    @Slot(tuple)
    def _tell_marks(self, levels: tuple[int, ...]) -> None:
        item = self.item
        if item is not None:
            self.marked.emit(item.number, levels)


def _outcome(item: ResultItem) -> str:
    if item.question is not None and item.question.kind is QuestionKind.FREE_TEXT:
        return "to mark" if item.own_levels is None else "marked by you"
    if item.mark.right:
        return "right"
    if not item.chosen:
        return "left open"
    return f"wrong, {wording.per_cent(float(item.mark.partial))} in part" if item.mark.partial else "wrong"


def _facts(item: ResultItem) -> list[str]:
    facts = [f"Time on it: {wording.duration(item.spent)}"]
    if item.flagged:
        facts.append("You flagged it")
    if item.swing is not Swing.NONE:
        facts.append(
            f"Your answer {wording.SWINGS[item.swing]}".replace("Your answer changed", "You changed it")
        )
    facts += [f"Perhaps a slip: {wording.SLIPS[slip]}" for slip in item.slips]
    if item.dispute:
        facts.append(f"Not scored: {item.dispute}")
    return facts
