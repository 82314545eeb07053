"""Going through a paper that was handed in: each question with its marks, its reasons and its passage."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import QuestionKind
from studyapp.learning.marking import Swing
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import wording
from studyapp.ui.exam.own_marks import OwnMarks
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.exam.question_grid import Cell, QuestionGrid, State
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.side_by_side import SideBySide

FILTERS = ("Wrong", "Flagged", "All")


class ReviewView(QWidget):
    """Draws one item of a ``Result`` at a time; the filter says which ones turning over passes through."""

    passage_wanted = Signal(object)
    """The ``ResultItem`` whose passage is to be read."""
    drill_wanted = Signal(object)
    """The ``ResultItem`` whose cards are to be drilled."""
    disputed = Signal(int, str)
    """A question's number and the reason why it should not be scored; an empty one puts it back."""
    marked = Signal(int, tuple)
    """A question's number and the learner's own levels for each criterion."""
    left = Signal()
    """Back to the result."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__()
        self._theme = theme
        self._result: Result | None = None
        self._at = 0
        self._filter = "Wrong"
        self.card = QuestionCard(theme, render)
        self._own = OwnMarks(theme, render)
        self._build_foot()
        columns = SideBySide(theme, wide=860)
        columns.add(self.card, 5)
        columns.add(self._build_side(), 2)
        Column(theme, self, margins=(24, 24, 24, 24)).addWidget(columns)
        self._own.marked.connect(self._tell_marks)

    # -- showing

    def show_result(self, result: Result, cards_behind: Callable[[ResultItem], int]) -> None:
        """Show a result; ``cards_behind`` counts the cards that rest on an item's passage."""
        fresh = self._result is None or self._result.id != result.id
        self._result, self._cards_behind = result, cards_behind
        if fresh:
            self._filter = next((name for name in FILTERS if self._picked(name)), "All")
            self._at = (self._picked(self._filter) or [0])[0]
        self._show()

    def show_number(self, number: int) -> None:
        """Show a question by its number."""
        self._at = number - 1
        self._show()

    def take_focus(self) -> None:
        """Arrow keys turn over from here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        """Read the passage that settles the question in sight."""
        item = self.item
        if item is not None and item.question is not None:
            self.passage_wanted.emit(item)

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

    def _build_side(self) -> QWidget:
        theme = self._theme
        side = QWidget()
        column = Column(theme, side, gap=14)
        box = CardFrame(theme, gap=12)
        chips = QWidget()
        line = Flow(theme, chips, gap=6)
        self._chips = {name: Chip(theme, name) for name in FILTERS}
        for chip in self._chips.values():
            chip.clicked.connect(self._filter_by)
            line.addWidget(chip)
        self._grid = QuestionGrid(theme)
        self._grid.wanted.connect(self.show_number)
        self._legend = plain_label(theme, "", 12.5, "muted")
        box.body.addWidget(chips)
        box.body.addWidget(self._grid)
        box.body.addWidget(self._legend)
        self._about = CardFrame(theme, gap=6)
        self._about.body.addWidget(heading(theme, "This question"))
        self._facts = plain_label(theme, "", 13.5, "muted")
        self._about.body.addWidget(self._facts)
        column.addWidget(box)
        column.addWidget(self._about)
        column.addStretch(1)
        back = QuietButton(theme, "Back to the result", key="Esc")
        back.clicked.connect(self.left)
        column.addWidget(back)
        return side

    # -- drawing

    def _show(self) -> None:
        result, item = self._result, self.item
        if result is None or item is None:
            return
        self._show_card(result, item)
        for name, chip in self._chips.items():
            number = len(self._picked(name))
            chip.set_text(f"{name} {number}")
            chip.setChecked(name == self._filter)
            chip.setEnabled(number > 0)
        self._grid.show_cells(_cells(result, self._at))
        self._grid.setFixedHeight(min(self._grid.needed_height(), self._theme.px(340)))
        self._legend.setText(_legend(result))
        self._facts.setText("\n".join(_facts(item)))
        picked = self._picked(self._filter)
        self._previous.setEnabled(any(n < self._at for n in picked))
        self._next.setEnabled(any(n > self._at for n in picked))

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
            self.card.stem.set_html("<p>You did not come to this question.</p>")
            return
        words = "not scored" if not item.scored else _outcome(item)
        asked = wording.choose_how_many(question.kind, len(item.key))
        self.card.show_marked(question, item.chosen, item.words, f"{place} · {asked} · {words}")
        if question.kind is QuestionKind.FREE_TEXT:
            self._own.show_item(question, item.own_levels)
            self._own.setVisible(True)

    def _picked(self, name: str) -> list[int]:
        items: Sequence[ResultItem] = self._result.items if self._result is not None else ()
        tests: dict[str, Callable[[ResultItem], bool]] = {
            "Wrong": lambda item: item.wrong,
            "Flagged": lambda item: item.flagged,
            "All": lambda _: True,
        }
        return [at for at, item in enumerate(items) if tests[name](item)]

    # -- what happens

    def _turn(self, step: int) -> None:
        picked = self._picked(self._filter)
        ahead = (
            [n for n in picked if n > self._at] if step > 0 else [n for n in reversed(picked) if n < self._at]
        )
        if ahead:
            self._at = ahead[0]
            self._show()

    @Slot()
    def _filter_by(self) -> None:
        sender = self.sender()
        self._filter = next((name for name, chip in self._chips.items() if chip is sender), self._filter)
        picked = self._picked(self._filter)
        if picked and self._at not in picked:
            self._at = picked[0]
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


def _cells(result: Result, at: int) -> list[Cell]:
    return [
        Cell(item.number, _state(item), item.flagged, number == at)
        for number, item in enumerate(result.items)
    ]


def _state(item: ResultItem) -> State:
    if item.question is None:
        return State.UNSEEN
    if not item.scored:
        return State.OPEN
    return State.RIGHT if item.mark.right else State.WRONG


def _legend(result: Result) -> str:
    states = [_state(item) for item in result.items]
    parts = [f"{states.count(State.RIGHT)} right", f"{states.count(State.WRONG)} wrong"]
    unseen = states.count(State.UNSEEN)
    return " · ".join([*parts, f"{unseen} not reached"] if unseen else parts)
