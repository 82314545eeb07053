"""Where there is no display, the program says so in one line before Qt is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.ui.display import missing_display


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_without_any_it_is_missing() -> None:
    assert "no display" in missing_display()


@pytest.mark.parametrize("display", [":7341", "unix:7341", "nonsense", ":"])
def test_a_server_that_does_not_answer_is_none(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert missing_display()


def test_a_server_on_another_machine_is_taken_at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "desk:0")
    assert not missing_display()


def test_offscreen_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=1x1")
    assert not missing_display()


def test_wayland_counts_when_its_socket_is_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert missing_display()
    (tmp_path / "wayland-0").touch()
    assert not missing_display()


def test_the_program_says_so_in_one_line_and_ends_with_2(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studyapp", "--profile", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("studyapp: no display")
