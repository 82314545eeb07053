"""Typing a day as it is usually written: Qt's own box takes a month by its name alone and opens no calendar by key."""

from typing import Final

from PySide6.QtCore import QDate, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QStyle, QStyleOptionComboBox

TOLD: Final = "Type day, month and year, such as 5.12.2026, or paste a date; F4 opens the calendar."
"""What to say of such a box."""

_PASTED: Final = ("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy")
_BETWEEN: Final = frozenset(".,/- ")
_Key, _Section = Qt.Key, QDateEdit.Section
_OPENING: Final = (
    (_Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    (_Key.Key_Down, Qt.KeyboardModifier.AltModifier),
)
_HELD: Final = (_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta)
"""Keys that only come with others, such as Shift for a stroke on many keyboards."""
_MOST: Final = {_Section.DaySection: 31, _Section.MonthSection: 12}


class DateKeys:
    """What keys do in a box whose date is written day, month by its name, year. The year is typed as Qt has it."""

    def __init__(self, edit: QDateEdit) -> None:
        self._edit = edit
        self._digits = ""
        """What was typed of a day or a month to which another digit may come."""
        self._day = 0
        """The day that was typed: the 31st waits for a month, the 29th of February for a year, that has it."""
        self._moved_on = False
        """Whether the last digit led to the next part: what stands between the parts is then passed over."""

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key was one of ours; it has been followed then."""
        text, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _HELD:
            return False
        if (event.key(), held) in _OPENING:
            self._open_calendar()
        elif event.matches(QKeySequence.StandardKey.Paste):
            return self._paste(QGuiApplication.clipboard().text().strip())
        elif event.key() in (_Key.Key_Home, _Key.Key_End) and not held:
            self._go(0 if event.key() == _Key.Key_Home else self._edit.sectionCount() - 1)
        elif text in _BETWEEN:
            self._go_on()
        elif text.isdecimal():
            return self._type(text)
        else:
            self._digits, self._day, self._moved_on = "", 0, False
            return False
        return True

    def note_year(self) -> None:
        """A digit of the year was typed: it may have the day that the one before had not."""
        date = self._edit.date()
        self._set((date.year(), date.month()))

    def _type(self, digit: str) -> bool:
        line = self._edit.lineEdit()
        if line.selectedText() == line.text():
            self._go(0)
        section, part = self._edit.currentSection(), self._edit.currentSectionIndex()
        if section not in _MOST:
            return False
        both = self._digits + digit
        self._digits = both if int(both) <= _MOST[section] else digit
        self._try(section, int(self._digits))
        if len(self._digits) > 1 or int(digit) * 10 > _MOST[section]:
            self._go(part + 1)
            self._moved_on = True
        else:
            self._edit.setSelectedSection(section)
        return True

    def _try(self, section: QDateEdit.Section, number: int) -> None:
        """A day is taken in the month that stands there or the next, a month in that year or the next."""
        year, month = self._edit.date().year(), self._edit.date().month()
        if number and section is _Section.DaySection:
            self._day = number
            self._set((year, month), (year + month // 12, month % 12 + 1))
        elif number:
            self._set((year, number), (year + 1, number))

    def _set(self, *months: tuple[int, int]) -> None:
        """Go to the day in the first of these months that is not too early, or to that month's last day."""
        day, least = self._day or self._edit.date().day(), self._edit.minimumDate()
        firsts = [QDate(year, month, 1) for year, month in months]
        found = [first.addDays(min(day, first.daysInMonth()) - 1) for first in firsts]
        date = next((date for date in found if date >= least), found[-1])
        if date != self._edit.date():
            self._edit.setDate(date)

    def _go_on(self) -> None:
        """A dot, a stroke or a space leads to the next part, unless the digit before it did."""
        if not self._moved_on:
            self._go(min(self._edit.currentSectionIndex() + 1, self._edit.sectionCount() - 1))
        self._moved_on = False

    def _go(self, part: int) -> None:
        """Choose a part; Qt notices only a caret that moves, so it comes from the other end."""
        self._digits, self._moved_on = "", False
        line = self._edit.lineEdit()
        line.setCursorPosition(0 if part else len(line.text()))
        self._edit.setSelectedSection(self._edit.sectionAt(part))

    def _paste(self, text: str) -> bool:
        dates = (self._edit.locale().toDate(text, form) for form in _PASTED)
        date = next((date for date in dates if date.isValid()), None)
        if date is None:
            return False
        self._day = 0
        self._edit.setDate(date)
        return True

    def _open_calendar(self) -> None:
        """As a press on the arrow does; Qt offers no other way."""
        option = QStyleOptionComboBox()
        option.initFrom(self._edit)
        arrow = self._edit.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, self._edit
        )
        here = QPointF(arrow.center())
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        pressed = QMouseEvent(
            QEvent.Type.MouseButtonPress, here, self._edit.mapToGlobal(here), button, button, none
        )
        QApplication.sendEvent(self._edit, pressed)
        self._edit.calendarWidget().setFocus()
