"""The wheel scrolls a page; it never changes a choice that it passes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.main_window import MainWindow
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.progress.workload_plot import WorkloadTrial
from studyapp.ui.theme import Theme
from studyapp.ui.welcome.greeting import Greeting
from studyapp.ui.widgets.calm_wheel import calm
from studyapp.ui.widgets.dialog import Dialog

Box = QAbstractSpinBox | QComboBox


def turn(box: QWidget) -> None:
    """One step of the wheel over a box."""
    middle, step = QPointF(box.rect().center()), QPoint(0, -120)
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    at = box.mapToGlobal(middle)
    event = QWheelEvent(middle, at, QPoint(), step, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(box, event)


def boxes(root: QWidget) -> list[Box]:
    every: list[Box] = [*root.findChildren(QAbstractSpinBox), *root.findChildren(QComboBox)]
    return [box for box in every if box.isVisible()]


def values(root: QWidget) -> list[str]:
    return [box.currentText() if isinstance(box, QComboBox) else box.text() for box in boxes(root)]


@pytest.mark.parametrize("kind", [PreferencesDialog, Greeting])
def test_the_wheel_changes_no_preference(kind: type[Dialog], window: MainWindow) -> None:
    dialog = kind(window.theme, window.desks, window)  # type: ignore[arg-type]  # both are made alike
    dialog.present()
    QApplication.processEvents()
    before = values(dialog)
    for box in boxes(dialog):
        turn(box)
    assert (len(before) > 2, values(dialog)) == (True, before)
    dialog.close()


def test_the_wheel_tries_no_other_minutes(theme: Theme, qtbot: QtBot) -> None:
    tried = WorkloadTrial(theme)
    qtbot.addWidget(tried)
    tried.show()
    before = values(tried)
    for box in boxes(tried):
        turn(box)
    assert values(tried) == before


def test_a_number_counts_for_the_wheel_where_the_learner_is_and_leaves_it_to_the_page_elsewhere(
    qtbot: QtBot,
) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    calm(box)
    box.show()
    qtbot.waitUntil(box.hasFocus)
    box.setValue(9)
    turn(box)
    assert box.value() == 8
    box.clearFocus()
    turn(box)
    assert box.value() == 8
