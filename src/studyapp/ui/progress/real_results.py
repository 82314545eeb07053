"""The learner's results of real exams: entered, changed and removed here."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.results_desk import RealResult, ResultsDesk
from studyapp.ui.progress import exam_wording, wording
from studyapp.ui.progress.result_dialog import ResultDialog
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, QuietButton
from studyapp.ui.widgets.dialog import ask
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row

_WHY = "After the real exam, enter how it went: the forecast is then held against it."


class RealResults(QWidget):
    """A list of results with what can be done about each."""

    changed = Signal(object)
    """The ``Change`` of what was entered, changed or removed."""

    def __init__(self, theme: Theme, desk: ResultsDesk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        column = Column(theme, self, gap=4)
        column.addWidget(heading(theme, "Real exams", 14.5))
        column.addWidget(plain_label(theme, _WHY, 12.5, "muted"))
        self._rows = QWidget()
        self._list = Column(theme, self._rows, gap=2)
        column.addWidget(self._rows)
        column.add_space(4)
        self._enter = QuietButton(theme, "Enter a result…")
        self._enter.clicked.connect(self.ask_new)
        line = Row(theme)
        line.addWidget(self._enter)
        line.addStretch(1)
        column.addLayout(line)

    def look(self) -> None:
        """Show the results as they are now; nothing at all when no certification has an exam."""
        certifications = self._desk.certifications()
        results = self._desk.results()
        titles = {certification.name: certification.title for certification in certifications}
        self.setVisible(bool(certifications or results))
        self._enter.setVisible(bool(certifications))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for result in results:
            self._list.addWidget(self._row(result, titles))
        self._rows.setVisible(bool(results))

    def _row(self, result: RealResult, titles: Mapping[str, str]) -> QWidget:
        text = exam_wording.result_text(result, titles.get(result.certification, result.certification))
        row = QWidget()
        line = Row(self._theme, row, gap=12)
        line.addWidget(plain_label(self._theme, text, 13.5), 1)
        for name, do in (("Change…", self._ask_again), ("Remove…", self._ask_removal)):
            button = LinkButton(self._theme, name)
            button.setAccessibleName(f"{name.rstrip('…')} the result: {text}")
            button.clicked.connect(partial(do, result))
            line.addWidget(button)
        return row

    @Slot()
    def ask_new(self) -> None:
        """Ask how a real exam went, where the content knows of one."""
        if self._desk.certifications():
            self._ask(None)

    def _ask_again(self, result: RealResult) -> None:
        self._ask(result)

    def _ask(self, result: RealResult | None) -> None:
        dialog = ResultDialog(self._theme, self._desk, result, self.window())
        dialog.accepted.connect(partial(self._keep, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.present()

    def _keep(self, dialog: ResultDialog) -> None:
        exam, day, passed, score = dialog.exam, dialog.day, dialog.passed, dialog.score
        if dialog.result_id is None:
            change = self._desk.enter(exam, day, passed=passed, score=score)
        else:
            change = self._desk.mend(dialog.result_id, exam, day, passed=passed, score=score)
        self.look()
        self.changed.emit(change)

    def _ask_removal(self, result: RealResult) -> None:
        text = (
            f"The result of {wording.day_name(result.day)} {result.day.year} is taken out of the list and out of the "
            "record of the forecasts. You can enter it again at any time."
        )
        question = ask(self._theme, self.window(), "Remove this result?", text, "Remove")
        question.accepted.connect(partial(self._remove, result))

    def _remove(self, result: RealResult) -> None:
        change = self._desk.remove(result.id)
        self.look()
        self.changed.emit(change)
