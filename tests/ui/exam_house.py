"""A profile and a small pack to show the Exam and Progress pages on."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyapp import bundle
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.exam_values import ExamView
from studyapp.study.library import Library
from studyapp.ui.theme import Theme
from tests.tools.clock import Clock


@contextmanager
def house(folder: Path, pack: Path, clock: Clock) -> Iterator[Desks]:
    """The desks of a profile on one pack; what was done stays when they are closed or left without closing."""
    profile = open_profile(folder, clock, random.Random(3))
    desks = Desks(profile, Library((pack,), (), None, lambda _: None), clock, random.Random(5))
    try:
        yield desks
    finally:
        desks.close()


def light_theme() -> Theme:
    """The light theme at its usual size."""
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    return theme


def on_desk(desks: Desks) -> ExamView:
    """The paper that lies on the desk."""
    view = desks.exams.view()
    assert view is not None
    return view
