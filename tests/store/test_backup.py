"""Backups hold everything, are verified before they are trusted, and replace nothing without keeping it."""

import errno
import json
import random
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.store.backup import (
    Backup,
    BackupError,
    automatic_name,
    is_good,
    read_label,
    superfluous,
    unpack,
    write_backup,
)
from studyapp.store.database import said
from studyapp.store.profile import Profile
from tests.tools.clock import Clock
from tests.tools.histories import card, derived, live


@pytest.fixture
def lived(opened: Callable[..., Profile], clock: Clock) -> Profile:
    made = opened()
    live(made.ledger, clock, random.Random(8), 60)
    return made


def test_a_backup_holds_everything_and_says_what(lived: Profile, clock: Clock, tmp_path: Path) -> None:
    backup = write_backup(lived.places.database, tmp_path / "b.backup", clock())
    assert backup == read_label(tmp_path / "b.backup")
    assert backup.entries == 60
    assert backup.made_at == clock.moment.astimezone(UTC)
    assert is_good(backup.path)


def test_another_computer_goes_on_where_the_first_one_was(
    lived: Profile, opened: Callable[..., Profile], clock: Clock, tmp_path: Path
) -> None:
    write_backup(lived.places.database, tmp_path / "b.backup", clock())
    elsewhere = opened(tmp_path / "elsewhere", seed=4)
    elsewhere.restore(tmp_path / "b.backup")
    assert list(elsewhere.ledger.events(retracted=True)) == list(lived.ledger.events(retracted=True))
    assert derived(elsewhere.ledger) == derived(lived.ledger)
    assert elsewhere.ledger.device != lived.ledger.device


def test_restoring_keeps_what_it_replaces(lived: Profile, clock: Clock, tmp_path: Path) -> None:
    write_backup(lived.places.database, tmp_path / "b.backup", clock())
    lived.ledger.record("flag", card("later"), 1, {"on": True})
    lived.restore(tmp_path / "b.backup")
    assert len(list(lived.ledger.events(retracted=True))) == 60
    [replaced] = lived.places.replaced.iterdir()
    assert read_label(replaced).entries == 61


def test_after_restoring_numbers_are_not_given_out_a_second_time(
    lived: Profile, clock: Clock, tmp_path: Path
) -> None:
    write_backup(lived.places.database, tmp_path / "b.backup", clock())
    given = lived.ledger.record("flag", card("a"), 1, {"on": True})
    epoch = lived.ledger.epoch
    lived.restore(tmp_path / "b.backup")
    again = lived.ledger.record("flag", card("a"), 1, {"on": False})
    assert again.name != given.name
    assert lived.ledger.epoch > epoch


def test_a_profile_survives_a_restart_after_restoring(
    lived: Profile, opened: Callable[..., Profile], clock: Clock, tmp_path: Path
) -> None:
    write_backup(lived.places.database, tmp_path / "b.backup", clock())
    lived.restore(tmp_path / "b.backup")
    lived.ledger.record("flag", card("a"), 1, {"on": True})
    lived.close()
    assert len(list(opened().ledger.events(retracted=True))) == 61


def test_a_spoiled_backup_is_refused_and_changes_nothing(
    lived: Profile, clock: Clock, tmp_path: Path
) -> None:
    path = write_backup(lived.places.database, tmp_path / "b.backup", clock()).path
    whole, dice, kept = path.read_bytes(), random.Random(2), derived(lived.ledger)
    for _ in range(40):
        spoiled = bytearray(whole)
        spoiled[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        path.write_bytes(spoiled)
        target = tmp_path / "taken.db"
        try:
            unpack(path, target)
        except BackupError:
            assert not target.exists()
        else:
            target.unlink()  # what was hit means nothing, such as a time stamp
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupError):
        lived.restore(path)
    assert derived(lived.ledger) == kept


def test_a_backup_on_a_full_disk_is_tried_elsewhere(
    lived: Profile, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_backup(lived.places.database, tmp_path / "b.backup", clock()).path

    def full_beside_it(source: Path, target: Path, newest: int | None = None) -> Backup:
        if target.is_relative_to(tmp_path):
            raise OSError(errno.ENOSPC, "No space left on device")
        return unpack(source, target, newest)

    monkeypatch.setattr("studyapp.store.backup.unpack", full_beside_it)
    assert is_good(path)
    path.write_bytes(b"spoiled")
    assert not is_good(path)


def test_restoring_onto_a_full_disk_is_told_so_and_leaves_nothing_behind(
    lived: Profile, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_backup(lived.places.database, tmp_path / "b.backup", clock()).path
    before = {each.name for each in lived.places.folder.iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("studyapp.store.backup.write_backup", full)
    with pytest.raises(OSError, match="No space"):
        lived.restore(path)
    assert {each.name for each in lived.places.folder.iterdir()} == before
    assert len(list(lived.ledger.events(retracted=True))) == 60


@pytest.mark.parametrize(
    ("code", "words"),
    [(sqlite3.SQLITE_IOERR_SHMSIZE, "the disk is full"), (sqlite3.SQLITE_PROTOCOL, "cannot be locked")],
)
def test_what_sqlite_calls_otherwise_is_said_in_plain_words(code: int, words: str) -> None:
    fault = sqlite3.OperationalError("locking protocol")
    fault.sqlite_errorcode = code
    assert words in said(fault)


@pytest.mark.parametrize("content", [b"", b"no backup", None])
def test_what_is_no_backup_is_refused(lived: Profile, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "b.backup"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BackupError):
        lived.restore(path)


def test_an_archive_with_another_database_is_refused(lived: Profile, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.backup", "w") as archive:
        label = {
            "format": 1,
            "made_at": "2026-01-01T00:00:00+00:00",
            "version": 1,
            "entries": 1,
            "last_order": 1,
        }
        archive.writestr("backup.json", json.dumps({**label, "sha256": "0" * 64}))
        archive.writestr("progress.db", b"SQLite format 3\0 but not really")
    with pytest.raises(BackupError):
        lived.restore(tmp_path / "b.backup")


def test_a_backup_from_a_newer_program_is_refused(lived: Profile, clock: Clock, tmp_path: Path) -> None:
    path = write_backup(lived.places.database, tmp_path / "b.backup", clock()).path
    with zipfile.ZipFile(path) as archive:
        label, database = json.loads(archive.read("backup.json")), archive.read("progress.db")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("backup.json", json.dumps({**label, "version": 999}))
        archive.writestr("progress.db", database)
    with pytest.raises(BackupError, match="newer"):
        lived.restore(path)


def test_a_backup_that_cannot_be_finished_leaves_the_one_before(
    lived: Profile, clock: Clock, tmp_path: Path
) -> None:
    path = write_backup(lived.places.database, tmp_path / "b.backup", clock()).path
    whole = path.read_bytes()
    with pytest.raises(OSError, match="cannot be opened"):
        write_backup(tmp_path / "nowhere.db", path, clock())
    assert path.read_bytes() == whole
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_of_many_automatic_backups_the_last_ten_days_and_weeks_stay() -> None:
    end = datetime(2026, 11, 23, 20, tzinfo=UTC)
    starts = [end - timedelta(hours=6 * n) for n in range(4 * 365)]
    paths = [Path(automatic_name(at)) for at in starts]
    gone = set(superfluous(paths))
    kept = [path for path in paths if path not in gone]
    assert kept[:10] == paths[:10]
    assert len(kept) <= 10 + 14 + 26
    days = {path.name[9:19] for path in kept}
    assert {(end - timedelta(days=n)).date().isoformat() for n in range(14)} <= days
    assert superfluous(kept) == ()


def test_thinning_again_and_again_never_loses_a_week() -> None:
    kept: list[Path] = []
    for day in range(200):
        kept.insert(0, Path(automatic_name(datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=day))))
        gone = set(superfluous(kept))
        kept = [path for path in kept if path not in gone]
    ages = [199 - n for n in range(14)]
    assert len(kept) >= len(ages) + 20
