"""Time counts as answering only while what is asked is in sight and nothing lies over it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.widgets.stopwatch import Stopwatch
from tests.tools.hand import Hand


def test_it_stands_still_while_out_of_sight_and_begins_anew_at_zero(qtbot: QtBot) -> None:
    widget, hand = QWidget(), Hand()
    qtbot.addWidget(widget)
    watch = Stopwatch(widget, hand)
    watch.start()
    hand.move(5)
    assert watch.milliseconds == 0
    widget.show()
    hand.move(2)
    widget.hide()
    hand.move(60)
    widget.show()
    hand.move(1)
    assert watch.milliseconds == 3000
    watch.start()
    assert watch.milliseconds == 0


def test_it_stands_still_under_dialogs_however_many_and_what_began_there_too(qtbot: QtBot) -> None:
    window, hand = QWidget(), Hand()
    qtbot.addWidget(window)
    inside = QWidget(window)
    window.show()
    watch = Stopwatch(inside, hand)
    watch.start()
    hand.move(4)
    below, above = QDialog(window), QDialog(window)
    for dialog in (below, above):
        dialog.setModal(True)
        dialog.open()
        assert QTest.qWaitForWindowExposed(dialog)
    hand.move(25)
    above.close()
    QApplication.processEvents()
    hand.move(25)
    assert watch.milliseconds == 4000
    watch.start()
    hand.move(9)
    assert watch.milliseconds == 0
    below.close()
    QApplication.processEvents()
    hand.move(2)
    assert watch.milliseconds == 2000


def test_a_dialog_that_was_there_first_counts_as_one_that_came_later(qtbot: QtBot) -> None:
    window, hand = QWidget(), Hand()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    dialog.setModal(True)
    window.show()
    dialog.open()
    watch = Stopwatch(window, hand)
    watch.start()
    hand.move(25)
    assert watch.milliseconds == 0
    dialog.close()
    QApplication.processEvents()
    hand.move(1)
    assert watch.milliseconds == 1000
