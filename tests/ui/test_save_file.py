"""A file that a learner saves: its name, its ending, and that nothing is lost without being asked about."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.exam.result_export import Report, offer_export
from studyapp.ui.widgets.buttons import Button
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.file_ending import file_name, with_ending
from studyapp.ui.widgets.save_file import CSV, MARKDOWN, PDF, ask_file, not_written
from tests.ui.exam_house import light_theme

Ask = Callable[..., list[str]]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Answers the file dialog with these names; what it proposes is listed."""

    def answer(*names: Path | str, kind: str = "") -> list[str]:
        proposed, left = list[str](), [str(name) for name in names]

        def ask(_parent: QWidget, _title: str, name: str, _filters: str) -> tuple[str, str]:
            proposed.append(name)
            return left.pop(0), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer


def press(name: str) -> None:
    """Press a button of the question that is about to open."""
    QTimer.singleShot(0, lambda: press_now(name))


def press_now(name: str) -> None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]
    dialog = next(w for w in shown if w.windowTitle() == "Replace the file?")
    next(each for each in dialog.findChildren(Button) if each.text() == name).click()


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


@pytest.mark.parametrize(
    ("title", "name"), [("A/B: why?", "A B why.pdf"), ("…", "….pdf"), (" . ", "Article.pdf")]
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".pdf") == name


def test_a_day_in_the_name_of_a_result_is_no_ending(window: QWidget, typed: Ask, tmp_path: Path) -> None:
    typed(tmp_path / "23.11", kind="CSV (*.csv)")
    told: list[str] = []
    report = Report("name", "title", lambda: "a,b", lambda: "<p>a</p>")
    offer_export(window, light_theme(), report, told.append)
    assert (tmp_path / "23.11.csv").read_text("utf-8-sig") == "a,b"
    assert told == [f"Saved as 23.11.csv in {tmp_path}."]


def test_a_file_that_only_its_ending_makes_one_that_is_there_is_not_replaced_unasked(
    window: QWidget, typed: Ask, tmp_path: Path
) -> None:
    (old := tmp_path / "roles.csv").write_text("old")
    proposed = typed(tmp_path / "roles", "")
    press("Cancel")
    assert ask_file(light_theme(), window, "Save", "Roles", (CSV,)) is None
    assert proposed[1] == str(old)


def test_a_file_is_replaced_once_the_learner_says_so(window: QWidget, typed: Ask, tmp_path: Path) -> None:
    (old := tmp_path / "roles.csv").write_text("old")
    typed(tmp_path / "roles")
    press("Replace")
    assert ask_file(light_theme(), window, "Save", "Roles", (CSV,)) == old


def test_a_name_that_was_typed_whole_has_been_asked_about_by_the_system(
    window: QWidget, typed: Ask, tmp_path: Path
) -> None:
    (old := tmp_path / "roles.csv").write_text("old")
    typed(old)
    assert ask_file(light_theme(), window, "Save", "Roles", (CSV,)) == old


def test_the_name_proposed_follows_another_kind_that_was_chosen(
    window: QWidget, typed: Ask, tmp_path: Path
) -> None:
    typed(tmp_path / "Paper 1.2.pdf", kind=CSV.filter)
    assert ask_file(light_theme(), window, "Save", "Paper 1.2", (PDF, CSV)) == tmp_path / "Paper 1.2.csv"


def test_the_second_file_of_a_window_is_proposed_where_the_first_went(
    window: QWidget, typed: Ask, tmp_path: Path
) -> None:
    proposed = typed(tmp_path / "one", tmp_path / "two")
    for name in ("one", "two"):
        ask_file(light_theme(), window, "Save", name, (MARKDOWN,))
    assert proposed[1] == str(tmp_path / "two.md")


def test_a_folder_that_is_not_there_is_named_with_what_helps(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "a.pdf"
    with pytest.raises(FileNotFoundError) as found:
        file.write_bytes(b"")
    assert not_written(file, found.value) == (
        f"“a.pdf” could not be written in {file.parent}: that folder is not there. Make it, or choose another one."
    )


def test_a_folder_that_refuses_is_named_with_what_helps(tmp_path: Path) -> None:
    said = not_written(tmp_path / "a.pdf", PermissionError(errno.EACCES, "Permission denied"))
    assert f"in {tmp_path}: nothing may be written there. Allow it, or choose another folder" in said
