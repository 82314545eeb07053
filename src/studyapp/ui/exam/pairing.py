"""Setting a second paper beside the one in sight: choosing it, then both side by side."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.exam_pair import Pair, pair_of
from studyapp.study.exam_result import Result
from studyapp.study.own_marks import to_mark
from studyapp.ui.exam.pair_choice import PairChoice
from studyapp.ui.exam.pair_view import PairView
from studyapp.ui.exam.titles import Titles
from studyapp.ui.theme import Theme


class Pairing(QWidget):
    """The choice of another paper, and the `Pair` that it makes with ``first``."""

    question_wanted = Signal(str, int)
    """An attempt and the number of its question that is to be looked at."""
    titled = Signal(str)
    """What the page is called."""
    left = Signal()
    """Back to the result."""

    def __init__(self, desks: Desks, theme: Theme, titles: Titles) -> None:
        super().__init__()
        self._desks, self._theme, self._titles = desks, theme, titles
        self.first: Result | None = None
        self.pair: Pair | None = None
        self._choice = PairChoice(theme)
        self.view = PairView(theme, titles.render)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._choice)
        self._stack.addWidget(self.view)
        self._choice.chosen.connect(self._choose)
        self._choice.left.connect(self.left)
        self.view.other_wanted.connect(self.offer)
        self.view.question_wanted.connect(self._look)
        self.view.export_wanted.connect(self.export)
        self.view.left.connect(self.left)

    def begin(self, first: Result) -> None:
        """Offer the papers that can be set beside one."""
        self.first = first
        self.offer()

    @Slot()
    def offer(self) -> None:
        """Choose another paper."""
        if self.first is not None:
            self.pair = None
            attempts = self._desks.exams.attempts()
            self._choice.show_attempts(self.first, attempts, to_mark(attempts, self._desks.exams.result))
            self._stack.setCurrentWidget(self._choice)
            self.titled.emit("Two papers side by side")
            self.take_focus()

    def show_pair(self, first: Result, second: ItemId) -> bool:
        """Set a second paper beside the first; whether there is one."""
        try:
            other = self._desks.exams.result(second)
        except (KeyError, ValueError):
            return False
        self.first, self.pair = first, pair_of(first, other)
        self.view.show_pair(self.pair, self._titles.area)
        self._stack.setCurrentWidget(self.view)
        self.titled.emit("Two papers side by side")
        self.take_focus()
        return True

    @property
    def beside(self) -> str:
        """The identifier of the paper beside the first, or empty while it is chosen."""
        if self.pair is None or self.first is None:
            return ""
        return next(r.id for r in (self.pair.earlier, self.pair.later) if r.id != self.first.id)

    def take_focus(self) -> None:
        """Put the keyboard where this begins."""
        (self._choice if self.pair is None else self.view).take_focus()

    @Slot()
    def export(self) -> None:
        """Save both papers as a file."""
        from studyapp.ui.exam.result_export import offer_export, pair_report

        if self.pair is not None:
            offer_export(self, self._theme, pair_report(self.pair, self._titles), self.view.said.say)

    @Slot(str)
    def _choose(self, attempt: str) -> None:
        if self.first is not None:
            self.show_pair(self.first, ItemId(attempt))

    @Slot(int)
    def _look(self, number: int) -> None:
        if self.pair is not None:
            self.question_wanted.emit(self.pair.later.id, number)
