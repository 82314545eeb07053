"""The import contracts hold, and each of them bites when it is broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# For each contract one module and a line in it that breaks it.
BREACHES = {
    "floors": ("study/change.py", "import studyapp.ui"),
    "circles": ("catalog/article.py", "import studyapp.catalog.load"),
    "qt": ("learning/rating.py", "from PySide6.QtCore import QObject"),
    "sqlite": ("study/change.py", "import sqlite3"),
    "fsrs": ("learning/rating.py", "import fsrs"),
    "yaml": ("store/__init__.py", "import yaml"),
    "markdown": ("catalog/article.py", "from markdown import Markdown"),
    "tantivy": ("study/change.py", "def deferred() -> None:\n    import tantivy"),
    "nh3": ("catalog/article.py", "import nh3"),
    "ftfy": ("catalog/article.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import ftfy"),
}


def contracts() -> list[str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return [contract["id"] for contract in tomllib.load(file)["tool"]["importlinter"]["contracts"]]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_is_kept() -> None:
    report = lint(ROOT)
    assert report.returncode == 0, report.stdout


@pytest.mark.oldest
@pytest.mark.parametrize("contract", contracts())
def test_a_breach_is_reported(contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module, line = BREACHES[contract]
    with (tmp_path / "src/studyapp" / module).open("a") as file:
        file.write(f"\n{line}\n")
    report = lint(tmp_path, "--contract", contract)
    assert report.returncode == 1
    assert "BROKEN" in report.stdout
