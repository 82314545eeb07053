"""Places that cannot be: each is told in one plain line, with the exit code that the help names."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.__main__ import main as window_main
from studyapp.__main__ import window_options
from studyapp.cli.main import main
from studyapp.preferences import PAGES, load_preferences
from studyapp.ui.pages import PAGES as ENTRIES
from tests.cli.running import Outcome, Run, runner
from tests.tools.packs import write_pack


@pytest.fixture
def run(
    profile: Path, small_pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)
    return runner(profile, small_pack, monkeypatch, capsys)


def told_in_one_line(outcome: Outcome) -> str:
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "Errno" not in outcome.err
    return outcome.err


@pytest.mark.parametrize("command", [["doctor"], ["log"], ["stats"], ["rebuild"], ["drill"], ["backup", "b"]])
@pytest.mark.parametrize("below", ["", "deeper/down"])
def test_a_profile_on_or_below_a_file_cannot_be(
    run: Run, small_pack: Path, tmp_path: Path, command: list[str], below: str
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all")
    said = told_in_one_line(run("--profile", str(file / below), *command))
    assert f"{file}: this is no folder" in said


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("STUDYAPP_HOME")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("studyapp.preferences.Path.home", unknown)


@pytest.mark.parametrize("command", [["stats"], ["drill"], ["doctor"], ["--page", "read"], ["backup", "b"]])
def test_without_a_home_one_is_told_how_to_name_a_folder(
    homeless: None, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code = window_main(command)
    said = told_in_one_line(Outcome(code, *capsys.readouterr()))
    assert "--profile" in said
    assert "STUDYAPP_HOME" in said


def test_a_fault_of_ours_without_a_home_is_one_line_too(
    homeless: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("studyapp.study.check_desk.check_packs", lambda *_, **__: 1 / 0)
    code = main(["check"])
    assert "ZeroDivisionError" in told_in_one_line(Outcome(code, *capsys.readouterr()))


def test_an_empty_home_is_none(
    homeless: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("studyapp.preferences.Path.home", lambda: Path("/"))
    monkeypatch.setenv("HOME", "")
    assert main(["log"]) == 2
    assert "no home" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["stats", "drill", "doctor"])
def test_a_folder_in_the_place_of_the_progress_is_named(run: Run, profile: Path, command: str) -> None:
    (profile / "progress.db").mkdir(parents=True)
    assert f"{profile / 'progress.db'}: this is a folder" in told_in_one_line(run(command))


@pytest.mark.parametrize(
    "words", [["--out", ""], ["--out", "x", "--zoom", "5"], ["--out", "x", "--zoom", "big"], ["--out", "x", "--themes", "pink"]]
)  # fmt: skip
def test_a_tour_that_cannot_be_is_refused_before_it_begins(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert window_main(["tour", *words]) == 2
    assert "studyapp tour: error: " in capsys.readouterr().err


def test_a_tilde_that_the_shell_left_alone_is_the_home_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert run("--profile=~/study", "rebuild").code == 0
    assert (tmp_path / "home" / "study" / "progress.db").exists()
    assert window_options(["--profile=~/study"]) is None  # read by the parser, which knows what it means
    (tmp_path / "~draft").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "~draft:1:1: no-pack" in run("check", "~draft").out


def test_a_profile_that_is_a_link_to_nothing_cannot_be(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    assert "this is no folder" in told_in_one_line(run("--profile", str(tmp_path / "link"), "doctor"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_no_sound_profile(run: Run, profile: Path) -> None:
    profile.mkdir(mode=0o000)
    for command in ("doctor", "log", "stats"):
        assert "permission is missing" in told_in_one_line(run(command))
    profile.chmod(0o700)


def test_the_doctor_does_not_call_a_log_from_the_future_sound(run: Run, profile: Path) -> None:
    run("drill", typed="\n3\n")
    with closing(sqlite3.connect(profile / "progress.db")) as db:
        db.execute("PRAGMA user_version = 4711")
    outcome = run("doctor")
    assert outcome.code == 1
    assert "written by a newer version" in outcome.out
    assert run("doctor", "--json").json["log"]["newer"] == 4711


@pytest.mark.parametrize("command", [["search", "sprint"], ["show", "a"], ["stats"], ["drill"], ["check"]])
def test_a_pack_that_is_none_is_refused_and_not_remembered(
    run: Run, profile: Path, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    for name, why in (("gone", "nothing of this name"), ("notes.pdf", "no pack"), ("empty", "nothing in it")):
        outcome = run("--content", str(tmp_path / name), *command)
        if command != ["check"]:
            assert f"{tmp_path / name}: " in told_in_one_line(outcome)
        assert why in outcome.out + outcome.err
    assert load_preferences(profile).packs in ((), (str(tmp_path / "small"),))


def test_a_pack_added_earlier_that_has_gone_is_told_and_the_rest_works(run: Run, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "other", {"a.md": "A text about herons."})
    run("--content", str(other), "drill", typed="q\n")
    other.rename(tmp_path / "moved")
    outcome = run("search", "velocity")
    assert outcome.code in (0, 1)
    assert f"{other}: there is nothing of this name" in outcome.err
    assert "the other packs are open" in outcome.err


@pytest.mark.parametrize(
    "words",
    [["check", ""], ["--profile", "", "log"], ["--content", "", "stats"], ["backup", ""], ["restore", ""]],
)
def test_an_empty_name_is_no_place(run: Run, words: list[str]) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert "this is empty" in outcome.err


@pytest.mark.parametrize("words", [["search", ""], ["search", "  "], ["show", ""]])
def test_nothing_to_look_for_is_told(run: Run, words: list[str]) -> None:
    assert "there is n" in told_in_one_line(run(*words))


def test_a_page_that_is_none_is_refused_with_the_names_of_all(run: Run) -> None:
    assert window_options(["--page", "nope"]) is None
    outcome = run("--page", "nope")
    assert outcome.code == 2
    assert all(name in outcome.err for name in ENTRIES)
    assert tuple(ENTRIES) == PAGES


@pytest.mark.parametrize(
    ("name", "why"), [("empty", "nothing in it that could be read"), ("x.pdf", "no pack")]
)
def test_a_place_without_a_pack_cannot_be_checked_but_does_not_stop_the_others(
    tmp_path: Path, name: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    sound = write_pack(tmp_path / "sound", {"a.md": "A text."})
    assert main(["check", str(tmp_path / name)]) == 2
    assert why in capsys.readouterr().err
    assert main(["check", str(sound), str(tmp_path / name)]) == 1
    assert "no-pack: " in capsys.readouterr().out


def test_a_link_inside_a_pack_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "linked", {"a.md": "A text."})
    (pack / "secret.md").symlink_to("/etc/passwd")
    outcome = run("check", str(pack))
    assert outcome.code == 1
    assert "link-left-out: secret.md is a symbolic link" in outcome.out


def test_a_backup_that_cannot_be_written_is_told_plainly(run: Run, tmp_path: Path) -> None:
    run("drill", typed="\n3\n")
    said = told_in_one_line(run("backup", str(tmp_path / "gone" / "mine.backup")))
    assert "could not be written: there is nothing of that name" in said
    assert "there is no file" in told_in_one_line(run("restore", str(tmp_path / "gone")))


def test_a_backup_never_takes_the_place_of_the_progress_or_of_a_device(run: Run, profile: Path) -> None:
    run("drill", typed="\n3\n")
    before = run("log").out
    assert "is your progress itself" in told_in_one_line(run("backup", str(profile / "progress.db")))
    assert "this is a device" in told_in_one_line(run("backup", os.devnull))
    assert run("log").out == before


def test_a_backup_never_takes_the_place_of_what_belongs_to_the_profile(run: Run, profile: Path) -> None:
    run("drill", typed="\n3\n")
    before = {path: path.read_bytes() for path in profile.rglob("*.json")}
    for name in ("device.json", "preferences.json", "mine.txt", "cache/mine.backup", "cache"):
        assert "name a file elsewhere" in told_in_one_line(run("backup", str(profile / name)))
    assert {path: path.read_bytes() for path in profile.rglob("*.json")} == before


def test_a_backup_replaces_an_older_one_or_an_empty_file_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("drill", typed="\n3\n")
    (tmp_path / "letter.txt").write_text("Dear all")
    assert "is no backup; name another" in told_in_one_line(run("backup", str(tmp_path / "letter.txt")))
    assert (tmp_path / "letter.txt").read_text() == "Dear all"
    (tmp_path / "made").touch()
    assert run("backup", str(tmp_path / "made")).code == run("backup", str(tmp_path / "made")).code == 0


def test_pictures_of_the_tour_that_cannot_be_written_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert window_main(["tour", "--out", str(tmp_path / "file" / "pictures")]) == 2
    assert "no folder" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = write_pack(tmp_path / "sound", {"a.md": "A text.", "b\udcff.md": "Another."})
    assert main(["check", str(sound)]) == 1
    assert "file-name: the name 'b?.md' holds bytes that are no letters" in capsys.readouterr().out
    assert main(["check", str(write_pack(tmp_path / "p\udcff", {"a.md": "A text."}))]) == 2
    assert "p?: its path holds bytes that are no letters" in capsys.readouterr().err


def test_links_that_lead_round_in_a_circle_or_to_nothing_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_pack(tmp_path / "own", {"a.md": "A text."})
    (pack / "loop").symlink_to("loop")
    (pack / "gone.md").symlink_to("nowhere.md")
    assert main(["check", str(pack)]) == 1
    assert capsys.readouterr().out.count("link-left-out") == 2
    assert main(["check", str(pack / "loop")]) == 2
    assert "there is nothing of this name" in capsys.readouterr().err
