"""The words of a result: the beliefs that were followed, and how one worked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import Misconception
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.study.exam_result import Result
from studyapp.ui.exam import result_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column

_MOST_BELIEFS = 6


class ResultNotes(CardFrame):
    """Says what stood behind the points that were lost; every sentence leads to its questions."""

    wanted = Signal(object)
    """The `ReviewFilter` whose questions are to be gone through."""

    practice_wanted = Signal(str)
    """The misconception that is to be practised."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=12)
        self._leads: dict[LinkButton, ReviewFilter] = {}
        self._beliefs: dict[LinkButton, str] = {}

    def show_result(self, result: Result, misconception: Callable[[str], Misconception | None]) -> None:
        """Show a result; beliefs come from the content as it is now. Answers in own words speak for none."""
        self._leads.clear()
        self._beliefs.clear()
        beliefs: list[QWidget] = []
        for belief in result.beliefs[:_MOST_BELIEFS]:
            found = misconception(belief.misconception)
            which = ReviewFilter(FilterKind.MISCONCEPTION, belief.misconception)
            correction = found.correction if found is not None else ""
            beliefs.append(
                self._remark(result, result_wording.belief_sentence(belief, found), correction, which)
            )
        if not beliefs:
            beliefs = [plain_label(self._theme, "You followed no false belief in this paper.", 13.5, "muted")]
        habits: list[QWidget] = [
            self._remark(result, each.text, "", each.questions) for each in result_wording.habits(result)
        ]
        chosen = any(item.question is not None and item.question.options for item in result.items)
        told = [heading(self._theme, "What you took for true"), *beliefs] if chosen else []
        worked = [heading(self._theme, "How you worked"), *habits] if habits else []
        self.setVisible(bool(told or worked))
        self._put([*told, *worked])

    def _remark(self, result: Result, text: str, more: str, which: ReviewFilter | None) -> QWidget:
        box = QWidget()
        column = Column(self._theme, box, gap=3)
        column.addWidget(plain_label(self._theme, text, 13.5))
        if more:
            column.addWidget(plain_label(self._theme, more, 12.5, "muted"))
        if which is not None:
            column.addWidget(self._links(result, text, which, practise=bool(more)))
        return box

    def _links(self, result: Result, text: str, which: ReviewFilter, *, practise: bool) -> QWidget:
        box = QWidget()
        line = Flow(self._theme, box, gap=14, line_gap=2)
        count = len(which.picked(result))
        look = LinkButton(self._theme, "Go through this one" if count == 1 else f"Go through these {count}")
        look.clicked.connect(self._lead)
        self._leads[look] = which
        line.addWidget(look)
        look.setAccessibleName(f"{look.text()}: {text}")
        if practise:
            more = LinkButton(self._theme, "Practise it")
            more.setAccessibleName(f"Practise it: {text}")
            more.clicked.connect(self._practise)
            self._beliefs[more] = which.value
            line.addWidget(more)
        return box

    @Slot()
    def _lead(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.wanted.emit(self._leads[link])

    @Slot()
    def _practise(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.practice_wanted.emit(self._beliefs[link])

    def _put(self, widgets: Sequence[QWidget]) -> None:
        while (item := self.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)
