"""Several articles open beside one another, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, press, read_page, window
from tests.ui.exam_house import light_theme

OWNER, SPRINT, PLANNING = "p/article/the-product-owner", "p/article/the-sprint", "p/article/sprint-planning"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


def test_one_article_needs_no_tabs(page: ReadPage) -> None:
    assert not page.tabs.strip.isVisible()


def test_a_link_opened_aside_gets_a_tab_and_leaves_the_other_open(opened: MainWindow, page: ReadPage) -> None:
    page.lectern.view.linked_aside.emit("app:p/article/the-sprint#cancel")
    assert page.tabs.strip.titles() == ["The Product Owner", "The Sprint"]
    assert (page.article, page.lectern.heading()) == (SPRINT, "cancel")


def test_ctrl_and_enter_open_a_link_or_an_article_of_the_library_aside(
    opened: MainWindow, page: ReadPage
) -> None:
    page.lectern.view.setFocus()
    key(opened, Qt.Key.Key_Tab)
    key(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.strip.titles() == ["The Product Owner", "The Sprint"]
    page.library.list.show_open(PLANNING)  # type: ignore[arg-type]
    QTest.keyClick(page.library.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.strip.titles() == ["The Product Owner", "The Sprint", "Sprint Planning"]


def test_a_middle_click_in_the_library_opens_aside(page: ReadPage) -> None:
    rows = page.library.list
    rows.set_unfolded(frozenset({"p/events"}))
    index = next(
        rows.model().index(at, 0)
        for at in range(rows.model().rowCount())
        if rows.model().index(at, 0).data() == "The Sprint"
    )
    spot = rows.visualRect(index).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    assert page.tabs.strip.titles() == ["The Product Owner", "The Sprint"]


def test_keys_step_through_tabs_close_and_reopen_them(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    for article in (SPRINT, PLANNING):
        opened.go(f"{article_address(article)}?tab=new")
    press(qtbot, opened, "Next tab")
    assert page.article == OWNER
    press(qtbot, opened, "Previous tab")
    assert page.article == PLANNING
    press(qtbot, opened, "Close this tab")
    assert (page.article, len(page.tabs.strip.titles())) == (SPRINT, 2)
    press(qtbot, opened, "Reopen the closed tab")
    assert (page.article, len(page.tabs.strip.titles())) == (PLANNING, 3)


def test_back_leads_to_the_tab_that_was_left(opened: MainWindow, page: ReadPage) -> None:
    opened.go(f"{article_address(SPRINT)}?tab=new")
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (page.article, page.tabs.strip.currentIndex()) == (OWNER, 0)
    assert len(page.tabs.strip.titles()) == 2


def test_a_tab_is_closed_with_the_middle_button(opened: MainWindow, page: ReadPage) -> None:
    opened.go(f"{article_address(SPRINT)}?tab=new")
    strip = page.tabs.strip
    QTest.mouseClick(strip, Qt.MouseButton.MiddleButton, pos=strip.tabRect(1).center())
    assert page.article == OWNER
    assert not strip.isVisible()


def test_tabs_and_places_survive_a_restart(tmp_path: Path, theme: Theme) -> None:
    with window(tmp_path / "w", theme) as first:
        first.resize(900, 260)
        first.go(article_address(OWNER, "value"))
        share = read_page(first).lectern.share()
        first.go(f"{article_address(SPRINT)}?tab=new")
        kept = first.preferences()
    with window(tmp_path / "w", theme, kept.page, kept) as again:
        again.resize(900, 260)
        page = read_page(again)
        assert page.tabs.strip.titles() == ["The Product Owner", "The Sprint"]
        assert page.article == SPRINT
        page.tabs.strip.setCurrentIndex(0)
        assert page.article == OWNER
        assert page.lectern.share() == pytest.approx(share, abs=0.1)


def test_the_time_left_shrinks_towards_the_end(opened: MainWindow, page: ReadPage) -> None:
    opened.resize(900, 260)
    QApplication.processEvents()
    assert page.top.breadcrumb.note() == "1 min left"
    bar = page.lectern.view.verticalScrollBar()
    bar.setValue(2)
    assert page.top.breadcrumb.note() == "less than a minute left"
    bar.setValue(bar.maximum())
    assert page.top.breadcrumb.note() == "at the end"


def test_a_link_within_the_page_opens_no_tab(page: ReadPage) -> None:
    page.lectern.view.anchorClicked.emit(QUrl("app:#value"))
    page.lectern.view.linked_aside.emit("app:#value")
    assert page.tabs.strip.titles() == []
    assert page.lectern.heading() == "value"
