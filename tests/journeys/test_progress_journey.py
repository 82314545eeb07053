"""Progress, through the real page, with figures worked out on a thread."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.practice_desk import PracticeScope
from studyapp.study.reading_room import Visit
from studyapp.ui.progress.page import ProgressPage
from studyapp.ui.theme import Theme
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme, on_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


def shown(desks: Desks, theme: Theme, qtbot: QtBot) -> ProgressPage:
    page = ProgressPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.wake(ProgressPage.cares_for)
    page.show()
    qtbot.waitUntil(lambda: page.complete)
    return page


def sit(desks: Desks, clock: Clock, right: int) -> None:
    desks.exams.begin(ItemId("p/exam/mock"))
    for number in range(1, 9):
        desks.exams.go(number)
        clock.tick(seconds=3)
        desks.exams.look()
        question = on_desk(desks).question
        assert question is not None
        wrong = frozenset({next(n for n in range(4) if n not in question.key)})
        desks.exams.choose(question.key if number <= right else wrong)
    desks.exams.hand_in()


def test_an_empty_profile_is_told_what_each_plot_is_for(desks: Desks, theme: Theme, qtbot: QtBot) -> None:
    page = shown(desks, theme, qtbot)
    assert page.mocks.sentence.startswith("Sit a mock exam")
    assert page.mock._figure.text() == "–"


def test_page_down_scrolls_before_anything_has_the_focus(desks: Desks, theme: Theme, qtbot: QtBot) -> None:
    page = shown(desks, theme, qtbot)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.view.verticalScrollBar().value() > 0


def test_mock_scores_go_from_the_first_to_the_last(
    desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    sit(desks, clock, right=4)
    clock.tick(days=1)
    sit(desks, clock, right=7)
    page = shown(desks, theme, qtbot)
    assert page.mock._figure.text() == "50 % → 87 %"
    assert page.mocks.sentence.startswith("1 of 2 honest mocks passed; up by 37 points")
    assert page.mocks.table.rows[0][2] == "0.500"


def test_a_repeat_is_left_out_of_the_line(desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot) -> None:
    for right in (4, 7, 8):
        sit(desks, clock, right)
    page = shown(desks, theme, qtbot)
    assert len(page.mocks.table.rows) == 2


def test_a_day_of_practice_is_a_day_studied(desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot) -> None:
    desks.practice.begin(PracticeScope())
    desks.practice.answer(frozenset({0}), sure=True, took=timedelta(minutes=2))
    page = shown(desks, theme, qtbot)
    assert page.days.table.rows == (("2026-11-23", "0", "1", "0", "0", "2"),)
    assert page.time._figure.text() == "2 min"


def test_a_day_of_reading_is_a_day_studied_and_its_time_is_that_days(
    desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    for minutes in (50, 10, 0.5):
        took = timedelta(minutes=minutes)
        desks.reading.leave(ItemId("p/article/facts"), Visit("", 0.5, took, False))
        clock.tick(days=1)
    page = shown(desks, theme, qtbot)
    assert page.days.table.rows == (
        ("2026-11-24", "0", "0", "0", "10", "10"),
        ("2026-11-23", "0", "0", "0", "50", "50"),
    )
    assert (page.time._figure.text(), page.time._note.text()) == ("1 h 00 min", "30 min a day, on 2 days")
    assert page.days.sentence.startswith("You studied on 2 of the last 30 days")
    assert any("50 min of reading" in mark.text for mark in page.days.plot.laid_out)


def test_figures_are_asked_for_again_when_something_changed_meanwhile(
    desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    page = shown(desks, theme, qtbot)
    page.wake(Change.EXAMS)
    sit(desks, clock, right=8)
    page.wake(Change.EXAMS)
    qtbot.waitUntil(lambda: page.mock._figure.text() == "100 %")


def test_tables_are_tables_again_at_the_next_start(desks: Desks, theme: Theme, qtbot: QtBot) -> None:
    page = shown(desks, theme, qtbot)
    page.days.show_as_table(True)
    again = shown(desks, theme, qtbot)
    again.restore(page.state())
    assert again.days.as_table


def test_a_page_out_of_sight_asks_for_nothing_more_until_it_is_seen_again(
    desks: Desks, theme: Theme, qtbot: QtBot
) -> None:
    page = ProgressPage(desks, theme)
    qtbot.addWidget(page)
    page.wake(ProgressPage.cares_for)
    qtbot.waitUntil(lambda: page.progress is not None and not page._pause.isActive())
    assert not page.complete
    page.show()
    qtbot.waitUntil(lambda: page.complete)


def test_a_mock_stands_at_the_learners_own_day_everywhere(
    desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    clock.travel(hours=13)
    clock.tick(hours=8)
    sit(desks, clock, right=4)
    page = shown(desks, theme, qtbot)
    assert page.days.table.rows[0][0] == "2026-11-24"
    assert page.mocks.table.rows[0][0] == "2026-11-24"
    assert "Tue 24 Nov" in page.mocks.plot.laid_out[0].text
