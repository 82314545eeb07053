"""A paper against the clock: left lying, paused, crashed, and out of time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.scroll import Scroll
from tests.journeys.exam_steps import WORDS, begin, key, press, shown, wait
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    return shown(desks, theme, qtbot)


def test_a_paper_survives_a_crash_with_answers_and_time(
    page: ExamPage, desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    wait(page, clock, 60)
    key(qtbot, Qt.Key.Key_3)
    before = on_desk(desks)
    clock.tick(hours=5)
    desks.__dict__.pop("exams")
    again = shown(desks, theme, qtbot)
    press(again, "Go on")
    after = on_desk(desks)
    assert (after.chosen, after.number) == (before.chosen, before.number)
    assert after.time_left == timedelta(minutes=5)


def test_the_paper_hands_itself_in_at_zero(page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot) -> None:
    begin(page, qtbot)
    page.sitting._ask_to_hand_in()
    wait(page, clock, 360)
    assert page.shown is page.paper
    assert desks.exams.attempts()[0].handed_in_at is not None


def test_a_held_back_question_is_used_up_before_it_is_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    shown_text = page.sitting.view.card.stem.plain()
    kept = [event.payload["text"]["stem"] for event in desks.ledger.events(kind="exam-shown")]
    assert kept == [shown_text]


@pytest.mark.parametrize("late", [Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_F])
def test_nothing_that_comes_after_zero_counts_even_if_the_window_was_too_busy_to_look(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot, late: Qt.Key
) -> None:
    begin(page, qtbot)
    wait(page, clock, 350)
    clock.tick(seconds=30)
    key(qtbot, late)
    assert not desks.exams.running()
    result = desks.exams.result(desks.exams.attempts()[0].id)
    assert (result.ran_out, result.items[0].chosen, result.items[1].question) == (True, frozenset(), None)
    assert page.shown is page.paper


def test_words_typed_before_a_busy_window_ran_out_of_time_are_handed_in(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    QTest.keyClicks(page.sitting.view.card._field, "In the last second")
    while desks.exams.running():
        clock.tick(seconds=59)
        page.sitting._look()
    assert desks.exams.result(desks.exams.attempts()[0].id).items[0].words == "In the last second"


def test_the_clock_runs_on_while_another_page_is_in_sight(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.hide()
    assert page.sitting._clock.isActive()
    wait(page, clock, 30)
    assert on_desk(desks).elapsed == timedelta(seconds=30)


def test_the_pause_covers_the_question_where_the_profile_has_one(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, "p/exam/short")
    key(qtbot, Qt.Key.Key_P)
    assert on_desk(desks).standing_still
    assert not page.sitting.view.isVisible()
    key(qtbot, Qt.Key.Key_1)
    assert on_desk(desks).answered_count == 0


def test_a_paper_left_lying_is_offered_in_sight_and_its_cover_is_never_cut(
    page: ExamPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    page.resize(784, 500)
    begin(page, qtbot, "p/exam/short")
    key(qtbot, Qt.Key.Key_P)
    scroll = page.sitting._cover.findChild(Scroll)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    press(page, "Later")
    go_on = QApplication.focusWidget()
    assert go_on is not None
    qtbot.waitUntil(lambda: not go_on.visibleRegion().isEmpty())
    assert page.setup._scroll.verticalScrollBar().value() == 0


def test_a_mock_cannot_be_paused(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_P)
    assert not on_desk(desks).standing_still
