"""The Tab key reaches everything that can be used, in the order of the eye, and always leads on."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget

from studyapp.ui.address import page_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.pages import PAGES
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.chip import Chip
from tests.journeys.reading_house import compare_page, read_page
from tests.journeys.reading_house import window as opened_window
from tests.ui.exam_house import light_theme
from tests.ui.test_accessible_names import usable

_LINKS = 200
"""More than any article of the pack has: Tab goes through them before it leads on."""


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with opened_window(tmp_path, theme, "today") as made:
        made.activateWindow()
        assert QTest.qWaitForWindowActive(made)
        yield made


def walked(window: MainWindow) -> list[QWidget]:
    """Everything that Tab comes to, from where the keyboard is until it is there again."""
    passed: list[QWidget] = []
    stayed = 0
    while stayed < _LINKS:
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in passed[:-1]:
            return passed
        stayed = stayed + 1 if passed and focus is passed[-1] else 0
        if not stayed:
            passed.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead on from {passed[-1]}")


def missed(window: MainWindow) -> set[str]:
    """What can be used and Tab does not come to; of buttons that the arrow keys go through, one is enough."""
    reached = set(walked(window))
    together = {family for each in reached if (family := _family(each)) is not None}
    return {
        repr(each)
        for each in usable(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each not in reached
        and _family(each) not in together
    }


def _family(widget: QWidget) -> QObject | None:
    if not isinstance(widget, QAbstractButton):
        return None
    group = cast("QButtonGroup | None", widget.group())
    if group is not None and group.exclusive():
        return group
    return widget.parentWidget() if widget.autoExclusive() else None


@pytest.mark.parametrize("name", list(PAGES))
def test_tab_comes_to_everything_on_a_page(name: str, opened: MainWindow) -> None:
    opened.show_page(name)
    QApplication.processEvents()
    assert missed(opened) == set()


@pytest.mark.parametrize("show", ["notes", "bare"])
def test_tab_comes_to_everything_in_a_list_of_the_read_page(show: str, opened: MainWindow) -> None:
    opened.go(page_address("read", show=show))
    QApplication.processEvents()
    assert missed(opened) == set()


def test_tab_comes_to_the_tabs_above_an_article(opened: MainWindow) -> None:
    opened.show_page("read")
    page = read_page(opened)
    page.lectern.view.linked_aside.emit("app:p/article/the-sprint#cancel")
    QApplication.processEvents()
    assert page.tabs.strip in walked(opened)


def test_tab_follows_the_eye_from_the_top_bar_to_the_table(opened: MainWindow) -> None:
    opened.show_page("compare")
    page = compare_page(opened)
    first = page.controls.chips.findChildren(Chip)[0]
    opened._bar.back.setFocus()
    passed = walked(opened)
    order = [
        page.chooser,
        opened._bar.search,
        first,
        page.controls.view,
        page.controls.drill,
        page.stage.card.filter,
        page.stage.view,
    ]
    assert [each for each in passed if each in order] == order
