"""Days on which nothing is planned: days of the week, and single dates."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import DateBox
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.check_box import CheckBox
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.tips import tip

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DaysOff(QWidget):
    """Shows days off and gives what was chosen. It saves nothing itself."""

    def __init__(self, theme: Theme, weekdays: tuple[int, ...], dates: tuple[date, ...]) -> None:
        super().__init__()
        self._theme, self._chosen = theme, set(dates)
        column = Column(theme, self, gap=8)
        week = QWidget()
        flow = Flow(theme, week, gap=10)
        self._boxes = [CheckBox(theme, name[:2], colour="text") for name in _NAMES]
        for number, box in enumerate(self._boxes):
            box.setChecked(number in weekdays)
            box.setAccessibleName(f"{_NAMES[number]} is off")
            tip(box, _NAMES[number])
            box.toggled.connect(self._keep_one)
            flow.addWidget(box)
        column.addWidget(week)
        line = QWidget()
        adding = Flow(theme, line, gap=10)
        self._date = DateBox(theme, QDate.currentDate().addDays(1))
        self._date.setAccessibleName("A single day off")
        add = QuietButton(theme, "Add this day")
        add.clicked.connect(self._add)
        adding.addWidget(self._date)
        adding.addWidget(add)
        column.addWidget(line)
        self._list = QWidget()
        self._shown = Flow(theme, self._list, gap=8)
        column.addWidget(self._list)
        self._show_dates()

    def weekdays(self) -> tuple[int, ...]:
        """The days of the week that are off, 0 for Monday."""
        return tuple(number for number, box in enumerate(self._boxes) if box.isChecked())

    def dates(self) -> tuple[date, ...]:
        """The single days that are off."""
        return tuple(sorted(self._chosen))

    @Slot()
    def _add(self) -> None:
        picked = self._date.date()
        self._chosen.add(date(picked.year(), picked.month(), picked.day()))
        self._show_dates()

    @Slot()
    def _remove(self) -> None:
        self._chosen.discard(date.fromisoformat(str(self.sender().property("day"))))
        self._show_dates()

    @Slot()
    def _keep_one(self) -> None:
        """A week keeps at least one day to study on."""
        if all(box.isChecked() for box in self._boxes):
            box = self.sender()
            if isinstance(box, CheckBox):
                box.setChecked(False)

    def _show_dates(self) -> None:
        for button in self._list.findChildren(QuietButton):
            self._shown.removeWidget(button)
            button.hide()
            button.deleteLater()
        for day in self.dates():
            words = QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
            button = QuietButton(self._theme, f"{words}  ✕")
            button.setAccessibleName(f"Take {words} off the list")
            button.setProperty("day", day.isoformat())
            button.clicked.connect(self._remove)
            self._shown.addWidget(button)
        self._list.setVisible(bool(self._chosen))
