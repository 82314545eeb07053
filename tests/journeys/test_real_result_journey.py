"""A learner enters how the real exam went, and the page holds its forecast against it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from studyapp.learning.forecast import Forecast
from studyapp.learning.forecast import Outlook as Area
from studyapp.study.desks import Desks
from studyapp.ui.progress.page import ProgressPage
from studyapp.ui.progress.result_dialog import ResultDialog
from studyapp.ui.widgets.dialog import Dialog
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), clock) as opened:
        practise(opened, 50, right=0.9)
        clock.tick(days=1)
        yield opened


@pytest.fixture
def page(desks: Desks, qapp: object, qtbot: QtBot) -> ProgressPage:
    made = ProgressPage(desks, light_theme())
    qtbot.addWidget(made)
    made.resize(1190, 750)
    made.wake(ProgressPage.cares_for)
    made.show()
    settled(made, qtbot)
    return made


def settled(page: ProgressPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.outlook is not None and page.complete)


def button(page: ProgressPage, name: str) -> QAbstractButton:
    found = [b for b in page.real.findChildren(QAbstractButton) if b.accessibleName().startswith(name)]
    return next(b for b in found if b.isVisible())


def form(page: ProgressPage) -> ResultDialog:
    return next(d for d in page.window().findChildren(ResultDialog) if d.isVisible())


def press(dialog: Dialog, text: str) -> None:
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text).click()


def enter(page: ProgressPage, score: str) -> None:
    button(page, "Enter a result").click()
    dialog = form(page)
    QTest.keyClicks(dialog._score, score)
    press(dialog, "Save")


def test_what_progress_tells_is_kept_for_later(page: ProgressPage, desks: Desks) -> None:
    assert page.outlook is not None
    assert desks.today.look().chance is not None


def test_a_result_is_entered_and_held_against_the_forecast(
    page: ProgressPage, desks: Desks, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.changed):
        enter(page, "88,75 %")
    settled(page, qtbot)
    (result,) = desks.results.results()
    assert (result.certification, result.passed, result.score) == ("pspo-1", True, 88.75)
    assert page.fared.table.rows[0][-2:] == ("passed", "0.887")
    assert page.fared.sentence.startswith("Before 1 exam the forecast was")


def test_what_is_no_score_is_not_taken(page: ProgressPage, desks: Desks) -> None:
    enter(page, "many")
    dialog = form(page)
    assert dialog.isVisible()
    assert "0 to 100" in dialog._note.text()
    assert desks.results.results() == ()


@pytest.mark.parametrize(("passed", "score"), [(True, "20"), (False, "95"), (False, "85")])
def test_a_score_against_the_pass_mark_is_asked_about_before_it_is_kept(
    page: ProgressPage, desks: Desks, passed: bool, score: str
) -> None:
    button(page, "Enter a result").click()
    form(page)._outcome.setCurrentIndex(0 if passed else 1)
    form(page)._score.setText(score)
    press(form(page), "Save")
    assert f"passed with {score} %?" in question(page).windowTitle().lower()
    press(question(page), "Cancel")
    assert form(page).isVisible()
    assert desks.results.results() == ()


def test_a_score_against_the_pass_mark_is_kept_when_the_learner_means_it(
    page: ProgressPage, desks: Desks
) -> None:
    enter(page, "20")
    press(question(page), "Save it all the same")
    (result,) = desks.results.results()
    assert (result.passed, result.score) == (True, 20.0)


def test_a_day_to_come_is_told_and_not_kept(page: ProgressPage, desks: Desks) -> None:
    button(page, "Enter a result").click()
    dialog = form(page)
    dialog._date.setDate(dialog._date.date().addDays(1))
    press(dialog, "Save")
    assert "is still to come" in dialog._note.text()
    assert desks.results.results() == ()


def question(page: ProgressPage) -> Dialog:
    found = (d for d in page.window().findChildren(Dialog) if d.isVisible())
    return next(d for d in found if not isinstance(d, ResultDialog))


def test_a_result_is_changed_and_removed_again(page: ProgressPage, desks: Desks) -> None:
    enter(page, "90")
    button(page, "Change").click()
    dialog = form(page)
    dialog._score.clear()
    QTest.keyClick(dialog._outcome, Qt.Key.Key_Down)
    press(dialog, "Save")
    assert [result.passed for result in desks.results.results()] == [False]
    button(page, "Remove").click()
    question = next(d for d in page.window().findChildren(Dialog) if d.windowTitle() == "Remove this result?")
    press(question, "Remove")
    assert desks.results.results() == ()


def test_mocks_taken_later_judge_the_forecasts(
    page: ProgressPage, desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    clock.tick(hours=1)
    sit(desks, right=4)
    page.outlook = None
    page.wake(ProgressPage.cares_for)
    settled(page, qtbot)
    assert page.fared.table.rows[0][-3:] == ("told before", "not passed", "0.500")


def test_an_aim_without_an_exam_takes_the_chance_to_pass_away(
    page: ProgressPage, desks: Desks, qtbot: QtBot
) -> None:
    assert page.chance.isVisible()
    page.wake(desks.settings.change(certification="cspo"))
    qtbot.waitUntil(lambda: page.outlook is None and page.complete)
    assert not page.chance.isVisible()
    assert page.forecast.sentence.startswith("Once there is enough evidence")


def test_the_area_where_an_hour_gains_most_is_told_even_when_it_costs_little(page: ProgressPage) -> None:
    assert page.outlook is not None
    assert isinstance(page.outlook.now, Forecast)
    few = tuple(Area(f"a{n}", 0.8, 5.0 - n, 0.01) for n in range(3))
    now = replace(page.outlook.now, areas=(*few, Area("late", 0.9, 0.5, 0.2)))
    page.chance.show_outlook(replace(page.outlook, now=now, titles={"late": "Late things"}))
    assert page.chance._best.text() == "Most to gain: Late things, about 20 points in an hour"


def test_a_result_can_be_entered_from_the_commands(page: ProgressPage) -> None:
    next(a for a in page.actions() if a.text() == "Enter the result of a real exam").trigger()
    assert form(page).isVisible()
    form(page).reject()
