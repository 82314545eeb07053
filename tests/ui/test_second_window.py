"""Two windows on one profile: the second says so and brings the first to the front."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.second_window import Doorbell, ring

KNOCK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from studyapp.ui.second_window import ring

app = QCoreApplication([])
sys.exit(0 if ring(Path(sys.argv[1])) else 1)
"""


def test_the_first_window_hears_the_second(profile: Path, qtbot: QtBot) -> None:
    owner = QObject()
    bell = Doorbell(profile, owner)
    with qtbot.waitSignal(bell.rung, timeout=20_000):
        knocking = subprocess.Popen([sys.executable, "-c", KNOCK, str(profile)])
    qtbot.waitUntil(lambda: knocking.poll() is not None, timeout=20_000)
    assert knocking.returncode == 0


def test_where_nobody_listens_nobody_answers(profile: Path, qtbot: QtBot) -> None:
    assert not ring(profile)


def test_another_profile_has_another_bell(profile: Path, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    Doorbell(profile, owner)
    assert not ring(tmp_path / "other")


def test_the_second_start_says_so_and_ends_well(desks: Desks, qtbot: QtBot) -> None:
    owner = QObject()
    bell = Doorbell(desks.folder, owner)
    rung: list[bool] = []
    bell.rung.connect(lambda: rung.append(True))
    command = [sys.executable, "-m", "studyapp", "--profile", str(desks.folder)]
    second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    said = second.communicate()[0]
    assert (second.returncode, rung) == (0, [True])
    assert said == "studyapp: the window is open already; it is in front now\n"
