"""The work ahead on the Progress page, and what other minutes or another date would make of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.workloads import DAYS
from studyapp.ui.progress.page import ProgressPage
from tests.tools.clock import Clock
from tests.tools.drill_pack import write_drill_pack
from tests.ui.exam_house import house, light_theme

EXAM = date(2026, 12, 21)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_drill_pack(tmp_path / "d", {}, set()), clock) as opened:
        opened.settings.change(minutes_a_day=2, exam_date=EXAM)
        yield opened


@pytest.fixture
def page(desks: Desks, qapp: object, qtbot: QtBot) -> ProgressPage:
    made = ProgressPage(desks, light_theme())
    qtbot.addWidget(made)
    made.resize(1190, 750)
    made.wake(ProgressPage.cares_for)
    made.show()
    qtbot.waitUntil(lambda: bool(made.work.table.rows))
    return made


def test_every_coming_day_has_its_minutes(page: ProgressPage) -> None:
    assert len(page.work.table.rows) == DAYS
    assert page.work.table.rows[0][0] == "2026-11-23"
    assert "by the exam on 21 Dec 2026" in page.work.sentence


def test_other_minutes_are_tried_without_being_kept(page: ProgressPage, desks: Desks, qtbot: QtBot) -> None:
    page.work.trial._minutes.setValue(30)
    qtbot.waitUntil(lambda: "instead of" in page.work.sentence)
    assert desks.settings.settings.minutes_a_day == 2
    page.work.trial._back.click()
    assert "instead of" not in page.work.sentence


def test_what_was_tried_can_be_kept(page: ProgressPage, desks: Desks, qtbot: QtBot) -> None:
    page.work.trial._minutes.setValue(30)
    with qtbot.waitSignal(page.changed):
        page.work.trial._keep.click()
    assert desks.settings.settings.minutes_a_day == 30
    qtbot.waitUntil(lambda: page.work.trial.fields() == {})


def test_going_without_a_date_can_be_tried(page: ProgressPage, qtbot: QtBot) -> None:
    page.work.trial._dated.setChecked(False)
    assert page.work.trial.fields() == {"exam_date": None}
    qtbot.waitUntil(lambda: "instead of" in page.work.sentence)


def test_time_spent_today_is_taken_off_today(desks: Desks, clock: Clock) -> None:
    before = desks.workloads.inquiry()().days[0].minutes
    desks.reviews.begin()
    for _ in range(3):
        desks.reviews.rate(Rating.EASY, timedelta(seconds=30))
    assert desks.workloads.inquiry()().days[0].minutes < before


def test_of_very_many_cards_some_stand_for_all(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = desks.workloads.inquiry(minutes_a_day=30)()
    monkeypatch.setattr("studyapp.study.workloads._MOST_CARDS", 12)
    thinned = desks.workloads.inquiry(minutes_a_day=30)()
    assert thinned.total == whole.total
    assert thinned.met == pytest.approx(whole.met, abs=2)


def test_an_exam_that_has_passed_is_none_to_be_tried_against(
    page: ProgressPage, desks: Desks, qtbot: QtBot
) -> None:
    desks.settings.change(exam_date=EXAM - timedelta(days=60))
    page.wake(ProgressPage.cares_for)
    qtbot.waitUntil(lambda: not page.work.trial._dated.isChecked())
    assert page.work.trial.fields() == {}
    assert not page.work.trial._verdict.isVisible()
