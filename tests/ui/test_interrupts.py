"""A signal that asks the program to end closes the window in good order."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studyapp.preferences import load_preferences
from studyapp.ui.interrupts import Interrupts

ENDED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from studyapp import app
from studyapp.__main__ import main

watched = app.Session._watch_over


def watch(self):
    watched(self)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))


app.Session._watch_over = watch
raise SystemExit(main(["--profile", sys.argv[1], "--page", "cards"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_a_signal_wakes_the_window_and_then_does_what_it_did_before(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    parent = QObject()
    interrupts = Interrupts(parent)
    with qtbot.waitSignal(interrupts.came):
        signal.raise_signal(signal.SIGTERM)
    interrupts.release()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_a_program_asked_to_end_closes_its_log_and_keeps_its_page(started: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDED, str(started)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (started / "progress.closed").exists()
    assert load_preferences(started).page == "cards"
