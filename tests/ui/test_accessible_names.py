"""Everything that can be used says its name to a screen reader, on every page and in every dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from studyapp.ui.main_window import MainWindow
from studyapp.ui.pages import PAGES
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.shortcuts import Shortcuts
from studyapp.ui.welcome.greeting import Greeting
from studyapp.ui.widgets.dialog import Dialog, ask, tell
from tests.ui.lookout import Lookout

INNER = {"qt_scrollarea_viewport", "qt_spinbox_lineedit", "qt_tableview_cornerbutton"}
"""Parts of Qt's own widgets, which speak for them."""


def usable(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.objectName() in INNER:
            continue
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton):
            yield widget


def nameless(root: QWidget) -> list[str]:
    return [repr(w) for w in usable(root) if not _told(w).text(QAccessible.Text.Name)]


def roleless(root: QWidget) -> list[str]:
    """What is no known kind of thing."""
    mute = (QAccessible.Role.Client, QAccessible.Role.NoRole)
    return [repr(w) for w in usable(root) if _told(w).role() in mute]


def _told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("name", list(PAGES))
def test_everything_on_a_page_has_a_name_and_a_role(name: str, window: MainWindow) -> None:
    window.show_page(name)
    QApplication.processEvents()
    assert nameless(window) == []
    assert roleless(window) == []


def test_a_turned_card_has_names_throughout(window: MainWindow) -> None:
    window.show_page("cards")
    next(action for action in window.commands() if action.text() == "Show answer").trigger()
    assert nameless(window) == []


Opened = Callable[[MainWindow], Dialog]


@pytest.mark.parametrize(
    "opened",
    [
        lambda w: Greeting(w.theme, w.desks, w),
        lambda w: PreferencesDialog(w.theme, w.desks, w),
        lambda w: Shortcuts(w.theme, w.commands(), w.own_keys(), w),
        lambda w: tell(w.theme, w, "Title", "Text", "details"),
        lambda w: ask(w.theme, w, "Title", "Text", "Restore"),
    ],
    ids=["greeting", "preferences", "shortcuts", "message", "question"],
)
def test_everything_in_a_dialog_has_a_name(opened: Opened, window: MainWindow) -> None:
    dialog = opened(window)
    dialog.present()
    QApplication.processEvents()
    assert nameless(dialog) == []
    dialog.close()


@pytest.mark.parametrize(
    ("page", "command"),
    [
        ("today", "Keyboard shortcuts"),
        ("today", "Preferences"),
        ("today", "Choose what to study"),
        ("cards", "Card info"),
        ("cards", "Choose what to drill"),
        ("cards", "All cards"),
        ("cards", "Add a card of your own"),
    ],
)
def test_what_a_command_opens_has_names_and_the_keyboard_and_leaves_by_escape(
    page: str, command: str, window: MainWindow
) -> None:
    window.show_page(page)
    next(action for action in window.commands() if action.text() == command).trigger()
    QApplication.processEvents()
    (opened,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]
    assert nameless(opened) == []
    focus = opened.focusWidget()
    assert focus is not None
    left: list[int] = []
    opened.finished.connect(left.append)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert len(left) == 1


def test_tab_reaches_everything_that_can_be_used(window: MainWindow) -> None:
    window.show_page("today")
    reached: list[QWidget] = []
    widget: QWidget | None = window
    while widget is not None and widget not in reached:
        reached.append(widget)
        widget = widget.nextInFocusChain()
    assert {w for w in usable(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus} <= set(reached)


def test_no_part_of_a_page_ever_flashes_up_as_a_window(window: MainWindow, qapp: QApplication) -> None:
    lookout = Lookout()
    qapp.installEventFilter(lookout)
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
    window.theme.set_zoom(200)
    QApplication.processEvents()
    qapp.removeEventFilter(lookout)
    assert lookout.seen == []
