"""With a full disk the window refuses plainly, keeps what the learner has before them, and goes on when there is room."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.ids import item_id
from studyapp.store.database import StorageError
from studyapp.study.desks import Desks
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from tests.tools.frail_log import leave_room


@pytest.fixture
def page(window: MainWindow) -> CardsPage:
    window.go("page:cards")
    found = window.page("cards")
    assert isinstance(found, CardsPage)
    return found


def fill_up(desks: Desks) -> None:
    """Leave no room in the log for anything at all."""
    leave_room(desks.ledger, 0)
    with suppress(StorageError):
        while True:
            desks.ledger.record("told", item_id("p", "x", "y"), 1, {"x": "x" * 90})


def told(qtbot: QtBot, key: Qt.Key, page: CardsPage) -> list[str]:
    """What the window would tell of after a key."""
    with qtbot.captureExceptions() as faults:
        QTest.keyClick(page, key)
    return [str(fault[1]) for fault in faults]


def test_a_rating_that_found_no_room_can_be_given_again(page: CardsPage, desks: Desks, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_Space)
    fill_up(desks)
    view, before = page._view, len(list(desks.ledger.events()))
    assert told(qtbot, Qt.Key.Key_3, page) == ["the disk is full; free some space"]
    assert (page._view, page._turned, len(list(desks.ledger.events()))) == (view, True, before)
    leave_room(desks.ledger, 1000)
    assert told(qtbot, Qt.Key.Key_3, page) == []
    assert len(list(desks.ledger.events())) == before + 1
