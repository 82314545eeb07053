"""Asks how a real exam went."""

from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.results_desk import RealResult, ResultsDesk
from studyapp.ui.progress import exam_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox, DateBox
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog, ask
from studyapp.ui.widgets.field import FIELD_HEIGHT, Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.refusal import refuse

_WHY = "It stays on this machine. Progress holds it against what the forecast said before the exam."
_BAD_SCORE = (
    "The score is a number of per cent from 0 to 100, such as 88.75. Leave it empty if you do not know it."
)


class ResultDialog(Dialog):
    """A form that is ``accepted`` only when it makes sense; then `exam`, `day`, `passed` and `score` hold it.

    A score that says the opposite of the outcome is asked about: pass marks change, and slips of the finger happen.
    """

    def __init__(
        self,
        theme: Theme,
        desk: ResultsDesk,
        result: RealResult | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Enter the result of a real exam" if result is None else "Change a result"
        super().__init__(theme, title, parent, width=460)
        self._desk, today = desk, desk.today()
        self.result_id = result.id if result else None
        self._exam, self._outcome = ChoiceBox(theme), ChoiceBox(theme)
        for certification in desk.certifications():
            self._exam.addItem(certification.title, certification.name)
        for text, passed in (("Passed", True), ("Not passed", False)):
            self._outcome.addItem(text, passed)
        self._date = DateBox(theme, _qt_date(result.day if result else today))
        self._score = Field(theme, "Score in per cent", "if you know it")
        self._note = plain_label(theme, _WHY, 12.5, "muted")
        if result is not None:
            self._exam.setCurrentIndex(max(0, self._exam.findData(result.certification)))
            self._outcome.setCurrentIndex(0 if result.passed else 1)
            self._score.setText("" if result.score is None else f"{result.score:g}")
        self._lay_out(theme)

    @property
    def exam(self) -> str:
        """The certification's name."""
        return str(self._exam.currentData())

    @property
    def day(self) -> date:
        """The day of the exam."""
        picked = self._date.date()
        return date(picked.year(), picked.month(), picked.day())

    @property
    def passed(self) -> bool:
        """Whether it was passed."""
        return bool(self._outcome.currentData())

    @property
    def score(self) -> float | None:
        """The score in per cent; None when it is not known. Raises ValueError for what is no score."""
        text = self._score.text().replace("%", "").replace(",", ".").strip()
        score = float(text) if text else None
        if score is not None and not 0 <= score <= 100:
            raise ValueError(text)
        return score

    def _lay_out(self, theme: Theme) -> None:
        self.body.addWidget(self._note)
        rows = (
            ("Exam", self._exam),
            ("Day", self._date),
            ("Outcome", self._outcome),
            ("Score in per cent", self._score),
        )
        for text, widget in rows:
            label = plain_label(theme, text, 12.5, "muted")
            label.setBuddy(widget)
            widget.setMinimumHeight(theme.px(FIELD_HEIGHT))
            widget.setAccessibleName(text)
            row = Column(theme, gap=3)
            row.addWidget(label)
            row.addWidget(widget)
            self.body.addLayout(row)
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        self.offer(PrimaryButton(theme, "Save")).clicked.connect(self._save)

    @Slot()
    def _save(self) -> None:
        try:
            score = self.score
        except ValueError:
            refuse(self, self._note, _BAD_SCORE, self._score)
            return
        if self.day > self._desk.today():
            refuse(self, self._note, exam_wording.day_to_come(self.day), self._date)
            return
        mark = self._desk.contradiction(self.exam, passed=self.passed, score=score)
        if mark is None or score is None:
            self.accept()
            return
        title, text = exam_wording.contradiction(self._exam.currentText(), score, mark, passed=self.passed)
        ask(self._theme, self, title, text, "Save it all the same").accepted.connect(self.accept)


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
