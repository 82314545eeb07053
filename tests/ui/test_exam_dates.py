"""What people call by a date bears the calendar's, after midnight too; the study day only plans and counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.learning.study_day import next_midnight, on_the_calendar
from studyapp.study.desks import Desks
from studyapp.ui.exam.result_export import result_report
from studyapp.ui.exam.setup_view import SetupView
from studyapp.ui.exam.titles import Titles
from studyapp.ui.exam.wording import began
from studyapp.ui.progress.exam_plots import MocksPanel
from studyapp.ui.today.wording import day_of
from studyapp.ui.widgets.progress_row import ProgressRow
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme


@pytest.fixture
def night() -> Clock:
    """Twenty-two minutes past two on the 24th, in a zone ten hours ahead."""
    clock = Clock()
    clock.travel(hours=10)
    clock.tick(hours=7, minutes=22)
    return clock


@pytest.fixture
def desks(tmp_path: Path, night: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), night) as opened:
        yield opened


def test_a_mock_begun_after_midnight_bears_that_date_everywhere(desks: Desks, qtbot: QtBot) -> None:
    sit(desks, right=8)
    listed, plotted = SetupView(light_theme()), MocksPanel(light_theme())
    qtbot.addWidget(listed)
    qtbot.addWidget(plotted)
    listed.show_attempts(desks.exams.attempts(), {})
    plotted.show_progress(desks.report.progress())
    result = desks.exams.result(desks.exams.attempts()[0].id)
    (row,) = listed.findChildren(ProgressRow)
    assert row.line.title == "Mock exam · PSPO I · 24 November 2026"
    assert plotted.table.rows[0][0] == "2026-11-24"
    assert began(result) == "24 November 2026, 02:22"
    assert result_report(result, Titles(desks), ()).name.endswith("2026-11-24")


def test_a_paper_keeps_the_date_of_the_zone_in_which_it_was_sat(desks: Desks, night: Clock) -> None:
    sit(desks, right=8)
    night.travel(hours=-8)
    (row,) = desks.exams.attempts()
    assert (began(row), desks.ledger.date()) == ("24 November 2026, 02:22", date(2026, 11, 23))
    assert began(desks.exams.result(row.id)) == "24 November 2026, 02:22"


def test_an_entry_of_learning_and_the_result_of_an_exam_may_bear_the_new_date(desks: Desks) -> None:
    assert desks.ledger.today().date == date(2026, 11, 23)
    assert desks.seus.today() == desks.results.today() == date(2026, 11, 24)
    desks.seus.add(date(2026, 11, 24), "A talk", 60)
    assert desks.seus.entries()[0].day == date(2026, 11, 24)


def test_the_days_to_the_exam_count_by_the_calendar(desks: Desks) -> None:
    for day, told in ((24, "Your PSPO I exam is today"), (25, "1 day to your PSPO I exam")):
        desks.settings.change(certification="pspo-1", exam_date=date(2026, 11, day))
        assert day_of(desks.glance()).above == told


def test_midnight_is_that_of_the_learners_own_clock(night: Clock) -> None:
    local = on_the_calendar(night(), 600)
    assert f"{local:%d %H:%M} {next_midnight(local):%d %H:%M}" == "24 02:22 25 00:00"
    assert (next_midnight(local) - local).total_seconds() == (21 * 60 + 38) * 60
