"""A disk that is full is told in one word, and costs nothing that was acknowledged."""

import random
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from studyapp.store.database import StorageError
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from tests.tools.clock import Clock
from tests.tools.frail_log import leave_room
from tests.tools.histories import card, derived, live

LONG = {"text": "x" * 9000}


def until_refused(action: Callable[[], object]) -> int:
    """Do something again and again until the disk is full; how often it was done."""
    for done in count():
        try:
            action()
        except StorageError as error:
            assert "full" in str(error)  # noqa: PT017 - it has to be raised once, not at the first time
            return done
    raise AssertionError


@pytest.mark.parametrize("pages", range(0, 12, 3))
def test_an_entry_for_which_there_is_no_room_never_happened(log: Ledger, clock: Clock, pages: int) -> None:
    live(log, clock, random.Random(pages), 20)
    leave_room(log, pages)
    kept = 20 + until_refused(lambda: log.record("note", card("a"), 1, LONG))
    assert len(list(log.events(retracted=True))) == kept
    state = derived(log)
    leave_room(log, 1000)
    log.rebuild()
    assert derived(log) == state
    assert log.record("note", card("a"), 1, LONG).seq == kept + 1


def test_an_undo_for_which_there_is_no_room_never_happened(log: Ledger) -> None:
    answers = [log.record("review", card(str(n)), 1, {"rating": 3, "phase": "new"}) for n in range(300)]
    leave_room(log, 0)
    undone = until_refused(lambda: log.retract(answers.pop()))
    assert len(derived(log)["card_memory"]) == 300 - undone
    state = derived(log)
    with suppress(StorageError):
        log.rebuild()
    assert derived(log) == state


def test_what_was_kept_before_the_disk_was_full_is_there_at_the_next_start(
    opened: Callable[..., Profile], profile: Path
) -> None:
    with opened() as made:
        made.ledger.record("note", card("a"), 1, LONG)
        leave_room(made.ledger, 0)
        with pytest.raises(StorageError):
            made.ledger.record("note", card("b"), 1, LONG)
    assert [event.item for event in opened().ledger.events()] == [card("a")]
