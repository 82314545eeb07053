"""The expert settings show the rules of scheduling, say what is wrong in plain words, and change what is scheduled."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.learning.rule_text import numbers_text
from studyapp.learning.schedule_rules import LONGEST, PARAMETERS, Rules
from studyapp.store.event import Event
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.background import wait_for_all
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.preferences.expert import ExpertDialog
from studyapp.ui.theme import Theme
from tests.learning.test_fsrs_fit import FORGETFUL, learner
from tests.study.test_fitting import answered
from tests.tools.clock import Clock
from tests.tools.histories import card

Show = Callable[[], ExpertDialog]


@pytest.fixture
def show(theme: Theme, desks: Desks, qtbot: QtBot) -> Iterator[Show]:
    """Opens the expert settings; what they began on a thread ends with the test."""
    made: list[ExpertDialog] = []

    def open_it() -> ExpertDialog:
        made.append(ExpertDialog(theme, desks))
        qtbot.addWidget(made[-1])
        made[-1].present()
        return made[-1]

    yield open_it
    for each in made:
        each.reject()
    wait_for_all()


@pytest.fixture
def answers(desks: Desks, clock: Clock) -> None:
    """A learner who forgets sooner than most."""
    events: list[Event] = []
    for number, story in enumerate(learner(4, 140, FORGETFUL)):
        at = clock.moment - timedelta(days=200)
        for rating, days in story:
            at += timedelta(days=days)
            events.append(answered(len(events) + 1, at, card(f"c{number}"), rating))
    desks.ledger.merge(events)


def type_into(dialog: ExpertDialog, name: str, text: str) -> None:
    control = dialog.blocks[name].control
    control.setPlainText(text) if name == "parameters" else control.setText(text)  # type: ignore[union-attr]


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_preferences_lead_to_them(theme: Theme, desks: Desks, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(theme, desks)
    qtbot.addWidget(dialog)
    dialog._open_expert()
    (expert,) = dialog.findChildren(ExpertDialog)
    assert expert.isVisible()
    expert.reject()
    wait_for_all()


def test_every_rule_is_shown_and_what_is_left_alone_changes_nothing(show: Show, desks: Desks) -> None:
    dialog, before = show(), len(list(desks.ledger.events()))
    shown = {name: block.chosen() for name, block in dialog.blocks.items()}
    assert shown == {name: getattr(desks.settings.settings, name) for name in shown}
    dialog._save()
    assert len(list(desks.ledger.events())) == before


def test_what_was_chosen_holds_once_it_is_saved(show: Show, desks: Desks, qtbot: QtBot) -> None:
    dialog = show()
    dialog.blocks["retention"].control.setValue(85)  # type: ignore[union-attr]
    type_into(dialog, "learning_steps", "30s 10m 2h")
    dialog.blocks["new_a_day"].control.setValue(5)  # type: ignore[union-attr]
    with qtbot.waitSignal(dialog.changed) as told:
        dialog._save()
    assert told.args == [Change.SETTINGS | Change.REVIEWS]
    assert desks.ledger.scheduler.rules == Rules(retention=0.85, learning_steps=(30, 600, 7200))
    assert desks.settings.settings.new_a_day == 5


def test_a_pasted_set_of_numbers_is_taken(show: Show, desks: Desks, qtbot: QtBot) -> None:
    dialog = show()
    type_into(dialog, "parameters", f"[{numbers_text([*PARAMETERS[:20], 0.2])}]")
    with qtbot.waitSignal(dialog.changed):
        dialog._save()
    assert desks.ledger.scheduler.parameters == (*PARAMETERS[:20], 0.2)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("parameters", "0.2, 0.3", "There are 2 numbers; a set has 21"),
        (
            "parameters",
            numbers_text((*PARAMETERS[:4], 12, *PARAMETERS[5:])),
            "Number 5 is 12; it must lie between 1",
        ),
        ("parameters", "0.2, x", "At place 2 stands “x”, which is no number."),
        ("learning_steps", "1m 2d", "“2d” is no step."),
        ("relearning_steps", "1m " * 11, "More than ten steps"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words_and_nothing_is_saved(
    show: Show, desks: Desks, name: str, text: str, words: str
) -> None:
    dialog = show()
    type_into(dialog, name, text)
    dialog._save()
    assert dialog.isVisible()
    assert words in dialog.blocks[name].told
    assert desks.ledger.scheduler.rules == Rules()


def test_an_earlier_set_says_what_is_made_of_it(show: Show) -> None:
    dialog = show()
    type_into(dialog, "parameters", ", ".join(map(str, PARAMETERS[:19])))
    assert dialog.blocks["parameters"].told.startswith("A set of FSRS-5")


def test_each_setting_goes_back_to_its_default_on_its_own(show: Show, desks: Desks, qtbot: QtBot) -> None:
    desks.settings.change(retention=0.8, learning_steps=(60,))
    dialog = show()
    block = dialog.blocks["retention"]
    assert block._back.isVisible()
    block._back.click()
    with qtbot.waitSignal(dialog.changed):
        dialog._save()
    assert not block._back.isVisibleTo(block)
    assert desks.ledger.scheduler.rules == Rules(learning_steps=(60,))


def test_enter_in_a_field_saves(show: Show, desks: Desks, qtbot: QtBot) -> None:
    dialog = show()
    box = dialog.blocks["retention"].control
    box.setValue(85)  # type: ignore[union-attr]
    with qtbot.waitSignal(dialog.changed):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert desks.ledger.scheduler.retention == 0.85


def test_the_wheel_scrolls_past_numbers_without_changing_them(show: Show) -> None:
    dialog = show()
    box = dialog.blocks["longest_interval"].control
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert dialog.blocks["longest_interval"].chosen() == LONGEST


def test_the_wanted_recall_says_what_it_costs(show: Show, answers: None, qtbot: QtBot) -> None:
    dialog = show()
    block = dialog.blocks["retention"]
    qtbot.waitUntil(lambda: "reviews fall due a day" in block.told)
    block.control.setValue(95)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "at 90 %" in block.told)


def test_leaving_while_the_cards_are_reckoned_anew_changes_nothing(
    show: Show, answers: None, desks: Desks
) -> None:
    dialog = show()
    dialog.blocks["retention"].control.setValue(85)  # type: ignore[union-attr]
    dialog._save()
    dialog.reject()
    assert wait_for_all(2000)
    QApplication.processEvents()
    assert desks.ledger.scheduler.rules == Rules()


def test_too_few_answers_are_counted_and_not_fitted_to(show: Show, qtbot: QtBot) -> None:
    panel = show().fit_panel
    qtbot.waitUntil(lambda: "640 are needed" in panel.said)
    assert panel.said.startswith("0 of your answers count")
    assert not panel._begin.isEnabled()


def test_fitted_numbers_are_judged_used_and_given_back(
    show: Show, answers: None, desks: Desks, qtbot: QtBot
) -> None:
    dialog = show()
    panel = dialog.fit_panel
    qtbot.waitUntil(panel._begin.isEnabled)
    panel._begin.click()
    qtbot.waitUntil(lambda: "log loss" in panel.said)
    assert "They foretell your answers better." in panel.said
    qtbot.waitUntil(lambda: in_sight(panel._use))
    with qtbot.waitSignal(dialog.changed):
        panel._use.click()
    assert desks.ledger.scheduler.parameters == dialog.blocks["parameters"].chosen() != PARAMETERS
    with qtbot.waitSignal(dialog.changed):
        panel._back.click()
    assert desks.ledger.scheduler.parameters == dialog.blocks["parameters"].chosen() == PARAMETERS
    assert not panel._back.isVisibleTo(panel)


def test_a_fit_can_be_stopped(show: Show, answers: None, qtbot: QtBot) -> None:
    panel = show().fit_panel
    qtbot.waitUntil(panel._begin.isEnabled)
    panel._begin.click()
    panel._stop.click()
    qtbot.waitUntil(lambda: panel.said.startswith("Stopped"))
    assert panel._begin.isVisible()


def test_the_window_may_go_while_a_fit_is_under_way(show: Show, answers: None, qtbot: QtBot) -> None:
    dialog = show()
    qtbot.waitUntil(dialog.fit_panel._begin.isEnabled)
    dialog.fit_panel._begin.click()
    dialog.reject()
    assert wait_for_all(2000)
