"""Boxes to tick, rings to choose and fields to write into are seen in both themes, at every zoom."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.main_window import MainWindow
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import Mode
from studyapp.ui.widgets.boxes import ChoiceBox, DateBox, NumberBox
from studyapp.ui.widgets.check_box import CheckBox, RadioButton
from studyapp.ui.widgets.text_area import TextArea
from tests.ui.test_theme import contrast


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_mark_that_is_not_set_stands_out(
    kind: type[CheckBox | RadioButton], mode: Mode, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_mode(mode)
    box = kind(theme, "")
    qtbot.addWidget(box)
    seen = picture(box)
    middle = seen.height() // 2
    row = {seen.pixelColor(x, middle).name() for x in range(seen.width())}
    assert max(contrast(each, theme.colour("background").name()) for each in row) >= 3


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_mark_that_is_set_differs_and_grows_with_the_zoom(
    kind: type[CheckBox | RadioButton], theme: Theme, qtbot: QtBot
) -> None:
    box = kind(theme, "Words")
    qtbot.addWidget(box)
    before = picture(box)
    box.setChecked(True)
    assert picture(box) != before
    size = box.sizeHint()
    theme.set_zoom(200)
    assert box.sizeHint().height() == 2 * size.height()


def test_the_preferences_draw_every_mark_in_the_themes_colours(window: MainWindow) -> None:
    shown = PreferencesDialog(window.theme, window.desks, window)
    marks = [*shown.findChildren(QCheckBox), *shown.findChildren(QRadioButton)]
    assert len(marks) > 10
    assert all(isinstance(each, CheckBox | RadioButton) for each in marks)


def test_a_calendar_writes_the_weekend_in_the_colour_of_text(theme: Theme, qtbot: QtBot) -> None:
    box = DateBox(theme, QDate(2026, 11, 24))
    qtbot.addWidget(box)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        written = box.calendarWidget().weekdayTextFormat(weekend).foreground()
        assert written.style() == Qt.BrushStyle.NoBrush


BOXES: dict[str, Callable[[Theme], QWidget]] = {
    "choice": ChoiceBox,
    "number": lambda theme: NumberBox(theme, 1, 9),
    "date": lambda theme: DateBox(theme, QDate(2026, 11, 24)),
}


@pytest.fixture(params=BOXES)
def box(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> QWidget:
    made = BOXES[request.param](theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_frame_of_a_box_stands_out(box: QWidget, mode: Mode, theme: Theme) -> None:
    theme.set_mode(mode)
    frame = picture(box).pixelColor(box.width() // 2, 0)
    assert contrast(frame.name(), theme.colour("surface").name()) >= 3


def test_a_box_shows_the_focus_and_grows_with_the_zoom(box: QWidget, theme: Theme, qtbot: QtBot) -> None:
    size = box.sizeHint()
    box.show()
    qtbot.waitUntil(box.hasFocus)
    assert picture(box).pixelColor(box.width() // 2, 1) == theme.colour("accent")
    theme.set_zoom(200)
    assert box.sizeHint().height() == 2 * size.height()
    assert box.sizeHint().width() > size.width()


def test_the_arrows_of_a_number_count(theme: Theme, qtbot: QtBot) -> None:
    box = NumberBox(theme, 1, 9)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    for high, value in ((0.25, 2), (0.25, 3), (0.75, 2)):
        QTest.mouseClick(
            box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 10, int(box.height() * high))
        )
        assert box.value() == value


def test_what_is_typed_into_a_choice_is_its_text(theme: Theme, qtbot: QtBot) -> None:
    box = ChoiceBox(theme, typed=True)
    qtbot.addWidget(box)
    box.addItems(["Coaching", "Reading"])
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "Own kind")
    assert box.currentText() == "Own kind"


def test_a_field_of_several_lines_shows_the_focus(theme: Theme, qtbot: QtBot) -> None:
    field = TextArea(theme)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitUntil(field.hasFocus)
    assert picture(field).pixelColor(field.width() // 2, 0) == theme.colour("accent")
    field.clearFocus()
    assert picture(field).pixelColor(field.width() // 2, 0) != theme.colour("accent")
