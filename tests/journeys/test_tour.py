"""The tour walks through the real window without a display and leaves pictures."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from studyapp.ui.pages import PAGES


def test_the_tour_visits_all_pages_and_takes_their_pictures(tmp_path: Path, profile: Path) -> None:
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
        "light,dark",
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
    for page in PAGES:
        for theme in ("light", "dark"):
            picture = QImage(str(tmp_path / "out" / f"{page}-{theme}.png"))
            assert (picture.width(), picture.height()) == (1280, 800)
        assert f"{page.title()}:" in ended.stdout
    for look in ("folded", "differences", "one-against-one", "choice", "choice-result"):
        picture = QImage(str(tmp_path / "out" / f"compare-{look}-dark.png"))
        assert (picture.width(), picture.height()) == (1280, 800)
    small = QImage(str(tmp_path / "out" / "compare-200-light.png"))
    assert (small.width(), small.height()) == (960, 600)
    assert not profile.exists()
