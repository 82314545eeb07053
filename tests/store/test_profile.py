"""Opening a profile: one writer, any number of readers, and what is done about damage."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.store.backup import BackupError
from studyapp.store.lock import ProfileInUseError, ProfileLock, holder
from studyapp.store.profile import Profile, open_profile, recover
from studyapp.store.trouble import ProfileError, Trouble, TroubleKind
from studyapp.study.backup_desk import BackupDesk
from tests.tools.clock import Clock
from tests.tools.histories import card

GOOD = {"rating": 3, "took_ms": 4000, "phase": "new"}


def trouble_at(profile: Path, clock: Clock, *, read_only: bool = False) -> Trouble:
    with pytest.raises(ProfileError) as caught:
        open_profile(profile, clock, random.Random(1), read_only=read_only)
    return caught.value.trouble


def with_answers(
    opened: Callable[..., Profile], clock: Clock, count: int = 3, *, backup: bool = False
) -> None:
    with opened() as made:
        for number in range(count):
            made.ledger.record("review", card(str(number)), 1, GOOD)
        if backup:
            BackupDesk(made, clock).automatic()


def spoil(path: Path, at: int = 5000, length: int = 9000) -> bytes:
    """Write noise into the middle of a file; what it is then."""
    content = bytearray(path.read_bytes())
    content[at : at + length] = random.Random(1).randbytes(len(content[at : at + length]))
    path.write_bytes(content)
    return bytes(content)


def test_a_lock_is_held_by_one_and_names_it(tmp_path: Path) -> None:
    with ProfileLock(tmp_path / "lock"):
        with pytest.raises(ProfileInUseError) as caught:
            ProfileLock(tmp_path / "lock")
        assert caught.value.pid == os.getpid() == holder(tmp_path / "lock")
    assert holder(tmp_path / "lock") is None
    ProfileLock(tmp_path / "lock").release()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_a_lock_does_not_outlive_a_killed_process(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib, time; from studyapp.store.lock import ProfileLock;"
        "ProfileLock(pathlib.Path(sys.argv[1])); held = ProfileLock(pathlib.Path(sys.argv[2]));"
        "print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "other"), str(tmp_path / "lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert holder(tmp_path / "lock") == process.pid
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    ProfileLock(tmp_path / "lock").release()


def test_a_second_writer_is_told_who_the_first_is(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    opened()
    trouble = trouble_at(profile, clock)
    assert (trouble.kind, trouble.pid) == (TroubleKind.IN_USE, os.getpid())


def test_a_profile_that_does_not_exist_reads_as_an_empty_one(
    opened: Callable[..., Profile], profile: Path
) -> None:
    assert list(opened(read_only=True).ledger.events()) == []
    assert not profile.exists()


def test_reading_alone_leaves_the_database_as_it_is(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock)
    before = (profile / "progress.db").read_bytes()
    with opened(read_only=True) as reading:
        assert len(list(reading.ledger.events())) == 3
    assert (profile / "progress.db").read_bytes() == before


def test_a_worker_reads_through_a_connection_of_its_own(opened: Callable[..., Profile]) -> None:
    made = opened()
    reader = made.reader()
    made.ledger.record("review", card("a"), 1, GOOD)
    assert len(list(reader.events())) == 1
    reader.close()


@pytest.mark.parametrize("at", [0, 16, 5000, 20_000])
def test_a_damaged_database_is_put_aside_untouched(
    opened: Callable[..., Profile], clock: Clock, profile: Path, at: int
) -> None:
    with_answers(opened, clock, 300)
    spoiled = spoil(profile / "progress.db", at)
    trouble = trouble_at(profile, clock)
    assert trouble.kind is TroubleKind.DAMAGED
    assert trouble.put_aside is not None
    assert trouble.put_aside.read_bytes() == spoiled
    assert not (profile / "progress.db").exists()


def test_damage_far_into_a_large_database_is_found_when_the_file_was_altered(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with opened() as made:
        text = "x" * 9000
        made.ledger.record_all([])
        for _ in range(600):
            made.ledger.record("note", card("a"), 1, {"text": text})
    assert (profile / "progress.db").stat().st_size > 4_000_000
    spoil(profile / "progress.db", 3_000_000)
    assert trouble_at(profile, clock).kind is TroubleKind.DAMAGED


@pytest.mark.parametrize("left", [b"", None])
def test_a_database_that_vanished_is_missed(
    opened: Callable[..., Profile], clock: Clock, profile: Path, left: bytes | None
) -> None:
    with_answers(opened, clock)
    (profile / "progress.db").unlink()
    if left is not None:
        (profile / "progress.db").write_bytes(left)
    trouble = trouble_at(profile, clock)
    assert trouble.kind is TroubleKind.DAMAGED
    assert (trouble.put_aside is None) == (left is None) == (not (profile / "damaged").exists())
    assert trouble_at(profile, clock, read_only=True) == trouble


def test_a_database_that_is_back_again_is_opened_and_not_replaced(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock, 3, backup=True)
    (profile / "progress.db").rename(profile / "away")
    trouble = trouble_at(profile, clock)
    assert trouble.backup is not None
    (profile / "away").rename(profile / "progress.db")
    before = (profile / "progress.db").read_bytes()
    recover(profile, trouble.backup)
    assert (profile / "progress.db").read_bytes() == before
    assert len(list(opened().ledger.events())) == 3
    assert not (profile / "damaged.json").exists()


def test_another_programs_database_is_not_taken_for_ours(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    import sqlite3

    opened().close()
    (profile / "progress.db").unlink()
    with sqlite3.connect(profile / "progress.db") as db:
        db.execute("CREATE TABLE bookmarks (url)")
    db.close()
    assert trouble_at(profile, clock).kind is TroubleKind.DAMAGED


def test_damage_is_told_until_it_is_decided_upon(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock)
    spoil(profile / "progress.db", 0)
    first = trouble_at(profile, clock)
    assert trouble_at(profile, clock) == first == trouble_at(profile, clock, read_only=True)
    recover(profile, None)
    assert list(opened().ledger.events()) == []
    assert first.put_aside is not None
    assert first.put_aside.exists()


def test_the_newest_good_backup_is_offered_and_brings_everything_back(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock, 3, backup=True)
    clock.tick(days=1)
    with_answers(opened, clock, 2, backup=True)
    spoil(max((profile / "backups").iterdir()), 200, 300)
    spoil(profile / "progress.db", 0)
    trouble = trouble_at(profile, clock)
    assert trouble.backup == min((profile / "backups").iterdir())
    recover(profile, trouble.backup)
    assert len(list(opened().ledger.events())) == 3


def test_a_faulty_backup_recovers_nothing(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock, backup=True)
    spoil(profile / "progress.db", 0)
    trouble = trouble_at(profile, clock)
    assert trouble.backup is not None
    spoil(trouble.backup, 100, 400)
    with pytest.raises(BackupError):
        recover(profile, trouble.backup)
    assert trouble_at(profile, clock).backup is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_said_to_be_unusable(clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    assert trouble_at(tmp_path / "closed" / "profile", clock).kind is TroubleKind.UNUSABLE


def test_a_file_where_the_folder_should_be_is_said_to_be_unusable(clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")
    assert trouble_at(tmp_path / "file", clock).kind is TroubleKind.UNUSABLE


def test_a_lock_file_left_behind_by_a_crash_is_no_hindrance(
    opened: Callable[..., Profile], profile: Path
) -> None:
    profile.mkdir()
    (profile / "progress.lock").write_text("4242\n")
    opened()


def test_a_damaged_device_file_costs_only_the_name(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock, 1)
    (profile / "device.json").write_text("{")
    made = opened(seed=11)
    assert made.ledger.record("review", card("a"), 1, GOOD).seq == 1
    assert len(list(made.ledger.events())) == 2


def test_after_damage_progress_that_a_backup_replaced_is_offered_when_it_is_the_newest(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    with_answers(opened, clock, backup=True)
    clock.tick(hours=1)
    with opened() as made:
        made.restore(next(made.places.backups.glob("*.backup")))
    (kept,) = made.places.replaced.glob("*.backup")
    spoil(made.places.database)
    assert trouble_at(profile, clock).backup == kept
    spoil(kept, 200)
    assert trouble_at(profile, clock).backup in set(made.places.backups.glob("*.backup"))


def test_a_backup_of_a_newer_program_is_not_offered(
    opened: Callable[..., Profile], clock: Clock, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_answers(opened, clock, backup=True)
    spoil(profile / "progress.db")
    monkeypatch.setattr("studyapp.store.recovery.ladder", lambda: ())
    assert trouble_at(profile, clock).backup is None


def test_a_profile_in_a_folder_that_cannot_be_written_is_still_read(
    opened: Callable[..., Profile], clock: Clock, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_answers(opened, clock)
    monkeypatch.setattr("studyapp.store.database.os.access", lambda *_: False)
    with opened(read_only=True) as made:
        assert len(list(made.ledger.events("review"))) == 3
    assert not (profile / "progress.db-shm").exists()
