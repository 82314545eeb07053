"""Backups by hand and by themselves."""

from pathlib import Path

import pytest

from studyapp.study.backup_desk import EVERYTHING, BackupError
from studyapp.study.desks import Desks
from tests.tools.clock import Clock
from tests.tools.histories import card


def act(desks: Desks) -> None:
    desks.ledger.record("flag", card("a"), 1, {"on": True})


def test_a_backup_can_go_into_a_file_or_a_folder(desks: Desks, tmp_path: Path) -> None:
    act(desks)
    assert desks.backups.backup(tmp_path / "mine.backup").path == tmp_path / "mine.backup"
    inside = desks.backups.backup(tmp_path)
    assert inside.path.parent == tmp_path
    assert inside.path.name == desks.backups.suggested_name()
    assert desks.backups.look(inside.path).entries == 2


def test_a_backup_made_a_second_time_replaces_the_first(desks: Desks, tmp_path: Path) -> None:
    desks.backups.backup(tmp_path / "mine.backup")
    act(desks)
    desks.backups.backup(tmp_path / "mine.backup")
    assert desks.backups.look(tmp_path / "mine.backup").entries == 2


def test_restoring_brings_back_what_was_and_says_that_everything_changed(
    desks: Desks, tmp_path: Path
) -> None:
    desks.settings.change(minutes_a_day=45)
    desks.backups.backup(tmp_path / "mine.backup")
    desks.settings.change(minutes_a_day=5)
    assert desks.backups.restore(tmp_path / "mine.backup") == EVERYTHING
    assert desks.settings.settings.minutes_a_day == 45
    assert desks.reviews.view() is not None


def test_what_cannot_be_restored_changes_nothing(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "other.backup").write_text("something else")
    with pytest.raises(BackupError):
        desks.backups.restore(tmp_path / "other.backup")
    with pytest.raises(BackupError):
        desks.backups.look(tmp_path / "missing.backup")
    assert desks.settings.settings.greeted


def test_every_start_makes_a_backup_when_something_changed(desks: Desks, clock: Clock) -> None:
    assert desks.backups.automatic() is not None
    assert desks.backups.automatic() is None
    act(desks)
    clock.tick(minutes=1)
    made = desks.backups.automatic()
    assert made is not None
    assert desks.backups.made()[0] == made.path
    assert len(desks.backups.made()) == 2


def test_automatic_backups_are_thinned_out(desks: Desks, clock: Clock) -> None:
    for _ in range(60):
        clock.tick(hours=5)
        act(desks)
        desks.backups.automatic()
    assert len(desks.backups.made()) < 25


def test_what_a_killed_program_left_of_a_backup_is_cleared_away(desks: Desks) -> None:
    (desks.profile.places.backups / ".backup-abc").mkdir()
    desks.backups.automatic()
    assert [path.name[:8] for path in desks.profile.places.backups.iterdir()] == ["studyapp"]


def test_a_worker_thread_can_make_the_automatic_backup(desks: Desks) -> None:
    from threading import Thread

    worker = Thread(target=desks.backups.automatic)
    worker.start()
    worker.join()
    assert len(desks.backups.made()) == 1
