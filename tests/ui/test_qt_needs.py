"""Where a library of the system is missing, the program names it and the packages, and ends with 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.ui.qt_needs import PACKAGES, cannot_load

LIST = Path(__file__).parents[2] / "packaging" / "linux" / "system-packages.txt"
FAULT = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"


def test_the_packages_named_are_those_of_the_list() -> None:
    lines = LIST.read_text("utf-8").splitlines()
    assert tuple(line for line in lines if not line.startswith("#")) == PACKAGES


def test_another_fault_is_told_as_it_is() -> None:
    assert "(no module named so)" in cannot_load(ImportError("no module named so\nfor reasons"))


@pytest.mark.parametrize("words", [["--page", "read"], ["tour", "--out", "pictures"]])
def test_a_missing_library_is_told_in_one_line(words: list[str], profile: Path, tmp_path: Path) -> None:
    """Qt stands for the one of a system without libglib: it cannot be loaded either."""
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").touch()
    (tmp_path / "PySide6" / "QtCore.py").write_text(f"raise ImportError({FAULT!r})")
    paths = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    ended = subprocess.run(
        [sys.executable, "-m", "studyapp", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": paths},
    )
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert ended.stderr.startswith("studyapp: Qt needs libglib-2.0.so.0, which is missing here; on Debian")
    assert FAULT in (profile / "log" / "studyapp.log").read_text("utf-8")
