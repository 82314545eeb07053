"""What is advised after damage can be typed as it stands, wherever the learner stands, and does what it says."""

import re
import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.cli.main import main
from studyapp.cli.opening import quoted, typed
from tests.cli.running import Outcome

Typed = Callable[[str], Outcome]


@pytest.fixture
def typing(
    small_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """Types a line into a shell whose folder is ``tmp_path``."""
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)
    monkeypatch.chdir(tmp_path)

    def line(words: str) -> Outcome:
        code = main(shlex.split(words)[1:])
        return Outcome(code, *capsys.readouterr())

    return line


def advised(text: str) -> list[str]:
    return re.findall("`(studyapp [^`]+)`", text)


def damage(folder: Path) -> None:
    (folder / "progress.db").write_bytes(b"not a database any more" * 500)


def with_backup(typing: Typed, name: str) -> None:
    typing(f"studyapp --profile '{name}' rebuild")
    (Path(name) / "backups").mkdir(exist_ok=True)
    typing(f"studyapp --profile '{name}' backup '{name}/backups/studyapp-2026-11-23T10-00-00Z.backup'")


@pytest.mark.parametrize("name", ["dam", "the second one", "ten $HOME", 'a "quoted" one'])
def test_what_is_advised_after_damage_touches_no_other_progress(
    typing: Typed, profile: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing("studyapp rebuild")
    kept = (profile / "progress.db").read_bytes()
    for number in (0, 1):  # the backup, and beginning anew
        with_backup(typing, name)
        damage(tmp_path / name)
        advice = advised(typing(f"studyapp --profile '{name}' stats").err)
        monkeypatch.chdir("/")
        assert "Done; what was damaged is still there" in typing(advice[number]).out
        monkeypatch.chdir(tmp_path)
        assert (profile / "progress.db").read_bytes() == kept
        assert typing(f"studyapp --profile '{name}' doctor").code == 0


def test_what_was_damaged_is_named_whole_from_wherever_it_was_found(
    typing: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_backup(typing, "dam")
    damage(tmp_path / "dam")
    typing("studyapp --profile dam stats")
    monkeypatch.chdir("/")
    told = typing(f"studyapp --profile {tmp_path / 'dam'} doctor").out
    aside = re.search(r"put aside as (\S+)\. ", told)
    assert aside
    assert Path(aside[1]).is_file()


def test_the_doctor_and_show_name_the_profile_too(typing: Typed, tmp_path: Path) -> None:
    own = f'`studyapp --profile "{tmp_path / "dam"}"'
    typing("studyapp --profile dam rebuild")
    with closing(sqlite3.connect("dam/progress.db")) as db, db:
        db.execute("INSERT INTO card_mark (item) VALUES ('small/card/none')")
    assert f"{own} rebuild` mends that" in typing("studyapp --profile dam doctor").out
    assert f"{own} search` finds addresses" in typing("studyapp --profile dam show nowhere").err
    damage(tmp_path / "dam")
    typing("studyapp --profile dam stats")
    assert f"{own} log` says how to go on" in typing("studyapp --profile dam doctor").out


def test_the_profile_of_this_system_needs_no_name(profile: Path) -> None:
    assert typed("log", profile) == "`studyapp log`"


def test_a_path_is_quoted_so_that_a_shell_gives_it_back() -> None:
    for name in ("/a/b c", "/a/$HOME", "/it's `here`", '/"so"', "/back\\slash"):
        assert shlex.split(quoted(Path(name))) == [name]
