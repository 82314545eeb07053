"""A day to type or to pick from a calendar."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit

from studyapp.ui.widgets.calm_wheel import calm


class DateBox(QDateEdit):
    """Qt's own, whose calendar writes each day in the colour of text: its red for weekends is hard to read."""

    def __init__(self, day: QDate, form: str = "d MMMM yyyy") -> None:
        super().__init__(day)
        self.setCalendarPopup(True)
        self.setDisplayFormat(form)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())
        calm(self)
