from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.store.database import open_writer
from studyapp.store.fold_reading import BOOKMARK, READING, ReadingFold
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder
from studyapp.store.readings import bookmarks, read_articles, reading_state, reading_states

ONE, TWO = ItemId("p/article/one"), ItemId("p/article/two")


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    db = open_writer(tmp_path / "progress.db")
    climb(db, ladder())
    yield Ledger(db, "device", Clock(), folds=(ReadingFold(),))
    db.close()


def left(ledger: Ledger, item: ItemId, position: float, **more: object) -> None:
    ledger.record(READING, item, 1, {"heading": "h", "position": position, "took_ms": 1500, **more})


def test_an_article_is_where_it_was_left_last_and_its_time_adds_up(ledger: Ledger) -> None:
    left(ledger, ONE, 0.2)
    left(ledger, ONE, 0.7)
    state = reading_state(ledger, ONE)
    assert state is not None
    assert (state.position, state.heading, state.took) == (0.7, "h", timedelta(seconds=3))


def test_it_stays_read_until_it_is_said_to_be_unread(ledger: Ledger) -> None:
    left(ledger, ONE, 1, read=True)
    left(ledger, ONE, 0)
    assert read_articles(ledger) == {ONE}
    left(ledger, ONE, 0, read=False)
    assert read_articles(ledger) == frozenset()


def test_the_article_left_last_stands_first(ledger: Ledger) -> None:
    left(ledger, ONE, 0)
    left(ledger, TWO, 0)
    assert list(reading_states(ledger)) == [TWO, ONE]


def test_bookmarks_come_newest_first_and_go(ledger: Ledger) -> None:
    for item in (ONE, TWO, ONE):
        ledger.record(BOOKMARK, item, 1, {"on": True})
    assert bookmarks(ledger) == (TWO, ONE)
    ledger.record(BOOKMARK, TWO, 1, {"on": False})
    assert bookmarks(ledger) == (ONE,)


def test_taking_an_entry_back_puts_the_article_where_it_was_before(ledger: Ledger) -> None:
    left(ledger, ONE, 0.2)
    event = ledger.record(READING, ONE, 1, {"heading": "", "position": 0.9, "took_ms": 0, "read": True})
    ledger.retract(event)
    state = reading_state(ledger, ONE)
    assert state is not None
    assert (state.position, state.read) == (0.2, False)


def test_a_position_out_of_range_is_pulled_into_it(ledger: Ledger) -> None:
    left(ledger, ONE, 7)
    state = reading_state(ledger, ONE)
    assert state is not None
    assert state.position == 1.0


def test_an_older_entry_tells_by_its_position_how_much_was_read(ledger: Ledger) -> None:
    left(ledger, ONE, 0.7)
    left(ledger, TWO, 0.7, reached=1.0)
    assert [reading_states(ledger)[item].reached for item in (ONE, TWO)] == [0.7, 1.0]


def test_the_step_that_adds_what_was_read_fills_it_as_a_rebuild_would(tmp_path: Path) -> None:
    with closing(open_writer(tmp_path / "old.db")) as db:
        climb(db, ladder()[:9])
        db.execute("INSERT INTO reading VALUES ('p/article/one', '', 0.7, 0, 0, 0)")
        climb(db, ladder())
        assert db.execute("SELECT reached FROM reading").fetchone() == (0.7,)
