"""The work ahead, day by day, and what other minutes or another exam date would make of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.settings_desk import LearnerSettings
from studyapp.study.workloads import Workload
from studyapp.ui.progress import wording, work_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import DateBox, NumberBox
from studyapp.ui.widgets.buttons import LinkButton, QuietButton
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_surface import Level
from studyapp.ui.widgets.plot_table import PlotTable

_PATIENCE_MS = 350


class WorkloadPanel(PlotPanel):
    """Minutes of cards a day; the hatched part is for new ones."""

    tried = Signal(dict)
    """Fields of `LearnerSettings` to reckon with instead of the learner's own."""
    chosen = Signal(dict)
    """The fields that were tried are to be kept."""

    def __init__(self, theme: Theme) -> None:
        self._bars = BarsPlot(theme, "Work ahead", first_stands_out=True)
        super().__init__(
            theme, self._bars, empty="How many minutes each coming day takes is worked out just now."
        )
        self._now: Workload | None = None
        self.trial = WorkloadTrial(theme)
        self.trial.changed.connect(self._try)
        self.trial.kept.connect(self._keep)
        self.add_below(self.trial)
        self.trial.hide()

    def show_workload(self, found: Workload) -> None:
        """Show the days by the learner's own settings, and offer these to be changed."""
        self._now = found
        self.trial.show_settings(found.settings, found.today)
        self.trial.show()
        self._draw(found, None)

    def show_trial(self, found: Workload) -> None:
        """Show the days by other settings, against those of the learner's own."""
        self._draw(found, self._now)

    def _draw(self, found: Workload, before: Workload | None) -> None:
        if not found.total:
            self.show_empty()
            return
        bars, rows = [], []
        for number, load in enumerate(found.days):
            day = found.today + timedelta(days=number)
            label = "Today" if number == 0 else wording.short_day(day) if day.isoweekday() == 1 else ""
            was = before.days[number].minutes if before else None
            bars.append(BarValue(load.minutes, label, work_wording.load_text(day, load), load.for_new, was))
            rows.append(
                (day.isoformat(), f"{load.minutes:.0f}", str(load.reviews), str(load.new), str(load.waiting))
            )
        level = Level(found.minutes, f"{round(found.minutes)} min a day for cards")
        self._bars.set_bars(bars, level)
        table = PlotTable(("Day", "Minutes", "Reviews", "New cards", "Waiting"), tuple(rows))
        self.show_figures(work_wording.workload_sentence(found, before), table)

    @Slot()
    def _try(self) -> None:
        fields = self.trial.fields()
        if fields:
            self.tried.emit(fields)
        elif self._now is not None:
            self._draw(self._now, None)

    @Slot()
    def _keep(self) -> None:
        fields = self.trial.fields()
        if fields:
            self.chosen.emit(fields)


class WorkloadTrial(QWidget):
    """Other minutes and another date to try. It saves nothing itself."""

    changed = Signal()
    """Something else is to be tried, or the learner's own settings again."""
    kept = Signal()
    """What is tried is to be kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._settings = LearnerSettings()
        self._minutes = NumberBox(theme, 1, 240, " min")
        self._date = DateBox(theme, QDate.currentDate(), "d MMM yyyy")
        self._dated = CheckBox(theme, "Exam on")
        self._keep, self._back = QuietButton(theme, "Keep this"), LinkButton(theme, "As it was")
        self._minutes.setSingleStep(5)
        self._minutes.setAccessibleName("What if: minutes a day")
        self._date.setAccessibleName("What if: exam date")
        self._dated.setAccessibleName("What if: there is an exam date")
        label = plain_label(theme, "What if I studied", 12.5, "muted", wrap=False)
        column = Column(theme, self, margins=(0, 6, 0, 0), gap=6)
        flow = Flow(theme, gap=10)
        for part in (label, self._minutes, self._dated, self._date):
            flow.addWidget(part)
        column.addLayout(flow)
        self._verdict = QWidget()
        row = Row(theme, self._verdict, gap=10)
        row.addWidget(self._keep)
        row.addWidget(self._back)
        row.addStretch(1)
        column.addWidget(self._verdict)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.changed)
        self._minutes.valueChanged.connect(self._wait)
        self._date.dateChanged.connect(self._wait)
        self._dated.toggled.connect(self._wait)
        self._keep.clicked.connect(self.kept)
        self._back.clicked.connect(self._reset)

    def show_settings(self, settings: LearnerSettings, today: date) -> None:
        """Begin with the learner's own settings; an exam that has passed counts as none."""
        passed = settings.exam_date is not None and settings.exam_date < today
        self._settings = settings = replace(settings, exam_date=None) if passed else settings
        day = settings.exam_date or today + timedelta(days=30)
        for widget in (self._minutes, self._date, self._dated):
            widget.blockSignals(True)
        self._minutes.setValue(settings.minutes_a_day)
        self._date.setMinimumDate(QDate(today.year, today.month, today.day))
        self._date.setDate(QDate(day.year, day.month, day.day))
        self._dated.setChecked(settings.exam_date is not None)
        for widget in (self._minutes, self._date, self._dated):
            widget.blockSignals(False)
        self._offer()

    def fields(self) -> dict[str, Any]:
        """The fields of `LearnerSettings` that differ from the learner's own."""
        picked = self._date.date()
        day = date(picked.year(), picked.month(), picked.day()) if self._dated.isChecked() else None
        tried: dict[str, Any] = {"minutes_a_day": self._minutes.value(), "exam_date": day}
        return {name: value for name, value in tried.items() if value != getattr(self._settings, name)}

    @Slot()
    def _wait(self) -> None:
        self._offer()
        self._timer.start()

    @Slot()
    def _reset(self) -> None:
        picked = self._date.minimumDate()
        self.show_settings(self._settings, date(picked.year(), picked.month(), picked.day()))
        self._minutes.setFocus()
        self.changed.emit()

    def _offer(self) -> None:
        self._date.setEnabled(self._dated.isChecked())
        self._verdict.setVisible(bool(self.fields()))
