"""Runs the command line inside the test, or as a process of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from studyapp.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Outcome]


def runner(
    profile: Path, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs commands on one profile over one pack."""

    def run(*words: str, typed: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = main(["--profile", str(profile), "--content", str(content), *words])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


def process(profile: Path, content: Path, *words: str, typed: str = "") -> Outcome:
    """The same as a process of its own."""
    command = [sys.executable, "-m", "studyapp", "--profile", str(profile), "--content", str(content), *words]
    done = subprocess.run(
        command, input=typed, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
