"""Reading aloud: offered where there is a voice and nowhere else, from the place in sight, until Escape."""

import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, Signal

from studyapp.ui.main_window import MainWindow
from studyapp.ui.read import voice
from studyapp.ui.read.aloud import passages
from studyapp.ui.read.page import ReadPage
from studyapp.ui.read.voice import Voice, find_voice, installed, usable
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, read_page, window
from tests.ui.exam_house import light_theme


class State(Enum):
    """Those of Qt's speech that matter here."""

    Ready = 0
    Speaking = 1


class Speech(QObject):
    """Stands where Qt's speech would: it keeps what it is given to say, and is done when told."""

    stateChanged = Signal(object)  # noqa: N815 - the name that Qt gives it

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.stopped = 0

    def availableLocales(self) -> list[QLocale]:
        return []

    def say(self, text: str) -> None:
        self.said.append(text)
        self.stateChanged.emit(State.Speaking)

    def stop(self) -> None:
        self.stopped += 1
        self.stateChanged.emit(State.Ready)

    def finish(self) -> None:
        self.stateChanged.emit(State.Ready)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


@pytest.fixture
def speech(page: ReadPage) -> Speech:
    made = Speech()
    page.aloud.offer(lambda parent: Voice(made, parent))
    return made


def offered(page: ReadPage) -> bool:
    return any("aloud" in action.text() for action in page.actions())


@pytest.mark.parametrize(
    ("engines", "chosen"), [([], []), (["mock"], []), (["mock", "speechd", "flite"], ["speechd", "flite"])]
)
def test_only_engines_that_make_a_sound_are_used(engines: list[str], chosen: list[str]) -> None:
    assert usable(engines) == chosen


def test_reading_aloud_is_offered_exactly_where_this_machine_has_a_voice(page: ReadPage) -> None:
    page.aloud.look()
    engines = import_module(voice.MODULE).QTextToSpeech.availableEngines() if installed() else []
    assert offered(page) <= bool(usable(engines))
    assert installed() or find_voice(page) is None


def test_a_speech_module_that_cannot_be_loaded_counts_as_none(
    page: ReadPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "MODULE", "studyapp.ui.read.voice.missing")
    monkeypatch.setattr(voice, "installed", lambda: True)
    page.aloud.look()
    assert not offered(page)


def test_the_pages_own_modules_load_no_speech() -> None:
    code = "import sys, studyapp.ui.read.page; sys.exit('PySide6.QtTextToSpeech' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_reads_from_the_heading_in_sight_to_the_end(page: ReadPage, speech: Speech) -> None:
    page.lectern.go("value")
    assert page.aloud.read is not None
    page.aloud.read.trigger()
    speech.finish()
    assert speech.said == [
        "Value",
        "The Product Owner answers for the value of the product. A Sprint is a step towards it.",
    ]


def test_a_selection_is_read_alone(page: ReadPage, speech: Speech) -> None:
    cursor = page.lectern.view.document().find("decides what is worth")
    page.lectern.view.setTextCursor(cursor)
    assert page.aloud.read is not None
    page.aloud.read.trigger()
    speech.finish()
    assert speech.said == ["decides what is worth"]


def test_escape_and_another_article_are_silence(opened: MainWindow, page: ReadPage, speech: Speech) -> None:
    assert page.aloud.read is not None
    page.aloud.read.trigger()
    before = speech.stopped
    key(opened, Qt.Key.Key_Escape)
    assert (speech.stopped, len(speech.said)) == (before + 1, 1)
    page.aloud.read.trigger()
    before = speech.stopped
    opened.go("studyapp:the-sprint")
    assert (speech.stopped, len(speech.said)) == (before + 1, 2)


def test_cells_and_paragraphs_are_said_apart_and_pictures_not_at_all() -> None:
    assert passages("One\u2029\ufffc\u2029\ufdd0a\ufdd1b\u2029 – ") == ["One", "a", "b"]
