"""Every learning objective of a readiness check: shown, shaky or not asked, each with its passage one press away."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.readiness import ObjectiveRow, Passage, Showing
from studyapp.ui.exam.wording import count
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.progress_row import Line, ProgressRow

WORDS = {Showing.SHOWN: "shown", Showing.SHAKY: "shaky", Showing.NOT_ASKED: "not asked"}
"""What a paper says about an objective."""

_NO_CHANCE = (
    "One answer tells little about an objective, and there is no chance to pass here: the CSPO has no exam. "
    "Press an objective to read its passage."
)
_LOOKS = {Showing.SHOWN: (1.0, "good"), Showing.SHAKY: (0.5, "warn"), Showing.NOT_ASKED: (0.0, "muted")}


class ReadinessCard(CardFrame):
    """Lists objectives by their group, what is shaky in a group first."""

    passage_wanted = Signal(object)
    """The `Passage` of the objective that was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=6)
        self._passages: dict[QWidget, Passage] = {}
        self.body.addWidget(heading(theme, "By learning objective"))
        self._text = plain_label(theme, "", 14)
        self.body.addWidget(self._text)
        self.body.addWidget(plain_label(theme, _NO_CHANCE, 12.5, "muted"))
        self._box: QWidget | None = None

    def show_rows(self, rows: Sequence[ObjectiveRow]) -> None:
        """Show these objectives; nothing at all when there are none."""
        self.setVisible(bool(rows))
        self._text.setText(summary(rows))
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
        self._passages = {}
        self._box = QWidget()
        column = Column(self._theme, self._box, gap=4)
        for group, members in groupby(rows, key=lambda row: row.group):
            column.addSpacing(self._theme.px(8))
            column.addWidget(heading(self._theme, group or "No longer in the content", 13.5))
            for row in sorted(members, key=lambda row: row.showing is not Showing.SHAKY):
                column.addWidget(self._line(row))
        self.body.addWidget(self._box)

    def _line(self, row: ObjectiveRow) -> ProgressRow:
        share, colour = _LOOKS[row.showing]
        line = ProgressRow(self._theme, Line(row.text, objective_note(row), share, colour, row.name))
        line.setEnabled(row.passage is not None)
        if row.passage is not None:
            self._passages[line] = row.passage
            line.clicked.connect(self._tell)
        return line

    @Slot()
    def _tell(self) -> None:
        line = self.sender()
        if isinstance(line, QWidget) and line in self._passages:
            self.passage_wanted.emit(self._passages[line])


def objective_note(row: ObjectiveRow) -> str:
    """``shown · question 7``."""
    asked = f" · question {row.number}" if row.number is not None else ""
    return f"{WORDS[row.showing]}{asked}"


def summary(rows: Iterable[ObjectiveRow]) -> str:
    """How many objectives are shown, shaky and not asked, in a sentence."""
    found = [row.showing for row in rows]
    parts = [f"{found.count(showing)} {word}" for showing, word in WORDS.items() if showing in found]
    return f"{count(len(found), 'objective')}: {', '.join(parts)}." if found else ""
