"""The outline beside an article is as high as its titles at the width that they have."""

import pytest
from pytestqt.qtbot import QtBot

from studyapp.catalog.article import Heading
from studyapp.ui.read.side_panel import SidePanel
from tests.ui.exam_house import light_theme


@pytest.mark.parametrize("before", [100, 400])
def test_an_outline_measured_at_another_width_is_measured_anew(qtbot: QtBot, before: int) -> None:
    panel = SidePanel(light_theme())
    panel.resize(before, 600)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_article([Heading(2, str(row), "When sizes turn out wrong", row) for row in range(6)], ())
    panel.resize(236, 600)
    qtbot.waitUntil(lambda: panel.contents.height() == panel.contents.content_height())
