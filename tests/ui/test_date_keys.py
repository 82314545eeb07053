"""A date is typed as people write it, pasted, or chosen from a calendar that a key opens."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import DateBox

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> DateBox:
    box = DateBox(theme, QDate(2026, 11, 24))
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    return box


def read(box: DateBox) -> str:
    box.interpretText()
    return box.date().toString("yyyy-MM-dd")


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("5.12.2026", "2026-12-05"),
        ("5/1/2027", "2027-01-05"),
        ("05 02 2027", "2027-02-05"),
        ("31.12.2026", "2026-12-31"),
        ("29-2-2028", "2028-02-29"),
        ("3112", "2026-12-31"),
        ("5 March 2027", "2027-03-05"),
        ("31.2.2027", "2027-02-28"),
    ],
)
def test_a_date_is_typed_over_what_stands_there(box: DateBox, typed: str, date: str) -> None:
    QTest.keyClick(box, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(box, typed)
    assert read(box) == date


def test_shift_for_a_stroke_passes_over_no_part(box: DateBox) -> None:
    QTest.keyClicks(box, "31")
    for rest in ("12", "2026"):
        QTest.keyPress(box, Qt.Key.Key_Shift)
        QTest.keyClick(box, Qt.Key.Key_Slash, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyRelease(box, Qt.Key.Key_Shift)
        QTest.keyClicks(box, rest)
    assert read(box) == "2026-12-31"


def test_home_and_end_lead_to_the_day_and_the_year(box: DateBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, "2028")
    QTest.keyClick(box, Qt.Key.Key_Home)
    QTest.keyClicks(box, "7")
    assert read(box) == "2028-11-07"


def test_what_would_be_too_early_is_taken_in_the_next_month_or_year(box: DateBox) -> None:
    box.setMinimumDate(QDate(2026, 11, 24))
    QTest.keyClicks(box, "5")
    assert read(box) == "2026-12-05"
    QTest.keyClicks(box, "3")
    assert read(box) == "2027-03-05"


def test_a_date_that_was_copied_is_pasted_and_other_words_are_not(box: DateBox) -> None:
    for words, date in (("2027-01-05", "2027-01-05"), ("6 July 2027", "2027-07-06"), ("soon", "2027-07-06")):
        QApplication.clipboard().setText(words)
        QTest.keyClick(box, Qt.Key.Key_V, CTRL)
        assert read(box) == date


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, ALT)]
)
def test_a_key_opens_the_calendar_and_another_chooses(
    box: DateBox, key: Qt.Key, held: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    QTest.keyClick(box, key, held)
    (calendar,) = [w for w in QApplication.allWidgets() if isinstance(w, QCalendarWidget) and w.isVisible()]
    QTest.keyClick(calendar.focusProxy() or calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar.focusProxy() or calendar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not calendar.isVisible())
    assert read(box) == "2026-11-25"
