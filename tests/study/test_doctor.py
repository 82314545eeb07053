"""The doctor looks at everything and alters nothing."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.migrate import ladder
from studyapp.store.profile import open_profile, recover
from studyapp.store.trouble import ProfileError
from studyapp.study.desks import Desks
from studyapp.study.doctor import examine
from tests.tools.clock import Clock
from tests.tools.histories import card


def test_a_healthy_profile_is_found_sound(desks: Desks) -> None:
    desks.reviews.view()
    desks.backups.automatic()
    health = examine(desks.folder)
    assert health.sound
    assert (health.backups, health.faulty_backups) == (1, ())
    assert health.log is not None
    assert dict(health.versions)["SQLite"]
    assert dict(health.paths)["profile"] == desks.folder


def test_a_profile_that_does_not_exist_is_nothing_to_worry_about(tmp_path: Path) -> None:
    health = examine(tmp_path / "nowhere")
    assert health.sound
    assert health.log is None
    assert not (tmp_path / "nowhere").exists()


def test_a_damaged_log_is_reported(desks: Desks) -> None:
    desks.close()
    path = desks.profile.places.database
    path.write_bytes(path.read_bytes()[:6000] + b"noise" * 3000)
    health = examine(desks.folder)
    assert not health.sound
    assert health.log is not None
    assert health.log.pages != "ok"


def test_a_log_that_vanished_is_missed(desks: Desks) -> None:
    desks.close()
    desks.profile.places.database.unlink()
    health = examine(desks.folder)
    assert (health.sound, health.vanished, health.log) == (False, True, None)


def test_a_log_that_was_put_aside_is_told_until_that_is_decided(desks: Desks, clock: Clock) -> None:
    desks.close()
    desks.profile.places.database.write_bytes(b"noise" * 3000)
    with pytest.raises(ProfileError):
        open_profile(desks.folder, clock, random.Random(1))
    health = examine(desks.folder)
    assert not health.sound
    assert health.put_aside is not None
    assert health.put_aside.read_bytes() == b"noise" * 3000
    recover(desks.folder, None)
    assert examine(desks.folder).sound


def test_tables_that_do_not_follow_from_the_log_are_named(desks: Desks) -> None:
    desks.ledger.record("flag", card("a"), 1, {"on": True})
    desks.ledger._db.execute("DELETE FROM card_mark")
    log = examine(desks.folder).log
    assert log is not None
    assert log.stale == ("card_mark",)


def test_faulty_backups_and_caches_are_named(desks: Desks) -> None:
    made = desks.backups.automatic()
    assert made is not None
    made.path.write_bytes(b"spoiled")
    cache = desks.profile.places.cache / "old.sqlite"
    cache.write_bytes(b"SQLite format 3\0 but not really")
    health = examine(desks.folder)
    assert health.faulty_backups == (made.path,)
    assert [path for path, _ in health.faulty_caches] == [cache]


def test_whoever_writes_is_named(desks: Desks) -> None:
    import os

    assert examine(desks.folder).writer == os.getpid()
    desks.close()
    assert examine(desks.folder).writer is None


def test_a_log_of_an_older_program_is_sound_and_left_as_it_is(profile: Path, clock: Clock) -> None:
    open_profile(profile, clock, random.Random(1), steps=ladder()[:-1]).close()
    before = (profile / "progress.db").read_bytes()
    health = examine(profile)
    assert health.sound
    assert (profile / "progress.db").read_bytes() == before


def test_another_programs_database_is_no_log(profile: Path) -> None:
    profile.mkdir()
    with closing(sqlite3.connect(profile / "progress.db")) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")
    log = examine(profile).log
    assert log is not None
    assert log.pages == "not a progress database"


def test_looking_does_not_take_the_lock(desks: Desks) -> None:
    lock = desks.profile.places.lock
    before = lock.read_bytes()
    assert examine(desks.folder).writer == os.getpid()
    assert lock.read_bytes() == before
