"""One factor of a guided choice: its question, its answers, and what the answer given weighs and why."""

from html import escape

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.weighing import Weighing
from studyapp.ui.compare import choice_wording as wording
from studyapp.ui.compare.choice_row import ChoiceRow, Fate
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.rich_text import RichText

MOST_ANSWERS = 6


class FactorCard(CardFrame):
    """An answer can be changed as often as wished; its weight is in sight as it is given."""

    answered = Signal(int)
    """The number of the answer, from 0."""
    passage_wanted = Signal()
    """Read the passage about this factor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(24, 18, 24, 18), gap=8)
        self._kicker = plain_label(theme, "", 13, "muted")
        self._question = heading(theme, "", 19)
        holder = QWidget()
        rows = Column(theme, holder, gap=8)
        self.rows = [ChoiceRow(theme, number + 1) for number in range(MOST_ANSWERS)]
        for row in self.rows:
            row.clicked.connect(self._press)
            rows.addWidget(row)
        self.why = plain_label(theme, "", 14)
        self.scrum = RichText(theme, 14)
        self.scrum.anchorClicked.connect(self._read)
        for widget in (self._kicker, self._question, holder, self.why, self.scrum):
            self.body.addWidget(widget)

    def show_factor(self, weighing: Weighing, number: int) -> None:
        """Show the factor of a number, from 0, as it stands."""
        given = weighing.given[number]
        factor, answer = given.factor, given.answer
        self._kicker.setText(f"{number + 1} of {len(weighing.given)} · {factor.title} · {wording.ADVICE}")
        self._question.setText(factor.question)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(factor.answers))
            if at < len(factor.answers):
                taken = factor.answers[at] == answer
                tag = wording.weights(weighing, number, at) if taken else ""
                row.show_choice(factor.answers[at].text, Fate.TAKEN if taken else Fate.OPEN, tag)
                row.setAccessibleDescription(f"chosen: {tag}" if taken else f"key {at + 1}")
        self.why.setVisible(answer is not None)
        self.scrum.setVisible(answer is not None)
        if answer is not None:
            self.why.setText(f"Why: {answer.why}")
            link = '<a href="app:passage">Read the passage →</a>' if factor.proof else ""
            self.scrum.set_html(f"<b>In Scrum:</b> {escape(factor.scrum)} {link}")
            announce(self, f"{self.why.text()} In Scrum: {factor.scrum}")
        else:
            announce(self, f"{factor.title}. {factor.question}")

    @Slot()
    def _press(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            self.answered.emit(row.number - 1)

    @Slot(QUrl)
    def _read(self, url: QUrl) -> None:
        self.passage_wanted.emit()
