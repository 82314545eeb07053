"""With very many cards Today is worked out away from the window, and comes to the same."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.theme import Theme
from studyapp.ui.today.page import TodayPage
from studyapp.ui.today.wording import WAITING, day_of


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> TodayPage:
    """Today over a box that counts as large, not looked at yet."""
    monkeypatch.setattr("studyapp.study.day_inquiry.AT_ONCE", 0)
    made = TodayPage(desks, theme)
    qtbot.addWidget(made)
    return made


def title(page: TodayPage) -> str:
    return page._hero.findChildren(QLabel)[1].text()


def test_a_large_day_is_worked_out_elsewhere_and_comes_to_the_same(
    page: TodayPage, desks: Desks, qtbot: QtBot
) -> None:
    page.wake(TodayPage.cares_for)
    assert title(page) == WAITING.title
    qtbot.waitUntil(lambda: page._work is None)
    assert page._glance == desks.glance()
    assert title(page) == day_of(desks.glance()).title


def test_what_happens_meanwhile_is_looked_at_again(page: TodayPage, desks: Desks, qtbot: QtBot) -> None:
    page.wake(TodayPage.cares_for)
    desks.reviews.begin()
    desks.reviews.rate(Rating.EASY, timedelta(seconds=4))
    page.wake(Change.REVIEWS)
    qtbot.waitUntil(lambda: page._work is None and not page._again)
    assert page._glance == desks.glance()
