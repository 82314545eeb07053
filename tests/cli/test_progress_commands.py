"""The commands that look at progress or put it right: stats, log, rebuild, doctor, backup, restore."""

import json
import os
import random
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.store.health import Depth
from studyapp.store.profile import open_profile
from studyapp.study.backup_desk import BackupDesk
from tests.cli.running import Run, process, runner
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def run(
    profile: Path, small_pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)
    return runner(profile, small_pack, monkeypatch, capsys)


@pytest.fixture
def drilled(run: Run) -> Run:
    run("drill", typed="\n4\n\n1\n\nu\n\n3\n\n4\nq\n")
    return run


def test_stats_tell_where_the_learner_stands(drilled: Run) -> None:
    told = drilled("stats", "--json").json
    assert told["today"] == {
        "days_left": None,
        "due": 0,
        "new": 1,
        "learning": 1,
        "questions": 4,
        "minutes": 7,
        "later": 0,
        "read": 3,
        "attempt_open": False,
        "next_step": "drill-due",
    }
    assert (told["cards_total"], told["cards_seen"], told["answers"], told["days_in_a_row"]) == (5, 3, 3, 1)
    assert told["areas"][0]["seen"] == 3
    assert "3 of 5 seen" in drilled("stats").out


def test_stats_of_a_new_learner_make_no_profile(run: Run, profile: Path) -> None:
    assert run("stats").code == 0
    assert not (profile / "progress.db").exists()


def test_the_log_is_one_json_object_a_line_and_tells_what_was_taken_back(drilled: Run) -> None:
    entries = [json.loads(line) for line in drilled("log", "--json").lines]
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry["kind"] for entry in entries].count("retract") == 1
    assert [entry["retracted"] for entry in entries].count(True) == 1
    assert set(entries[0]) >= {
        "device",
        "order",
        "at",
        "offset_minutes",
        "rollover_hour",
        "item",
        "revision",
        "payload",
    }
    assert len(drilled("log").lines) == len(entries)


def test_reading_works_while_the_window_is_open(drilled: Run, profile: Path) -> None:
    with open_profile(profile, Clock(), random.Random(1)):
        for command in ("stats", "log", "doctor"):
            assert drilled(command).code == 0
        assert drilled("backup", str(profile / "while.backup")).code == 0
        assert drilled("rebuild").code == 2


def test_a_rebuild_comes_to_the_same(drilled: Run) -> None:
    before = drilled("stats", "--json").json
    assert drilled("rebuild").out == "Worked out anew from 5 entries.\n"
    assert drilled("stats", "--json").json == before


def test_the_doctor_finds_nothing_wrong_and_says_what_is(drilled: Run, profile: Path) -> None:
    assert drilled("doctor").lines[-1] == "All is sound."
    with closing(sqlite3.connect(profile / "progress.db")) as db, db:
        db.execute("UPDATE card_memory SET reviews = 77")
    outcome = drilled("doctor")
    assert outcome.code == 1
    assert "card_memory do not follow from the log; `studyapp rebuild` mends that." in outcome.lines
    assert not drilled("doctor", "--json").json["sound"]
    drilled("rebuild")
    assert drilled("doctor").code == 0


def test_the_doctor_leaves_no_trace(drilled: Run, profile: Path, tmp_path: Path) -> None:
    with open_profile(profile, Clock(), random.Random(1)) as opened:
        BackupDesk(opened, Clock()).automatic()

    def everything() -> dict[str, tuple[int, int]]:
        found = {path: path.stat() for path in (profile, *profile.rglob("*"))}
        return {str(path): (seen.st_mtime_ns, seen.st_size) for path, seen in found.items()}

    before = everything()
    assert drilled("doctor").code == 0
    assert everything() == before
    (profile / "progress.db").write_bytes(b"no database" * 999)
    drilled("stats")
    before = everything()
    assert drilled("doctor").code == 1
    assert everything() == before


def test_the_doctor_sees_what_a_killed_program_left_in_the_write_ahead_log(
    drilled: Run, profile: Path, tmp_path: Path
) -> None:
    with open_profile(profile, Clock(), random.Random(1)) as opened:
        opened.ledger.record("flag", ItemId("small/card/goal"), 1, {"on": True})
        kept = {path.name: path.read_bytes() for path in profile.glob("progress.db*")}
    assert kept["progress.db-wal"]
    (profile / "progress.closed").unlink()
    for name in ("progress.db", "progress.db-wal"):
        (profile / name).write_bytes(kept[name])
    entries = drilled("doctor", "--json").json["log"]["entries"]
    assert {path.name for path in profile.glob("progress.db-*")} == {"progress.db-wal"}
    assert len(drilled("log", "--json").lines) == entries


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no sockets among files")
def test_the_doctor_names_the_file_that_it_cannot_read(drilled: Run, profile: Path) -> None:
    (profile / "progress.db").unlink()
    os.mknod(profile / "progress.db", stat.S_IFSOCK | 0o600)
    outcome = drilled("doctor")
    assert outcome.code == 2
    assert str(profile / "progress.db") in outcome.err


def test_the_doctor_tells_whether_the_search_index_matches_the_content(
    run: Run, profile: Path, small_pack: Path
) -> None:
    profile.mkdir()
    assert "There is no search index yet; the first search makes it." in run("doctor").lines
    (profile / "cache").mkdir()
    run("search", "sprint")
    assert run("doctor").lines[-2].startswith("The search index is sound and matches the content: ")
    next(small_pack.glob("articles/*/*.md")).write_text("Another text.", encoding="utf-8")
    told = run("doctor")
    assert (told.code, told.lines[-1]) == (0, "All is sound.")
    assert "is behind the content: 1 of" in told.lines[-2]
    run("search", "scrum")
    assert "matches the content" in run("doctor").lines[-2]


def test_the_doctor_finds_a_damaged_search_index_and_alters_nothing(run: Run, profile: Path) -> None:
    (profile / "cache").mkdir(parents=True)
    run("search", "sprint")
    part = next((profile / "cache" / "search").glob("*.store"))
    part.write_bytes(bytes(part.stat().st_size))
    before = {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    told = run("doctor")
    assert (told.code, "is damaged or was never finished; the next search mends that" in told.out) == (
        1,
        True,
    )
    assert run("doctor", "--json").json["search_index"]["state"] == "damaged"
    assert {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()} == before
    run("search", "scrum")
    assert run("doctor").code == 0


def test_an_index_that_the_open_window_may_be_making_is_no_fault(run: Run, profile: Path) -> None:
    (profile / "cache").mkdir(parents=True)
    run("search", "sprint")
    (profile / "cache" / "search" / "manifest.json").unlink()
    with open_profile(profile, Clock(), random.Random(1)):
        told = run("doctor")
    assert (told.code, "may be making it just now" in told.out) == (0, True)


def test_progress_moves_to_another_computer(
    drilled: Run, profile: Path, small_pack: Path, tmp_path: Path
) -> None:
    assert drilled("backup", str(tmp_path / "mine.backup")).out.startswith("5 entries are in ")
    elsewhere = tmp_path / "elsewhere"
    assert process(elsewhere, small_pack, "restore", str(tmp_path / "mine.backup")).code == 0
    told = process(elsewhere, small_pack, "log", "--json")
    assert told.out == drilled("log", "--json").out


def test_a_backup_of_nothing_is_refused(run: Run, tmp_path: Path) -> None:
    outcome = run("backup", str(tmp_path / "b"))
    assert (outcome.code, outcome.err) == (2, "studyapp: there is no progress to back up yet\n")


def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(drilled: Run, tmp_path: Path) -> None:
    before = drilled("log", "--json").out
    (tmp_path / "letter.txt").write_text("Dear all")
    outcome = drilled("restore", str(tmp_path / "letter.txt"))
    assert outcome.code == 2
    assert outcome.err.endswith("letter.txt is no backup; nothing was changed\n")
    assert drilled("restore", "--anew").code == 2
    assert drilled("log", "--json").out == before


def test_damage_is_told_with_the_way_back(drilled: Run, profile: Path) -> None:
    later = Clock(datetime.now(UTC) + timedelta(hours=1))  # than the copy that the drill kept
    with open_profile(profile, later, random.Random(1)) as opened:
        made = BackupDesk(opened, later).automatic()
    assert made is not None
    before = drilled("log", "--json").out
    (profile / "progress.db").write_bytes(b"not a database any more" * 500)
    for command in ("stats", "drill", "log"):
        outcome = drilled(command)
        assert outcome.code == 2
        assert f'`studyapp restore "{made.path}"`' in outcome.err
        assert outcome.err.count("\n") == 1
    assert drilled("restore", str(made.path)).code == 0
    assert drilled("log", "--json").out == before
    assert list((profile / "damaged").iterdir())


@pytest.mark.parametrize("command", ["stats", "log", "drill"])
def test_progress_that_vanished_is_missed_by_whoever_only_reads_too(
    drilled: Run, profile: Path, command: str
) -> None:
    (profile / "progress.db").unlink()
    doctor = drilled("doctor")
    assert (doctor.code, "The log has vanished." in doctor.out) == (1, True)
    assert drilled("doctor", "--json").json["vanished"]
    for _ in range(2):
        told = drilled(command)
        assert f"{profile / 'progress.db'} has vanished" in told.err
        assert "`studyapp restore --anew` begins anew" in told.err
        doctor = drilled("doctor")
        assert (doctor.code, "The log has vanished." in doctor.out) == (1, True)
        assert "put aside" not in told.err + doctor.out
    assert drilled("restore", "--anew").out == "Done.\n"
    assert drilled("doctor").code == 0
    assert drilled(command).code == 0


def spoil_pages(profile: Path) -> None:
    content = bytearray((profile / "progress.db").read_bytes())
    for place in range(3000, len(content), 4096):
        content[place : place + 60] = random.Random(place).randbytes(60)
    (profile / "progress.db").write_bytes(content)


@pytest.mark.parametrize("command", [["stats"], ["log"], ["backup", "x"]])
def test_damage_inside_is_told_by_whoever_looks_first(
    drilled: Run, profile: Path, command: list[str]
) -> None:
    spoil_pages(profile)
    assert drilled("doctor").code == 1
    told = drilled(*command)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert f"{profile / 'progress.db'} is damaged; it was put aside as {profile / 'damaged'}" in told.err
    assert "`studyapp restore" in told.err


@pytest.mark.parametrize("command", [["log"], ["backup", "x"]])
def test_damage_that_shows_only_in_use_is_told_likewise(
    drilled: Run, profile: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.store.profile._depth", lambda _: Depth.HEADER)  # as for a large one
    spoil_pages(profile)
    told = drilled(*command)
    assert told.code == 2
    assert f"{profile / 'progress.db'} is damaged; it was put aside as {profile / 'damaged'}" in told.err


@pytest.mark.parametrize("spoiled", ['"rating":9', "{{{{{{{{{{"])
def test_an_entry_that_was_damaged_is_named_left_out_and_lost_to_nobody(
    drilled: Run, profile: Path, tmp_path: Path, spoiled: str
) -> None:
    content = (profile / "progress.db").read_bytes()
    at = content.index(b'"rating":3')
    spoilt = content[:at] + spoiled.encode("latin-1") + content[at + 10 :]
    (profile / "progress.db").write_bytes(spoilt)
    doctor, name = drilled("doctor"), "entry was damaged on the disk and cannot be read: "
    assert (doctor.code, f"The log is not whole: 1 {name}" in doctor.out) == (1, True)
    [entry] = drilled("doctor", "--json").json["log"]["unreadable"]
    left = drilled("log", "--json")
    assert entry["seq"] not in [json.loads(line)["seq"] for line in left.lines]
    for told in (left, drilled("rebuild"), drilled("backup", str(tmp_path / "b"))):
        assert (told.code, f"{entry['device']}:{entry['seq']} (review " in told.err) == (1, True)
    assert f"1 {name}" in drilled("drill", typed="\n3\n").err
    assert drilled("stats").code == 0
    assert f"1 {name}" in drilled("restore", str(tmp_path / "b")).err
    assert spoiled.encode("latin-1") in (profile / "progress.db").read_bytes()
    assert "works everything out" not in drilled("doctor").out


def test_an_empty_file_where_progress_was_is_damage(drilled: Run, profile: Path) -> None:
    (profile / "progress.db").write_bytes(b"")
    assert (drilled("doctor").code, drilled("doctor", "--json").json["log"]["pages"]) == (
        1,
        "nothing is left of it",
    )
    (profile / "progress.closed").unlink()
    assert drilled("doctor").code == 1  # the copy that the drill made tells that there was more
    assert "is damaged; it was put aside" in drilled("stats").err


def test_after_damage_one_can_begin_anew(drilled: Run, profile: Path) -> None:
    (profile / "progress.db").write_bytes(b"not a database any more" * 500)
    assert drilled("log").code == 2
    assert drilled("restore", "--anew").code == 0
    assert drilled("log").out == ""


def test_a_log_from_the_future_is_left_alone(drilled: Run, profile: Path) -> None:
    with closing(sqlite3.connect(profile / "progress.db")) as db:
        db.execute("PRAGMA user_version = 4711")
    outcome = drilled("stats")
    assert outcome.code == 2
    assert "newer version" in outcome.err


def test_stats_say_what_progress_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, clock = write_pack(tmp_path / "p", held=24, practice=20), Clock()
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: pack)
    with house(tmp_path / "profile", pack, clock) as desks:
        practise(desks, 10, right=0.5)
        clock.tick(days=1)
        sit(desks, right=7)
        figures = desks.report.progress().figures
    told = runner(tmp_path / "profile", pack, monkeypatch, capsys)("stats", "--json").json
    assert (told["study_days"], told["studied"]) == (
        figures.study_days,
        round(figures.studied.total_seconds()),
    )
    assert (told["study_days"], told["studied"]) == (2, 90)
    assert [(m["day"], m["score"]) for m in told["mocks"]] == [("2026-11-24", 0.875)]
    said = runner(tmp_path / "profile", pack, monkeypatch, capsys)("stats").out
    assert "Mocks       87%" in said
    assert "Study days  2, " in said
