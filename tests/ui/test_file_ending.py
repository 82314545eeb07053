"""A file that a learner named gets the ending of what is written into it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.exam.result_export import Report, offer_export
from studyapp.ui.widgets.file_ending import with_ending
from tests.ui.exam_house import light_theme


@pytest.mark.parametrize(
    ("named", "file"),
    [
        ("paper", "paper.csv"),
        ("paper.CSV", "paper.CSV"),
        ("paper 23.11.2026", "paper 23.11.2026.csv"),
        ("paper.pdf", "paper.pdf"),
        ("paper.", "paper..csv"),
    ],
)
def test_a_name_keeps_an_ending_that_is_known_and_gets_the_usual_one_else(named: str, file: str) -> None:
    assert with_ending(Path("d") / named, (".csv", ".pdf"), ".csv") == Path("d") / file


def test_a_day_in_the_name_of_a_result_is_no_ending(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "23.11"), "CSV (*.csv)"))
    parent = QWidget()
    qtbot.addWidget(parent)
    offer_export(parent, light_theme(), Report("name", "title", lambda: "a,b", lambda: "<p>a</p>"))
    assert (tmp_path / "23.11.csv").read_text("utf-8-sig") == "a,b"
