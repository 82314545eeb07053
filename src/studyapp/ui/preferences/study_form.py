"""What is learned for: certification, exam date, minutes a day, and when a day ends."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QGridLayout, QWidget

from studyapp.catalog.exam_profile import Certification
from studyapp.study.settings_desk import LearnerSettings
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox, DateBox, NumberBox
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from studyapp.ui.preferences.days_off import DaysOff


class StudyForm(QWidget):
    """Shows settings and gives what was chosen. It saves nothing itself."""

    def __init__(
        self, theme: Theme, certifications: Sequence[Certification], settings: LearnerSettings
    ) -> None:
        super().__init__()
        self._theme, self._given = theme, settings
        self._days_off: DaysOff | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(18))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self._certification = self._certifications(certifications, settings)
        self._dated = CheckBox(theme, "I have a date", 14, "text")
        self._dated.setChecked(settings.exam_date is not None)
        self._date = DateBox(theme, _qt_date(settings.exam_date))
        self._date.setEnabled(settings.exam_date is not None)
        self._dated.toggled.connect(self._date.setEnabled)
        self._minutes = NumberBox(theme, 5, 240, " minutes")
        self._minutes.setValue(settings.minutes_a_day)
        self._minutes.setSingleStep(5)
        self._rollover = NumberBox(theme, 0, 12, " o’clock")
        self._rollover.setValue(settings.rollover_hour)
        self._buttons = ChoiceBox(theme)
        self._buttons.addItem("Four buttons: again, hard, good, easy", False)
        self._buttons.addItem("Two buttons: forgot, knew", True)
        self._buttons.setCurrentIndex(int(settings.two_buttons))
        self._new = ChoiceBox(theme)
        self._new.addItem("In the order of the content", False)
        self._new.addItem("From my weakest area first", True)
        self._new.setCurrentIndex(int(settings.weakest_first))
        self._row("Certification", self._certification)
        self._row("Exam date", self._dated)
        self._row("", self._date, "Exam date")
        self._row("Time a day", self._minutes)

    def in_full(self) -> "StudyForm":
        """Ask for days off, and for the hour at which a day ends, and how cards are rated, as well."""
        from studyapp.ui.preferences.days_off import DaysOff

        self._days_off = DaysOff(self._theme, self._given.weekdays_off, self._given.dates_off)
        self._row("Days off", self._days_off)
        self._row("A day ends at", self._rollover)
        self._row("Rate cards with", self._buttons)
        self._row("New cards come", self._new)
        return self

    def chosen(self) -> dict[str, Any]:
        """The fields of LearnerSettings as they stand."""
        day: date | None = None
        if self._dated.isChecked():
            picked = self._date.date()
            day = date(picked.year(), picked.month(), picked.day())
        off = self._days_off
        free = {"weekdays_off": off.weekdays(), "dates_off": off.dates()} if off else {}
        return free | {
            "certification": self._certification.currentData() or "",
            "exam_date": day,
            "minutes_a_day": self._minutes.value(),
            "rollover_hour": self._rollover.value(),
            "two_buttons": bool(self._buttons.currentData()),
            "weakest_first": bool(self._new.currentData()),
        }

    def _certifications(
        self, certifications: Sequence[Certification], settings: LearnerSettings
    ) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        for certification in certifications:
            box.addItem(certification.title, certification.name)
        box.addItem("None yet, I want to learn the role", "")
        box.setCurrentIndex(max(0, box.findData(settings.certification)))
        return box

    def _row(self, label: str, widget: QWidget, name: str = "") -> None:
        row = self._grid.rowCount()
        if label:
            shown = plain_label(self._theme, label, 14, "muted")
            shown.setBuddy(widget)
            self._grid.addWidget(shown, row, 0)
        widget.setAccessibleName(name or label)
        self._grid.addWidget(widget, row, 1)


def _qt_date(day: date | None) -> QDate:
    return QDate(day.year, day.month, day.day) if day else QDate.currentDate().addDays(30)
