"""Starting: the first time, every other time, and when something is in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox

from studyapp.__main__ import Options, first_word, main, window_options
from studyapp.study.desks import Desks
from studyapp.ui.main_window import MainWindow
from studyapp.ui.welcome.greeting import Greeting
from studyapp.ui.widgets.labels import PlainLabel

HEAVY = (
    "yaml",
    "markdown",
    "nh3",
    "ftfy",
    "tantivy",
    "fsrs",
    "rapidfuzz",
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
)
LOADED = """
import sys
from studyapp.__main__ import main

main(["--profile", sys.argv[1], "--bench-exit-when-usable"])
from enum import Enum


def everything(cls):
    for child in cls.__subclasses__():
        yield child
        yield from everything(child)


qt = sorted(cls.__qualname__ for cls in everything(Enum) if cls.__qualname__.startswith("Qt."))
print(" ".join(name for name in sys.argv[2:] if name in sys.modules), "|", " ".join(qt))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=dict(os.environ)
    )


# -- the command


def test_a_plain_start_is_read_without_the_command_line() -> None:
    options = window_options(["--profile", "p", "--content=c", "--content", "d", "--page", "read"])
    assert options == Options(Path("p"), [Path("c"), Path("d")], "read")


@pytest.mark.parametrize(
    "arguments", [["check"], ["--help"], ["--profile"], ["--page", "--help"], ["--version"], ["-x"]]
)
def test_everything_else_is_the_command_lines(arguments: list[str]) -> None:
    assert window_options(arguments) is None


def test_the_tour_is_found_behind_options() -> None:
    assert first_word(["--profile", "p", "tour", "--out", "x"]) == "tour"
    assert first_word(["--profile", "p"]) == ""


def test_the_tour_wants_to_know_where_the_pictures_go(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour"]) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.each
def test_a_subcommand_imports_no_qt(profile: Path) -> None:
    code = "import sys; from studyapp.__main__ import main; main(['--help']); print('PySide6' in sys.modules)"
    assert run("-c", code).stdout.rstrip().endswith("False")


# -- the window


@pytest.mark.each
def test_the_program_says_when_its_first_page_can_be_used(profile: Path) -> None:
    ended = run("-m", "studyapp", "--bench-exit-when-usable")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "usable\n", "")
    assert (profile / "progress.db").exists()


@pytest.mark.each
def test_a_warm_start_loads_nothing_heavy_and_leaves_qts_largest_namespace_alone(profile: Path) -> None:
    run("-m", "studyapp", "--bench-exit-when-usable")
    said = run("-c", LOADED, str(profile), *HEAVY).stdout.splitlines()[-1]
    assert said.strip() == "|"


@pytest.mark.parametrize("page", ["read", "compare", "cards", "exam", "progress"])
def test_the_program_can_start_on_any_page(page: str, started: Path) -> None:
    ended = run("-m", "studyapp", "--page", page, "--bench-exit-when-usable")
    assert (ended.returncode, ended.stdout) == (0, "usable\n")


def test_content_that_cannot_be_read_does_not_keep_the_window_from_opening(
    started: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.yaml").write_text("id: [", encoding="utf-8")
    ended = run("-m", "studyapp", "--content", str(tmp_path / "broken"), "--bench-exit-when-usable")
    assert (ended.returncode, ended.stdout) == (0, "usable\n")


TOLD = """
import sys
from PySide6.QtCore import QTimer
from studyapp import app
from studyapp.__main__ import main
from studyapp.ui.widgets.banner import Banner

told = app.Session._tell_notice


def tell(self):
    told(self)
    print(*(each.accessibleName() for each in self._window.findChildren(Banner)))
    QTimer.singleShot(0, self._window.close)


app.Session._tell_notice = tell
raise SystemExit(main(["--profile", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is read as POSIX has it")
def test_the_window_tells_of_a_zone_that_no_clock_can_be_in(
    started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "XXX-25")
    ended = run("-c", TOLD, str(started))
    line = "the time zone (TZ) lies a day or more from UTC, where no clock can be; times are those of UTC"
    assert (ended.returncode, ended.stderr) == (0, f"studyapp: {line}\n")
    assert ended.stdout == f"T{line[1:]}.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is read as POSIX has it")
def test_a_zone_that_no_clock_can_be_in_does_not_keep_the_window_from_opening(
    started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "XXX+25")
    ended = run("-m", "studyapp", "--bench-exit-when-usable")
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (0, "usable\n", 1)


def test_damaged_preferences_do_not_keep_the_window_from_opening(started: Path) -> None:
    (started / "preferences.json").write_bytes(b"\x00\x01")
    ended = run("-m", "studyapp", "--bench-exit-when-usable")
    assert (ended.returncode, ended.stdout) == (0, "usable\n")


BROKEN = """
import sys
from studyapp import __main__
from studyapp.ui.theme import Theme


def fail(theme):
    raise KeyError("on purpose")


Theme.apply = fail
raise SystemExit(__main__.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("arguments", [[], ["--profile={}"], ["tour", "--out", "{}/pictures"]])
def test_a_fault_before_there_is_a_window_is_one_line_and_the_log_file_tells_the_rest(
    arguments: list[str], profile: Path
) -> None:
    ended = run("-c", BROKEN, *(argument.format(profile) for argument in arguments))
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert str(profile / "log" / "studyapp.log") in ended.stderr
    assert "on purpose" in (profile / "log" / "studyapp.log").read_text(encoding="utf-8")


REFUSED = """
import sys
from studyapp.ui import trouble
from studyapp.__main__ import main


def quit_at_once(theme, found, *_):
    print(trouble.words(found, None)[1])
    return False


trouble.settle_trouble = quit_at_once
raise SystemExit(main(["--profile", sys.argv[1]]))
"""


def test_a_profile_that_cannot_be_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    ended = run("-c", REFUSED, str(tmp_path / "letter.txt" / "deeper"))
    assert (ended.returncode, ended.stderr) == (2, "")
    assert "cannot be used" in ended.stdout
    assert "Errno" not in ended.stdout


# -- the first time


@pytest.fixture
def greeting(window: MainWindow, desks: Desks) -> Greeting:
    desks.settings.change(greeted=False)
    window.settle()
    QApplication.processEvents()
    found = window.findChild(Greeting)
    assert found is not None
    return found


def press(greeting: Greeting, text: str) -> None:
    next(b for b in greeting.findChildren(QPushButton) if b.text() == text).click()


def test_a_new_learner_answers_three_questions(greeting: Greeting, desks: Desks) -> None:
    minutes = greeting.findChild(QSpinBox)
    dated = greeting.findChild(QCheckBox)
    assert minutes is not None
    assert dated is not None
    minutes.setValue(35)
    dated.setChecked(True)
    press(greeting, "Begin")
    now = desks.settings.settings
    assert (now.minutes_a_day, now.exam_date is None, now.greeted) == (35, False, True)


def test_the_greeting_can_be_skipped_and_does_not_come_back(
    greeting: Greeting, window: MainWindow, desks: Desks
) -> None:
    press(greeting, "Skip")
    assert desks.settings.settings.greeted
    greeting.deleteLater()
    window.settle()
    assert not any(g.isVisible() for g in window.findChildren(Greeting))


def test_escape_skips_the_greeting_too(greeting: Greeting, desks: Desks) -> None:
    before = desks.settings.settings
    QTest.keyClick(greeting, Qt.Key.Key_Escape)
    now = desks.settings.settings
    assert (now.greeted, now.minutes_a_day) == (True, before.minutes_a_day)


def test_the_greeting_offers_the_certifications_of_the_content(greeting: Greeting) -> None:
    box = greeting.findChild(QComboBox)
    assert box is not None
    assert box.itemText(0) == "Professional Scrum Product Owner I"


def test_today_knows_at_once_what_the_greeting_was_told(greeting: Greeting, window: MainWindow) -> None:
    dated = greeting.findChild(QCheckBox)
    assert dated is not None
    dated.setChecked(True)
    press(greeting, "Begin")
    assert any("days to your PSPO I exam" in text for text in _texts(window))


def _texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(PlainLabel)]
