"""A file cannot be written, at any moment of a backup, a restoration or a change of an own card: all is as it was."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from studyapp.ids import PERSONAL, pack_of
from studyapp.learning.rating import Rating
from studyapp.store.backup import is_good
from studyapp.store.database import StorageError
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.study.review_desk import Scope
from tests.tools.clock import Clock
from tests.tools.failing_files import failing_files
from tests.tools.frail_log import Failing, leave_room
from tests.tools.histories import derived

CAUSES = errno.ENOSPC, errno.EIO
Flow = Callable[[Desks, Path], object]


def add(desks: Desks, _: Path) -> None:
    desks.own_cards.add(OwnCard(front="How long is a Sprint?", back="At most one month."))


def change(desks: Desks, _: Path) -> None:
    card = next(iter(desks.own_cards.cards().values()))
    desks.own_cards.change(replace(card, back=f"{card.back} Indeed."))


def remove(desks: Desks, _: Path) -> None:
    desks.own_cards.remove([i for i in desks.library.catalog.cards() if pack_of(i) == PERSONAL])


def undo(desks: Desks, _: Path) -> None:
    desks.reviews.undo()


def back_up(desks: Desks, folder: Path) -> None:
    desks.backups.backup(folder / "kept.backup")


def restore(desks: Desks, folder: Path) -> None:
    desks.backups.restore(folder / "kept.backup")


FLOWS = add, change, remove, undo, back_up, restore


def stood(desks: Desks) -> tuple[object, ...]:
    """Everything that a refused action must leave as it was."""
    file = desks.own_cards.file
    text = file.read_text("utf-8") if file.exists() else ""
    return [event.name for event in desks.ledger.events(retracted=True)], derived(desks.ledger), text


def step_through(flow: Flow, open_small: Callable[[], Desks], clock: Clock, folder: Path, stride: int) -> int:
    """The operations of a flow, each ``stride``-th of which has failed."""
    number = 0
    while True:
        desks = open_small()
        add(desks, folder)
        desks.reviews.begin(Scope(ahead=True))
        clock.tick(minutes=2)
        back_up(desks, folder)
        restored = stood(desks)
        if flow is restore:
            desks.reviews.rate(Rating.GOOD, timedelta(seconds=4))
        before, cause = stood(desks), CAUSES[number % 2]
        failing = Failing(number, partial(OSError, cause, os.strerror(cause)))
        try:
            with failing_files(failing):
                flow(desks, folder)
        except OSError:
            assert stood(desks) in (before, restored)
            assert flow is not back_up or is_good(folder / "kept.backup")
            flow(desks, folder)
        if failing.over:
            return failing.seen
        number += stride


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    flow: Flow, open_small: Callable[[], Desks], clock: Clock, tmp_path: Path
) -> None:
    assert step_through(flow, open_small, clock, tmp_path, stride=9 if flow in (back_up, restore) else 3) > 2


@pytest.mark.prove
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_no_file_that_cannot_be_written_alters_anything(
    flow: Flow, open_small: Callable[[], Desks], clock: Clock, tmp_path: Path
) -> None:
    assert step_through(flow, open_small, clock, tmp_path, stride=1) > 2


def test_a_log_without_room_leaves_the_file_of_own_cards_alone(desks: Desks, tmp_path: Path) -> None:
    add(desks, tmp_path)
    before, (card,) = stood(desks), desks.own_cards.cards().values()
    leave_room(desks.ledger, 0)
    with pytest.raises(StorageError):
        desks.own_cards.change(replace(card, back="x" * 90_000))
    leave_room(desks.ledger, 1000)
    assert stood(desks) == before
    assert desks.own_cards.cards()[card.name] == card
