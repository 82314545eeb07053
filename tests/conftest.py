"""What every test rests on: no screen needed, and never the learner's own profile."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the learner's data, alone for this test."""
    home = tmp_path / "profile"
    monkeypatch.setenv("STUDYAPP_HOME", str(home))
    return home
