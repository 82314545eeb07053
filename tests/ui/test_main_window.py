"""The window builds pages when they are visited, tells them only what concerns them, and finds its way back."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.preferences import Preferences
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.address import Route
from studyapp.ui.history import History
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.page import Page
from studyapp.ui.pages import PAGES
from studyapp.ui.rail import RailButton
from studyapp.ui.theme import Theme
from studyapp.ui.top_bar import TopBar
from studyapp.ui.widgets.buttons import Button


class Witness(Page):
    """A page that writes down what the window asks of it."""

    title = "Witness"
    cares_for: ClassVar[Change] = Change.REVIEWS

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    def wake(self, change: Change) -> None:
        self.heard.append(change)

    def open(self, route: Route) -> None:
        self.heard.append(route.options)

    def restore(self, state: dict[str, Any]) -> None:
        self.heard.append(state)

    def state(self) -> dict[str, Any]:
        return {"kept": len(self.heard)}


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Witness]:
    """Puts a witness in the place of a page that is not built yet."""

    def place(name: str) -> Witness:
        page = Witness()
        monkeypatch.setitem(PAGES, name, type(PAGES[name])(name.title(), lambda desks, theme: page))
        return page

    return place


def test_only_the_page_in_sight_is_built(window: MainWindow) -> None:
    assert list(window._pages) == ["today"]


def test_ctrl_and_a_number_show_the_six_pages(window: MainWindow) -> None:
    shown = []
    for number in range(1, 7):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        shown.append(window.current)
    assert shown == ["today", "read", "compare", "cards", "exam", "progress"]


def test_the_key_of_the_page_in_sight_brings_the_keyboard_into_it(window: MainWindow) -> None:
    window.show_page("exam")
    next(b for b in window.findChildren(RailButton) if b.name == "exam").setFocus()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.page("exam").isAncestorOf(window.focusWidget())


def test_the_rail_shows_where_we_are_and_leads_on(window: MainWindow) -> None:
    buttons = {b.name: b for b in window.findChildren(RailButton)}
    buttons["cards"].click()
    assert (window.current, buttons["cards"].isChecked(), buttons["today"].isChecked()) == (
        "cards",
        True,
        False,
    )


def test_a_page_out_of_sight_only_notes_that_it_is_stale(
    window: MainWindow, witness: Callable[[str], Witness]
) -> None:
    page = witness("progress")
    window.show_page("progress")
    window.show_page("today")
    window.news.changed.emit(Change.REVIEWS)
    assert page.heard == [Change.REVIEWS]
    window.show_page("progress")
    assert page.heard == [Change.REVIEWS, Change.REVIEWS]


def test_a_page_is_not_woken_by_what_it_does_not_care_for(
    window: MainWindow, witness: Callable[[str], Witness]
) -> None:
    page = witness("progress")
    window.show_page("progress")
    window.news.changed.emit(Change.CONTENT)
    assert page.heard == [Change.REVIEWS]


def test_a_page_is_not_woken_by_its_own_doing(window: MainWindow, witness: Callable[[str], Witness]) -> None:
    page = witness("progress")
    window.show_page("progress")
    page.changed.emit(Change.REVIEWS)
    window.news.changed.emit(Change.REVIEWS)
    assert page.heard == [Change.REVIEWS, Change.REVIEWS]


def test_a_page_is_woken_then_restored_then_led_on(
    desks: Desks, theme: Theme, witness: Callable[[str], Witness], qtbot: QtBot
) -> None:
    page = witness("cards")
    window = MainWindow(desks, theme, News(), Preferences(pages={"cards": {"scope": "new"}}))
    qtbot.addWidget(window)
    window.go("page:cards?scope=flagged")
    assert page.heard == [Change.REVIEWS, {"scope": "new"}, {"scope": "flagged"}]


@pytest.mark.parametrize(
    "address", ["page:nowhere", "https://example.org", "javascript:alert(1)", "", "cards"]
)
def test_an_address_that_leads_nowhere_changes_nothing(address: str, window: MainWindow) -> None:
    window.go(address)
    assert (window.current, window._history) == ("today", History())


def test_back_and_forward_walk_the_way_that_was_taken(window: MainWindow) -> None:
    for name in ("cards", "exam"):
        window.show_page(name)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    back = window.current
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (back, window.current) == ("today", "cards")


def test_the_arrows_are_there_once_there_is_a_way_to_go(window: MainWindow) -> None:
    assert not window._bar.back.isVisible()
    window.show_page("cards")
    assert (window._bar.back.isEnabled(), window._bar.forward.isEnabled()) == (True, False)


def test_a_page_may_change_its_title(window: MainWindow, witness: Callable[[str], Witness]) -> None:
    page = witness("exam")
    window.show_page("exam")
    page.titled.emit("Mock exam")
    assert window._bar.title.text() == "Mock exam"


def test_the_zoom_keys_make_everything_larger_and_smaller(window: MainWindow) -> None:
    rail = window._rail.width()
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert (window.theme.zoom, window._rail.width()) == (200, 2 * rail)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.theme.zoom == 90


def test_switching_the_theme_keeps_page_and_place(window: MainWindow) -> None:
    window.show_page("cards")
    QTest.keyClick(
        window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert (window.theme.dark, window.current) == (True, "cards")


def test_ctrl_k_opens_the_search_over_any_page(window: MainWindow) -> None:
    window.show_page("exam")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window._palette is not None
    assert window._palette.isVisible()


def test_all_commands_have_a_name_and_the_window_knows_them(window: MainWindow) -> None:
    names = [command.text() for command in window.commands()]
    assert all(names)
    assert {"Search", "Larger", "Start today’s session"} <= set(names)


def test_what_is_remembered_holds_page_theme_zoom_and_every_page(window: MainWindow) -> None:
    window.show_page("cards")
    window.theme.set_mode("dark")
    window.theme.set_zoom(125)
    kept = window.preferences()
    assert (kept.page, kept.theme, kept.zoom) == ("cards", "dark", 125)
    assert kept.pages["cards"] == {"scope": "due", "value": ""}
    assert kept.geometry


def test_every_page_fits_a_small_window_at_the_largest_zoom(window: MainWindow) -> None:
    window.theme.set_zoom(200)
    window.resize(960, 600)
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (960, 600), name


def test_history_forgets_what_lay_ahead_when_another_way_is_taken() -> None:
    history = History().left("a").left("b")
    _, history = history.back("c")
    assert history.left("b").ahead == ()


def test_history_keeps_no_place_twice_in_a_row() -> None:
    assert History().left("a").left("a").behind == ("a",)


def test_a_narrow_top_bar_cuts_nothing_and_leaves_the_title_to_the_rail(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(960, 600)
    window.show_page("read")
    theme.set_zoom(200)
    bar = window.findChild(TopBar)
    assert bar is not None
    buttons = [button for button in bar.findChildren(Button) if button.isVisible()]
    assert len(buttons) > 5
    qtbot.waitUntil(lambda: all(each.width() >= each.minimumSizeHint().width() for each in buttons))
    assert not bar.title.isVisible()
    theme.set_zoom(100)
    qtbot.waitUntil(bar.title.isVisible)


def test_what_a_page_adds_to_the_top_bar_leaves_with_it(window: MainWindow, theme: Theme) -> None:
    window.show_page("read")
    added = window.page("read").top_bar_widgets()
    window.show_page("today")
    theme.set_zoom(200)
    QApplication.processEvents()
    assert not any(widget.isVisible() for widget in added)


@pytest.mark.parametrize("name", list(PAGES))
def test_no_two_actions_answer_to_one_key(name: str, window: MainWindow) -> None:
    window.show_page(name)
    keys = [key.toString() for each in window.commands() for key in each.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_window_that_is_called_comes_up_before_all_others(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    window.showMinimized()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    window.come_to_front()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
