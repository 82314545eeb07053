"""Work on thousands of cards shows how far it is, lets the window answer in between, and is one step to undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.store.database import StorageError
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.long_work import PART, Work, at_once, parts, whole
from studyapp.ui.cards.stint import Stint
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.dialog import Dialog


@pytest.fixture
def parent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window over which every part of a work takes a turn of its own."""
    monkeypatch.setattr("studyapp.ui.cards.stint._TURN_MS", 0)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def quarters(seen: list[float]) -> Work:
    for quarter in (0.25, 0.5, 0.75, 1.0):
        seen.append(quarter)
        yield quarter
    return Change.REVIEWS


def test_the_window_answers_between_the_parts_and_sees_how_far_it_is(
    parent: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    seen: list[float] = []
    answers: set[tuple[float, int]] = set()
    ticking = QTimer(parent, interval=0)
    ticking.timeout.connect(
        lambda: answers.update((seen[-1], bar.value()) for bar in parent.findChildren(Bar))
    )
    stint = Stint(theme, parent, "Suspending 400 cards", quarters(seen))
    with qtbot.waitSignal(stint.finished) as over:
        ticking.start()
        stint.start()
    assert over.args == [Change.REVIEWS]
    assert {(0.5, 500), (0.75, 750)} <= answers
    qtbot.waitUntil(lambda: not [d for d in parent.findChildren(Dialog) if d.isVisible()])


def test_work_of_one_part_is_over_when_the_stint_has_begun(
    parent: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    done: list[Change] = []
    stint = Stint(theme, parent, "Taking it back", whole(lambda: Change.NOTES))
    stint.finished.connect(done.append)
    stint.start()
    assert done == [Change.NOTES]
    assert not parent.findChildren(Dialog)


def test_work_that_the_disk_ends_says_so_and_leaves_no_bar_behind(
    parent: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    def refused() -> Work:
        yield 0.5
        raise StorageError("the disk is full; free some space")

    stint = Stint(theme, parent, "Suspending 400 cards", refused())
    with qtbot.waitSignal(stint.failed) as failed:
        stint.start()
    assert str(failed.args[0]) == "the disk is full; free some space"
    assert not [d for d in parent.findChildren(Dialog) if d.isVisible()]


def test_what_was_done_in_parts_is_one_step_even_after_a_restart(desks: Desks) -> None:
    items = [row.item for row in desks.box.rows()] * (2 * PART // 5)
    assert len(list(parts(items))) > 1
    assert at_once(desks.box.resetting([])) is Change.NOTHING
    shares = list(_shares(desks.box._record("flag", items, on=True)))
    assert shares == [0.5, 1.0]
    assert all(row.flagged for row in desks.box.rows())
    shares = list(_shares(desks.reviews.undoing()))
    assert shares == [0.5, 1.0]
    assert not any(row.flagged for row in desks.box.rows())
    assert not desks.reviews.steps().can_undo
    desks.reviews.redo()
    assert all(row.flagged for row in desks.box.rows())


def _shares(work: Work) -> Iterator[float]:
    yield from work
