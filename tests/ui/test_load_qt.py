"""Loading Qt: what PySide compiles at each start is compiled once."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.ui.load_qt import FILE

LOAD = """
import builtins, sys
from pathlib import Path
from studyapp.ui.load_qt import load_qt
done, plain, importing = [], builtins.compile, builtins.__import__
def told(source, name, *more, **options):
    done.append(name)
    return plain(source, name, *more, **options)
builtins.compile = told
load_qt(Path(sys.argv[1]))
assert builtins.compile is told and builtins.__import__ is importing
import PySide6.QtCore
print(PySide6.QtCore.QPoint(3, 4).x(), sum("shibokensupport" in str(name) for name in done))
"""


def compiled(folder: Path) -> int:
    """How many of PySide's sources a start compiled."""
    said = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[0] == "3"
    return int(said[1])


def test_a_second_start_compiles_nothing_of_pyside(tmp_path: Path) -> None:
    assert compiled(tmp_path) > 0
    assert compiled(tmp_path) == 0


@pytest.mark.parametrize("damage", [b"", b"no code", b"\xe9\x05\x00\x00\x00"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert compiled(tmp_path) > 0
    assert compiled(tmp_path) == 0


def test_a_folder_that_is_not_there_is_no_hindrance(tmp_path: Path) -> None:
    assert compiled(tmp_path / "none") > 0
    assert not (tmp_path / "none").exists()


def test_a_place_that_cannot_be_is_no_hindrance_either(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert compiled(tmp_path / "file" / "deeper") > 0


def test_a_cache_of_which_a_part_was_changed_is_made_anew(tmp_path: Path) -> None:
    compiled(tmp_path)
    kept = bytearray((tmp_path / FILE).read_bytes())
    kept[len(kept) // 2] ^= 0xFF
    (tmp_path / FILE).write_bytes(kept)
    assert compiled(tmp_path) > 0
