"""The window comes back as it was left, and every page keeps its place."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studyapp import bundle
from studyapp.preferences import Preferences, load_preferences, save_preferences
from studyapp.study.desks import Desks
from studyapp.ui.background import wait_for_all
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.pages import PAGES
from studyapp.ui.theme import Theme

Start = Callable[[], MainWindow]


@pytest.fixture
def start(open_small: Callable[[], Desks], profile: Path, qapp: QApplication) -> Iterator[Start]:
    """Starts the program anew on the same profile; the window before is closed as a learner closes it."""
    windows: list[MainWindow] = []

    def leave() -> None:
        if windows:
            save_preferences(profile, windows[-1].preferences())
            windows[-1].close()
            wait_for_all()
            windows[-1].deleteLater()
            QApplication.processEvents()

    def begin() -> MainWindow:
        leave()
        desks = open_small()
        desks.settings.change(greeted=True)
        kept = load_preferences(profile)
        theme = Theme(bundle.resources_dir(), kept.theme, kept.zoom)
        theme.apply()
        window = MainWindow(desks, theme, News(), kept)
        windows.append(window)
        window.begin(kept.page)
        window.show()
        QApplication.processEvents()
        return window

    yield begin
    leave()


def test_size_theme_zoom_and_page_come_back(start: Start) -> None:
    window = start()
    window.resize(760, 700)
    window.theme.set_mode("dark")
    window.theme.set_zoom(125)
    window.show_page("compare")
    again = start()
    assert (again.width(), again.height()) == (760, 700)
    assert (again.theme.mode, again.theme.zoom, again.current) == ("dark", 125, "compare")


def test_the_open_article_comes_back(start: Start) -> None:
    window = start()
    window.go("studyapp:events#planning")
    article = window.place().partition("?")[0]
    assert start().place().partition("?")[0] == article


def test_what_was_drilled_comes_back(start: Start) -> None:
    start().go("page:cards?scope=topic:events")
    again = start()
    assert again.page("cards").state() == {"scope": "topic", "value": "events"}


def test_a_page_not_visited_this_time_keeps_what_it_knew(start: Start) -> None:
    start().go("page:cards?scope=topic:events")
    start().show_page("today")
    start()
    assert start().page("cards").state()["value"] == "events"


def test_a_running_exam_waits(start: Start) -> None:
    window = start()
    profile = next(iter(window.desks.library.catalog.profiles()))
    window.desks.exams.begin(profile.id)
    again = start()
    assert again.desks.exams.running()
    again.show_page("exam")
    assert again.current == "exam"


def test_a_page_that_no_longer_exists_gives_way_to_today(start: Start, profile: Path) -> None:
    window = start()
    window.begin("flashcards")
    assert window.current == "today"


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_takes_up_nonsense_without_harm(name: str, start: Start, profile: Path) -> None:
    nonsense = {
        "scope": 7,
        "value": None,
        "article": "no/such/item",
        "cell": ["x"],
        "tables": "all",
        "attempt": "y",
    }
    save_preferences(profile, Preferences(pages={name: nonsense}))
    window = start()
    window.show_page(name)
    assert window.current == name


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize("kept", [[], "x", 3, None, {"scope": {}}])
def test_a_page_takes_up_another_kind_of_value_without_harm(
    name: str, kept: object, start: Start, profile: Path
) -> None:
    save_preferences(profile, Preferences(pages={name: kept}))
    start().show_page(name)
