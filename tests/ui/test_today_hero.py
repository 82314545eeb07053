"""The day's work on Today: whatever its button says next stands there whole."""

import pytest
from pytestqt.qtbot import QtBot

from studyapp.ui.theme import Theme
from studyapp.ui.today.hero import Hero
from studyapp.ui.today.wording import WAITING


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_button_grows_with_its_text(zoom: int, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(zoom)
    hero = Hero(theme)
    qtbot.addWidget(hero)
    hero.resize(740, 400)
    hero.show()
    for text in ("Start today’s session", "Answer practice questions", "Read on"):
        hero.show_day(WAITING._replace(button=text))
        assert hero._start.width() == hero._start.sizeHint().width()
        assert not hero._choose.geometry().intersects(hero._start.geometry())
