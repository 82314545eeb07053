"""What a learner does on the Exam page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.exam.hand_in_dialog import HandInDialog
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.theme import Theme
from tests.tools.clock import Clock

MOCK, WORDS = "p/exam/mock", "p/exam/words"


def shown(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    """The page, active."""
    page = ExamPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.wake(ExamPage.cares_for)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def begin(page: ExamPage, qtbot: QtBot, profile: str = MOCK) -> None:
    """Begin a paper."""
    page.setup.chosen.emit(profile)
    press(page, "Start the clock" if profile != "p/exam/short" else "Start")


def press(parent: QWidget, text: str) -> None:
    """Press the first button in sight with this text."""
    buttons = [b for b in parent.findChildren(QPushButton) if b.isVisibleTo(parent) and b.text() == text]
    assert buttons, f"no button {text!r}"
    buttons[0].click()


def key(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys one after the other, wherever the keyboard is."""
    for one in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, one)


def wait(page: ExamPage, clock: Clock, seconds: int) -> None:
    """Look at the clock every second."""
    for _ in range(seconds):
        clock.tick(seconds=1)
        page.sitting._look()


def dialog_of(page: ExamPage) -> HandInDialog:
    """The question whether to hand in."""
    dialog = page.sitting._dialog
    assert dialog is not None
    return dialog
