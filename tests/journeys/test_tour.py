"""The tour walks through the real window without a display and leaves pictures."""

import os
import random
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget

from studyapp.catalog.question import Pool
from studyapp.preferences import Preferences
from studyapp.study.desks_to_come import open_desks
from studyapp.ui.background import wait_for_all
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.pages import PAGES
from studyapp.ui.tour import history, walk
from studyapp.ui.tour.guide import Guide
from tests.ui.exam_house import light_theme


@pytest.mark.parametrize(
    "themes", [("light",), pytest.param(("light", "dark"), marks=pytest.mark.prove)], ids="-".join
)
def test_the_tour_visits_all_pages_and_takes_their_pictures(
    themes: tuple[str, ...], tmp_path: Path, profile: Path
) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [
        sys.executable,
        "-m",
        "studyapp",
        "tour",
        "--out",
        str(tmp_path / "out"),
        "--themes",
        ",".join(themes),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
    for page in PAGES:
        for theme in themes:
            picture = QImage(str(tmp_path / "out" / f"{page}-{theme}.png"))
            assert (picture.width(), picture.height()) == (1280, 800)
        assert f"{page.title()}:" in ended.stdout
    for look in ("folded", "differences", "one-against-one", "choice", "choice-result"):
        picture = QImage(str(tmp_path / "out" / f"compare-{look}-{themes[-1]}.png"))
        assert (picture.width(), picture.height()) == (1280, 800)
    small = QImage(str(tmp_path / "out" / "compare-200-light.png"))
    assert (small.width(), small.height()) == (960, 600)
    assert not profile.exists()


class Looker(Guide):
    """Reads what stands in sight where the guide takes a picture."""

    read: str = ""

    def wait(self, milliseconds: int = 0) -> None:
        QApplication.processEvents()

    def picture(self, name: str) -> None:
        seen = [widget for widget in self.window.findChildren(QWidget) if widget.isVisible()]
        self.read += "".join(f"{w.accessibleName()} {w.accessibleDescription()}" for w in seen)
        self.read += "".join(w.text() for w in seen if isinstance(w, QLabel | QAbstractButton))
        self.read += "".join(w.toPlainText() for w in seen if isinstance(w, QTextEdit))


def test_no_picture_shows_a_question_that_is_held_back(
    tmp_path: Path, profile: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = history.StudyClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
    monkeypatch.setattr(history, "DAYS", 2)
    monkeypatch.setattr(history, "_MOCKS", {0: 0.7, 1: 0.7})
    desks = open_desks(profile, (), clock, random.Random(1))
    history.study_a_month(desks, clock, random.Random(1))
    window = MainWindow(desks, light_theme(), News(), Preferences())
    window.begin("today")
    window.show()
    looker = Looker(window, tmp_path, ("light",), clock, lambda _: None)
    for stop in (walk._today, walk._cards, walk._exam):
        stop(looker)
    every = desks.library.catalog.questions().values()
    shown = {q.pool for q in every if q.stem in looker.read}
    window.close()
    wait_for_all()
    desks.close()
    assert shown == {Pool.PRACTICE}
