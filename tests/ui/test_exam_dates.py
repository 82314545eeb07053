"""A paper bears one date wherever it is listed: the study day on which it began."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from studyapp.ui.exam.setup_view import SetupView
from studyapp.ui.exam.wording import began
from studyapp.ui.progress.exam_plots import MocksPanel
from studyapp.ui.widgets.progress_row import ProgressRow
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme


def test_a_mock_begun_after_midnight_stands_at_the_evening_before_everywhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clock = Clock()
    clock.tick(hours=16, minutes=30)  # half past one in the morning of the 24th
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as desks:
        sit(desks, right=8)
        listed, plotted = SetupView(light_theme()), MocksPanel(light_theme())
        qtbot.addWidget(listed)
        qtbot.addWidget(plotted)
        listed.show_attempts(desks.exams.attempts(), {})
        plotted.show_progress(desks.report.progress())
        result = desks.exams.result(desks.exams.attempts()[0].id)
    (row,) = listed.findChildren(ProgressRow)
    assert row.line.title == "Mock exam · PSPO I · 23 November 2026"
    assert plotted.table.rows[0][0] == "2026-11-23"
    assert began(result).startswith("23 November 2026, ")


def test_a_time_after_midnight_says_so_beside_the_study_day(tmp_path: Path) -> None:
    clock = Clock()
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as desks:
        sit(desks, right=8)
        result = desks.exams.result(desks.exams.attempts()[0].id)
    here = result.began_at.astimezone()
    told = [began(replace(result, began_at=here.replace(day=day, hour=1, minute=30))) for day in (23, 24)]
    assert told == ["23 November 2026, 01:30", "23 November 2026, 01:30 the day after"]
