"""Folders that are no packs: a whole disk, a home full of files, pipes and what the system makes up."""

import os
import sys
from pathlib import Path

import pytest

from studyapp.catalog.load import load
from tests.tools.packs import BASE, write_pack

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are the folders and files of POSIX")


def _refused(root: Path) -> list[tuple[str, str]]:
    catalog, problems = load([root], None)
    assert catalog.packs == ()
    return [(p.code, p.hint) for p in problems]


def test_a_whole_disk_is_no_pack(tmp_path: Path) -> None:
    assert _refused(Path(tmp_path.anchor)) == [("no-pack", "name the folder of the pack itself")]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system makes up no such folder")
@pytest.mark.parametrize("place", ["/proc", "/proc/self/task", "/sys"])
def test_what_the_system_makes_up_is_no_pack(place: str) -> None:
    assert _refused(Path(place)) == [("no-pack", "name the folder of the pack itself")]


@pytest.mark.parametrize("files", [{f"{n // 4}/{n}.bin": "" for n in range(16)}, {**BASE, "a/b/c/d.md": "x"}])
def test_a_folder_with_too_many_entries_is_given_up(
    tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_pack(tmp_path / "own", files)
    entries = sum(1 for _ in root.rglob("*"))
    monkeypatch.setattr("studyapp.catalog.file_tree.MAX_ENTRIES", entries - 1)
    assert [code for code, _ in _refused(root)] == ["too-many-files"]
    monkeypatch.setattr("studyapp.catalog.file_tree.MAX_ENTRIES", entries)
    assert "too-many-files" not in {p.code for p in load([root], None)[1]}


@posix
def test_a_pipe_is_left_out_and_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", BASE)
    os.mkfifo(root / "articles" / "events" / "pipe.md")
    os.mkfifo(root / "pipe")
    catalog, problems = load([root], None)
    assert [(Path(p.path).name, p.code) for p in problems] == [("own", "not-a-file")]
    assert "articles/events/pipe.md" in problems[0].message
    assert len(catalog.articles()) == 1


@posix
def test_links_round_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", BASE)
    (root / "articles" / "again").symlink_to(root, target_is_directory=True)
    (root / "articles" / "self").symlink_to(root / "articles" / "self")
    catalog, problems = load([root], None)
    assert [p.code for p in problems] == ["link-left-out", "link-left-out"]
    assert len(catalog.articles()) == 1
