"""The questions that stood in two papers, each with both answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.exam_pair import Pair, SharedQuestion, Turn
from studyapp.study.exam_result import ResultItem
from studyapp.ui.exam import pair_wording, wording
from studyapp.ui.exam.inline_text import InlineText
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.side_by_side import SideBySide

_AT_FIRST = 20
_COLOURS = {Turn.WON: "good", Turn.LOST: "bad"}


class SharedQuestions(CardFrame):
    """Chips to choose by what became of a question, and the questions; the first of many, the rest on request."""

    wanted = Signal(int)
    """The number, in the later paper, of the question to look at."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__(theme, gap=12)
        self._render = render
        self._shared: tuple[SharedQuestion, ...] = ()
        self._turn: Turn | None = None
        self._numbers: dict[LinkButton, int] = {}
        self.body.addWidget(heading(theme, "Questions of both papers"))
        self._note = plain_label(theme, "", 13.5, "muted")
        self.body.addWidget(self._note)
        self._chips: dict[Chip, Turn | None] = {}
        self._line = QWidget()
        flow = Flow(theme, self._line, gap=6)
        for turn in (None, *Turn):
            chip = Chip(theme, "")
            self._chips[chip] = turn
            flow.addWidget(chip)
            chip.clicked.connect(self._choose)
        self.body.addWidget(self._line)
        self._box = QWidget()
        self._list = Column(theme, self._box, gap=18)
        self.body.addWidget(self._box)

    def show_pair(self, pair: Pair) -> None:
        """Show the questions of two papers."""
        self._shared, self._turn = pair.shared, None
        none = "None: no question stood in both papers."
        self._note.setText("In the order of the later paper." if pair.shared else none)
        self._line.setVisible(bool(pair.shared))
        self._show_first(_AT_FIRST)

    @property
    def picked(self) -> tuple[SharedQuestion, ...]:
        """The questions that the chosen chip lets through."""
        return tuple(each for each in self._shared if self._turn in (None, each.turn))

    @Slot()
    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._turn = self._chips[chip]
            self._show_first(_AT_FIRST)

    @Slot()
    def _list_all(self) -> None:
        self._show_first(len(self._shared))

    def _show_first(self, most: int) -> None:
        for chip, turn in self._chips.items():
            number = sum(turn in (None, each.turn) for each in self._shared)
            chip.set_text(f"{pair_wording.TURNS[turn] if turn is not None else 'All'} {number}")
            chip.setVisible(number > 0)
            chip.setChecked(turn is self._turn)
        self._numbers.clear()
        picked = self.picked
        widgets = [self._entry(each) for each in picked[:most]]
        if len(picked) > most:
            more = QuietButton(self._theme, f"Show all {len(picked)}")
            more.clicked.connect(self._list_all)
            widgets.append(more)
        self._put(widgets)

    def _put(self, widgets: Sequence[QWidget]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._list.addWidget(widget)

    def _entry(self, shared: SharedQuestion) -> QWidget:
        theme, seen = self._theme, shared.later if shared.later.question is not None else shared.earlier
        box = QWidget()
        column = Column(theme, box, gap=6)
        turn = pair_wording.TURNS[shared.turn]
        column.addWidget(plain_label(theme, turn, 12.5, _COLOURS.get(shared.turn, "muted"), bold=True))
        stem = InlineText(theme, 14)
        stem.show_text(self._render(seen.question.stem) if seen.question is not None else "")
        column.addWidget(stem)
        sides = SideBySide(theme, wide=560, gap=16)
        sides.add(self._side("Earlier", shared.earlier))
        sides.add(self._side("Later", shared.later))
        column.addWidget(sides)
        missed = pair_wording.key(shared)
        if missed:
            column.addWidget(plain_label(theme, f"Right would have been: {missed}", 13.5, "muted"))
        link = LinkButton(theme, f"Look at question {shared.later.number}")
        link.clicked.connect(self._look)
        self._numbers[link] = shared.later.number
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _side(self, name: str, item: ResultItem) -> QWidget:
        box = QWidget()
        column = Column(self._theme, box, gap=2)
        head = f"{name} · question {item.number} · {wording.duration(item.spent)}"
        column.addWidget(plain_label(self._theme, head, 12.5, "muted"))
        column.addWidget(plain_label(self._theme, pair_wording.answer(item), 13.5))
        column.addStretch(1)
        return box

    @Slot()
    def _look(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.wanted.emit(self._numbers[link])
