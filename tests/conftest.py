"""What every test rests on: no screen needed, never the learner's own profile, and a clock that stands still.

What needs Qt is imported by the fixtures that need it, so that the tests of the core run without it.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from studyapp.catalog.render_process import RenderProcess
from studyapp.catalog.renderings import Renderings
from tests.tools.clock import Clock
from tests.tools.small_pack import write_small_pack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.study.desks import Desks
    from studyapp.ui.main_window import MainWindow
    from studyapp.ui.theme import Theme

_OLDEST = ("cli", "content", "journeys", "packaging", "study")
"""Folders whose tests take whole ways through the program: the oldest Python is enough for them."""
_NEWEST = ("catalog", "ui")
"""Folders whose tests try what those ways are made of: the newest Python is enough for them."""

os.environ["QT_QPA_PLATFORM"] = "offscreen"
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # a busy machine is no fault of ours


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is run on one Python alone where there are two, so that the suite is over soon."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if item.get_closest_marker("each") or "qtmodeltester" in getattr(item, "fixturenames", ()):
            continue
        if folder in _OLDEST:
            item.add_marker("oldest")
        elif folder in _NEWEST:
            item.add_marker("newest")


@pytest.fixture(autouse=True, scope="session")
def one_renderer() -> Iterator[None]:
    """Texts of others are rendered by one process for all tests: to start one takes longer than most tests do."""
    process = RenderProcess()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderings, "_worker", lambda _: process)
        yield
    process.close()


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the learner's data, alone for this test."""
    home = tmp_path / "profile"
    monkeypatch.setenv("STUDYAPP_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def kept_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a program that has been started once keeps of the bundled content and of Qt, as a folder."""
    home = tmp_path_factory.mktemp("started")
    command = [sys.executable, "-m", "studyapp", "--profile", str(home), "--bench-exit-when-usable"]
    subprocess.run(command, check=True, capture_output=True)
    (home / "cache" / "today.json").unlink()  # tells of that profile's learner
    return home / "cache"


@pytest.fixture
def started(profile: Path, kept_content: Path) -> Path:
    """A profile without a learner, where nothing of the bundled content is left to be parsed."""
    shutil.copytree(kept_content, profile / "cache")
    return profile


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "QtBot":
    """Waits a minute for what the program does beside the window, since a machine may be busy."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=60_000)  # type: ignore[method-assign]
    return qtbot


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock()


@pytest.fixture
def small_pack(tmp_path: Path) -> Path:
    """The folder of the small pack."""
    return write_small_pack(tmp_path / "small")


@pytest.fixture
def open_small(profile: Path, small_pack: Path, clock: Clock) -> Iterator[Callable[[], "Desks"]]:
    """Opens the desks over the small pack alone; again and again, as starting the program does."""
    from studyapp.store.profile import open_profile
    from studyapp.study.desks import Desks
    from studyapp.study.library import Library

    opened: list[Desks] = []

    def open_again() -> Desks:
        if opened:
            opened[-1].close()
        learner = open_profile(profile, clock, random.Random(3))
        own = learner.places.own_cards
        library = Library((small_pack,), (), profile / "cache", lambda _: None, own=own)
        opened.append(Desks(learner, library, clock, random.Random(5)))
        return opened[-1]

    yield open_again
    for desks in opened:
        desks.close()


@pytest.fixture
def desks(open_small: Callable[[], "Desks"]) -> "Desks":
    """The desks over the small pack; the learner has been greeted."""
    made = open_small()
    made.settings.change(greeted=True)
    return made


@pytest.fixture
def theme(qapp: object) -> "Theme":
    """The light theme at 100 %."""
    from studyapp import bundle
    from studyapp.ui.theme import Theme

    made = Theme(bundle.resources_dir(), "light")
    made.apply()
    return made


@pytest.fixture
def window(desks: "Desks", theme: "Theme") -> Iterator["MainWindow"]:
    """The window on Today, shown and active, with the small pack."""
    from PySide6.QtCore import QEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from studyapp.preferences import Preferences
    from studyapp.ui.background import wait_for_all
    from studyapp.ui.main_window import MainWindow
    from studyapp.ui.news import News

    made = MainWindow(desks, theme, News(), Preferences())
    made.begin("today")
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    wait_for_all()
    made.deleteLater()
    QApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # its timers go before what they would look at
    QApplication.processEvents()
