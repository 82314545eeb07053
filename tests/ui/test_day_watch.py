"""A window that stays open over night shows the new day."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.day_watch import DayWatch
from studyapp.ui.main_window import MainWindow
from studyapp.ui.today.page import TodayPage
from tests.tools.clock import Clock

OVER_NIGHT = """
import sys
from datetime import timedelta
from studyapp import app
from studyapp.__main__ import main
from studyapp.ui.day_watch import DayWatch

now, watch_over, slept = app.now, app.Session._watch_over, [timedelta()]


def watch(self):
    watch_over(self)
    self._window.news.changed.connect(lambda change: print(change.name))
    slept[0] = timedelta(days=1)
    self._window.findChild(DayWatch).look()
    self._window.close()


app.now = lambda: now() + slept[0]
app.Session._watch_over = watch
raise SystemExit(main(["--profile", sys.argv[1]]))
"""


@pytest.fixture
def watch(window: MainWindow, desks: Desks) -> DayWatch:
    made = DayWatch(desks, window)
    made.changed.connect(window.news.changed)
    return made


def at_the_end(window: MainWindow) -> CardsPage:
    """Cards, once nothing is left of the day."""
    window.show_page("cards")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    while page._view is not None:
        page.turn()
        page.rate(Rating.EASY)
    return page


def test_today_tells_the_new_days_work(watch: DayWatch, window: MainWindow, clock: Clock) -> None:
    at_the_end(window)
    window.show_page("today")
    page = window.page("today")
    assert isinstance(page, TodayPage)
    before = page._glance
    clock.tick(days=1)
    watch.look()
    assert page._glance is not None
    assert before is not None
    assert (before.new, page._glance.new) == (0, 1)


def test_cards_that_were_done_ask_again(
    watch: DayWatch, window: MainWindow, clock: Clock, qapp: QApplication
) -> None:
    page = at_the_end(window)
    clock.tick(days=1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert page._view is not None


def test_a_card_in_sight_stays_as_it_lies(watch: DayWatch, window: MainWindow, clock: Clock) -> None:
    window.show_page("cards")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    page.turn()
    clock.tick(days=1)
    watch.look()
    assert page._turned


def test_within_a_day_nothing_is_told(watch: DayWatch, clock: Clock) -> None:
    told: list[object] = []
    watch.changed.connect(told.append)
    clock.tick(hours=3)
    watch.look()
    assert told == []


def test_midnight_is_told_although_the_study_day_goes_on(watch: DayWatch, clock: Clock) -> None:
    told: list[object] = []
    watch.changed.connect(told.append)
    clock.tick(hours=15, minutes=1)
    watch.look()
    assert told == [Change.DAY]


def test_the_program_tells_its_pages_of_the_new_day(started: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OVER_NIGHT, str(started)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split()[:1], done.stderr) == (0, ["DAY"], "")
