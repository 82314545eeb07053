"""Preferences are kept whole, survive damage, and keep what a newer program wrote."""

import json
import os
from pathlib import Path

import pytest

from studyapp.cli.main import main
from studyapp.preferences import (
    FILE,
    Preferences,
    default_profile,
    load_preferences,
    make_private,
    save_preferences,
)

CHOSEN = Preferences(theme="dark", zoom=125, page="read", pages={"read": {"article": "a"}}, packs=("/p",))


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    save_preferences(tmp_path / "new", CHOSEN)
    assert load_preferences(tmp_path / "new") == CHOSEN


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize("damage", [b"{", b"", b"[1]", b"\xff\xfe", b"null"])
def test_a_damaged_file_is_put_aside_and_the_defaults_hold(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert load_preferences(tmp_path) == Preferences()
    assert (tmp_path / "preferences.damaged.json").read_bytes() == damage


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"zoom": 110, "voice": "low"}', encoding="utf-8")
    save_preferences(tmp_path, load_preferences(tmp_path)._replace(zoom=90))
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["voice"] == "low"


@pytest.mark.parametrize(
    ("name", "value"), [("zoom", "large"), ("theme", 3), ("pages", []), ("packs", {}), ("page", None)]
)
def test_a_value_of_the_wrong_kind_is_passed_over(name: str, value: object, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({name: value}), encoding="utf-8")
    assert load_preferences(tmp_path) == Preferences()


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    save_preferences(tmp_path, CHOSEN)
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_the_profile_can_be_named_by_the_environment(profile: Path) -> None:
    assert default_profile() == profile


@pytest.mark.parametrize("named", ["", "not/whole"])
def test_a_data_folder_that_is_no_whole_path_is_passed_over(
    named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("STUDYAPP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert default_profile() == tmp_path / ".local" / "share" / "studyapp"


def test_without_a_name_the_profile_lies_where_the_system_keeps_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STUDYAPP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setattr("sys.platform", "linux")
    assert default_profile() == Path("/data/studyapp")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder from others by itself")
@pytest.mark.parametrize("words", [["rebuild"], ["check", "docs"], ["doctor"]])
def test_a_profile_that_the_program_makes_is_the_learners_alone(
    words: list[str], profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    main([*words, "--profile", "share/own"])
    for made in (tmp_path / "share", tmp_path / "share" / "own"):
        assert not made.exists() or made.stat().st_mode & 0o777 == 0o700
    profile.mkdir(mode=0o755)
    main(words)
    assert profile.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    make_private(tmp_path / "deep" / "down")
    make_private(tmp_path / "deep" / "down")
    for wrong in ("file", "file/below"):
        with pytest.raises(FileExistsError):
            make_private(tmp_path / wrong)
