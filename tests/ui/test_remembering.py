"""What the window looks like is kept while it is open, so that a program that is killed loses nothing of it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.preferences import Preferences
from studyapp.store.database import StorageError
from studyapp.ui.main_window import MainWindow
from studyapp.ui.remembering import Remembering

KILLED = """
import os, signal, sys
from studyapp import app
from studyapp.__main__ import main
from studyapp.ui import remembering

remembering.PATIENCE = 1
kept = app.Session._remember


def remember(self, preferences):
    kept(self, preferences)
    os.kill(os.getpid(), signal.SIGKILL)


app.Session._remember = remember
main(["--profile", sys.argv[1], "--page", "read"])
"""


@pytest.fixture
def kept(window: MainWindow) -> list[Preferences]:
    """What was kept so far, the beginning included."""
    found: list[Preferences] = []
    Remembering(window, found.append).keep_now()
    return found


def remembering(window: MainWindow) -> Remembering:
    found = window.findChild(Remembering)
    assert isinstance(found, Remembering)
    return found


def test_page_theme_zoom_and_size_are_kept_when_they_change(
    window: MainWindow, kept: list[Preferences]
) -> None:
    window.show_page("cards")
    window.theme.set_mode("dark")
    window.theme.set_zoom(125)
    window.resize(900, 700)
    remembering(window).keep_now()
    assert len(kept) == 2
    assert (kept[1].page, kept[1].theme, kept[1].zoom) == ("cards", "dark", 125)
    assert kept[1].geometry != kept[0].geometry


def test_what_stayed_as_it_was_is_not_written_again(window: MainWindow, kept: list[Preferences]) -> None:
    remembering(window).keep_now()
    assert len(kept) == 1


def test_a_change_is_kept_a_moment_later_without_being_asked(
    window: MainWindow, kept: list[Preferences]
) -> None:
    timer = remembering(window)._timer
    assert not timer.isActive()
    window.show_page("read")
    assert timer.isActive()


def test_a_full_disk_does_not_interrupt_whoever_reads(
    window: MainWindow, kept: list[Preferences], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> Preferences:
        raise StorageError("the disk is full")

    monkeypatch.setattr(window, "preferences", full)
    remembering(window).keep_now()
    assert len(kept) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_a_window_that_is_killed_is_found_as_it_was(started: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(started)],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert ended.returncode == -signal.SIGKILL
    found = json.loads((started / "preferences.json").read_text(encoding="utf-8"))
    assert found["page"] == "read"
    assert found["pages"]["read"]["article"]
