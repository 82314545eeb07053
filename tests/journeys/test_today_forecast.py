"""Today comes to know the chance to pass by itself, and goes on knowing it at the next start."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.ui.today.page import TodayPage
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import practise
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme

CHANCE = "Chance to pass today, on our mocks"


@pytest.mark.parametrize(("answers", "caption"), [(50, CHANCE), (20, "Recall tomorrow")])
def test_today_tells_the_chance_once_there_is_evidence(
    answers: int, caption: str, tmp_path: Path, qapp: object, qtbot: QtBot
) -> None:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", practice=60), Clock()) as desks:
        practise(desks, answers, right=0.9)
        page = TodayPage(desks, light_theme())
        qtbot.addWidget(page)
        page.wake(TodayPage.cares_for)
        page.show()
        assert page._recall._caption.text() == "Recall tomorrow"
        page._forecasting.begin()
        qtbot.waitUntil(lambda: page._forecasting._work is None)
        assert page._recall._caption.text() == caption
        assert (desks.glance().chance is not None) == (caption == CHANCE)
        page.close()
