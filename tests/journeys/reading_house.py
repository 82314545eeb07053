"""The real window over a small pack, for whole stories about reading, comparing and searching."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.preferences import Preferences
from studyapp.ui.background import wait_for_all
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@contextmanager
def window(
    folder: Path,
    theme: Theme,
    page: str = "read",
    preferences: Preferences | None = None,
    pack: Path | None = None,
) -> Iterator[MainWindow]:
    """The window on a page; closed and let go of at the end, its log kept in ``folder``."""
    if pack is None:
        pack = folder / "p"
        if not pack.exists():
            write_pack(pack)
    with house(folder / "profile", pack, Clock()) as desks:
        opened = MainWindow(desks, theme, News(), preferences or Preferences())
        opened.resize(1280, 800)
        opened.begin(page)
        opened.show()
        QApplication.processEvents()
        try:
            yield opened
        finally:
            opened.close()
            wait_for_all()
            QApplication.processEvents()
            opened.deleteLater()
            QApplication.sendPostedEvents(opened, QEvent.Type.DeferredDelete.value)


def read_page(opened: MainWindow) -> ReadPage:
    page = opened.page("read")
    assert isinstance(page, ReadPage)
    return page


def compare_page(opened: MainWindow) -> ComparePage:
    page = opened.page("compare")
    assert isinstance(page, ComparePage)
    return page


def marked(page: ReadPage) -> list[str]:
    """The sentences that are marked as the passage."""
    view = page.lectern.view
    return [view.document().toRawText()[start:stop] for start, stop in view.spans("passage")]


def press(qtbot: QtBot, opened: MainWindow, text: str) -> None:
    """Do the command of that name."""
    (action,) = [each for each in opened.commands() if each.text() == text]
    action.trigger()
    QApplication.processEvents()


def key(opened: MainWindow, one: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget() or opened
    modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(target, one, modifiers)
    QApplication.processEvents()
