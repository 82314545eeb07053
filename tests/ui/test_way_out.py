"""Saving what a page shows."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.comparison_export import Format
from studyapp.ui.compare.way_out import SAVE, WayOut
from tests.ui.exam_house import light_theme


@pytest.fixture
def way_out(qtbot: QtBot) -> WayOut:
    page = QWidget()
    qtbot.addWidget(page)
    return WayOut(light_theme(), page)


def answer(monkeypatch: pytest.MonkeyPatch, *paths: str) -> list[str]:
    """Have the dialog answered with these paths; what it proposes is listed."""
    proposed: list[str] = []
    left = list(paths)

    def ask(_parent: QWidget, _title: str, name: str, _filters: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return left.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


@pytest.mark.parametrize("name", ["roles", "roles vs. jobs", "roles 1.2"])
def test_a_name_without_a_suffix_is_given_one(
    way_out: WayOut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answer(monkeypatch, str(tmp_path / name))
    way_out.hand_on((SAVE, Format.MARKDOWN), "# Roles\n", "Roles")
    assert [file.name for file in tmp_path.iterdir()] == [f"{name}.md"]


def test_a_spreadsheet_is_told_how_the_letters_of_a_csv_are_written(
    way_out: WayOut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "roles.csv"
    answer(monkeypatch, str(file))
    way_out.hand_on((SAVE, Format.CSV), "“CEO”", "Roles")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert file.read_text(encoding="utf-8-sig") == "“CEO”"
