"""Using a window with the keyboard alone: every key goes to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """What the keyboard is on, once the window in front has it."""
    QApplication.processEvents()
    for window in (QApplication.activeModalWidget(), *QApplication.topLevelWidgets()):
        if QApplication.focusWidget() is None and window is not None and window.isVisible():
            window.activateWindow()
            QApplication.processEvents()
    target = QApplication.focusWidget()
    assert target is not None
    return target


def key(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other."""
    for one in keys:
        QTest.keyClick(focused(), one, modifier)
        QApplication.processEvents()


def typed(text: str) -> None:
    """Type a text."""
    QTest.keyClicks(focused(), text)


def tab_to(name: str) -> None:
    """Go on with the tabulator until what has this accessible name is reached."""
    passed = []
    for _ in range(80):
        passed.append(focused().accessibleName())
        if passed[-1] == name:
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError(f"{name!r} is not among {passed}")
