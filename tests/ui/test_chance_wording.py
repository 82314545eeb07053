"""What is said of a chance to pass: whole per cent, the same everywhere, and never certainty."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.learning.forecast import Forecast
from studyapp.study.desks import Desks
from studyapp.ui.progress.chance_card import ChanceCard
from studyapp.ui.progress.exam_plots import ForecastPanel
from studyapp.ui.progress.exam_wording import fared_text, likely, likely_span, mock_figure, mocks_sentence
from studyapp.ui.today.wording import chance_note
from studyapp.ui.widgets.interval_bar import IntervalBar
from studyapp.ui.wording import chance_told, whole_chance
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import outlook, practise, sit
from tests.tools.clock import Clock
from tests.tools.forecasts import CERTAIN
from tests.ui.exam_house import house, light_theme


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), clock) as opened:
        yield opened


def test_no_chance_is_told_as_certain() -> None:
    assert [chance_told(share) for share in (0.0, 0.004, 0.62, 0.9999)] == ["1 %", "1 %", "62 %", "99 %"]
    assert "100 %" not in likely(CERTAIN) + likely_span(CERTAIN.interval)
    assert " 0 %" not in likely(CERTAIN)


def test_the_bar_of_a_chance_says_no_certainty_either(qtbot: QtBot) -> None:
    bar = IntervalBar(light_theme())
    qtbot.addWidget(bar)
    bar.show_chance(1.0, (0.999, 1.0))
    assert bar.accessibleName() == "Chance 99 %, likely between 99 % and 99 %"


@pytest.mark.parametrize("right", [0.8, 0.9, 1.0])
def test_today_tells_the_chance_that_progress_tells(desks: Desks, qtbot: QtBot, right: float) -> None:
    practise(desks, 50, right=right)
    card = ChanceCard(light_theme())
    qtbot.addWidget(card)
    desks.outlooks.keep(outlook(desks))
    practise(desks, 60, right=right)
    found = outlook(desks)
    desks.outlooks.keep(found)
    card.show_outlook(found)
    chance = desks.today.look().chance
    assert chance is not None
    assert card._figure.text() == chance_told(chance.chance)
    near = f"{whole_chance(chance.low)} % and {whole_chance(chance.high)} %"
    assert near in card._likely.text()
    assert f"likely {near.replace(' % and', ' to')}" in chance_note(chance, None, 0)


def test_the_line_of_forecasts_ends_at_the_chance_that_is_told(
    desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    practise(desks, 45, right=0.8)
    clock.tick(days=3)
    theme, found = light_theme(), outlook(desks)
    card, line = ChanceCard(theme), ForecastPanel(theme)
    for shown in (card, line):
        qtbot.addWidget(shown)
        shown.show_outlook(found)
    assert [row[0] for row in line.table.rows] == ["2026-11-23", "2026-11-26"]
    assert f"to {card._figure.text()}" in line.sentence or f"about {card._figure.text()}" in line.sentence
    assert isinstance(found.now, Forecast)
    assert [past.chance for past in found.past][-1] == found.now.chance


def test_a_mocks_score_reads_the_same_wherever_it_stands(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    clock.tick(days=1)
    sit(desks, right=7)
    (row,) = outlook(desks).fared
    assert "not passed with 87 %" in fared_text(replace(row, passed=False))
    assert "with 88.75 %" in fared_text(replace(row, real=True, share=0.8875))


def test_areas_that_were_missing_are_named_again_when_they_come_back(desks: Desks, qtbot: QtBot) -> None:
    practise(desks, 50, right=0.9)
    card, found = ChanceCard(light_theme()), outlook(desks)
    qtbot.addWidget(card)
    for areas in (CERTAIN.areas[:1], CERTAIN.areas):
        card.show_outlook(replace(found, now=replace(CERTAIN, areas=areas)))
    assert not any(line.isHidden() for line in card._lines)


def test_the_step_between_two_mocks_is_that_between_the_scores_shown(desks: Desks, clock: Clock) -> None:
    for right in (4, 7):
        sit(desks, right)
        clock.tick(days=1)
    figures = desks.report.progress().figures
    assert mock_figure(figures)[0] == "50 % → 87 %"
    assert "up by 37 points" in mocks_sentence(figures)
