"""Settings are entries of the log."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from studyapp.learning.schedule_rules import Rules
from studyapp.store.fold_settings import setting_item
from studyapp.store.ledger import Ledger
from studyapp.store.profile import open_profile
from studyapp.study.change import Change
from studyapp.study.settings_desk import LearnerSettings, SettingsDesk
from tests.tools.clock import Clock


@pytest.fixture
def ledger(profile: Path, clock: Clock) -> Iterator[Ledger]:
    with open_profile(profile, clock, Random(1)) as opened:
        yield opened.ledger


def test_a_new_learner_has_the_defaults(ledger: Ledger) -> None:
    assert SettingsDesk(ledger).settings == LearnerSettings()


def test_what_was_changed_holds_at_once_and_at_the_next_start(ledger: Ledger) -> None:
    desk = SettingsDesk(ledger)
    assert desk.change(exam_date=date(2027, 1, 5), minutes_a_day=35, greeted=True) == Change.SETTINGS
    assert desk.settings == SettingsDesk(ledger).settings
    assert (desk.settings.exam_date, desk.settings.minutes_a_day) == (date(2027, 1, 5), 35)


def test_only_what_differs_is_written(ledger: Ledger) -> None:
    desk = SettingsDesk(ledger)
    desk.change(minutes_a_day=20, certification="pspo-2")
    assert [event.item for event in ledger.events("setting")] == [setting_item("certification")]
    assert desk.change(certification="pspo-2") == Change.NOTHING


def test_an_exam_date_can_be_taken_away_again(ledger: Ledger) -> None:
    desk = SettingsDesk(ledger)
    desk.change(exam_date=date(2027, 1, 5))
    desk.change(exam_date=None)
    assert SettingsDesk(ledger).settings.exam_date is None


@pytest.mark.parametrize("wrong", [{"minutes_a_day": 0}, {"rollover_hour": 24}])
def test_a_value_out_of_range_changes_nothing(ledger: Ledger, wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong)).split("_")[0]):
        SettingsDesk(ledger).change(certification="x", **wrong)
    assert list(ledger.events()) == []


def test_an_unknown_setting_is_refused(ledger: Ledger) -> None:
    with pytest.raises(TypeError):
        SettingsDesk(ledger).change(colour="red")


@pytest.mark.parametrize("value", ["soon", 5, None, -3, True])
def test_values_of_a_newer_program_are_passed_over(ledger: Ledger, value: object) -> None:
    ledger.record("setting", setting_item("minutes_a_day"), 1, {"value": 50})
    ledger.record("setting", setting_item("rollover_hour"), 1, {"value": value if value != 5 else 99})
    ledger.record("setting", setting_item("not_yet_invented"), 1, {"value": value})
    settings = SettingsDesk(ledger).settings
    assert (settings.minutes_a_day, settings.rollover_hour) == (50, 4)


def test_rules_of_scheduling_hold_at_once_and_tell_that_cards_changed(ledger: Ledger) -> None:
    desk = SettingsDesk(ledger)
    assert desk.change(retention=0.85, learning_steps=(60,)) == Change.SETTINGS | Change.REVIEWS
    assert ledger.scheduler.rules == desk.settings.rules == Rules(retention=0.85, learning_steps=(60,))
    assert SettingsDesk(ledger).settings == desk.settings


@pytest.mark.parametrize(
    "wrong", [{"retention": 0.5}, {"learning_steps": (0,)}, {"longest_interval": 0}, {"parameters": (1.0,)}]
)
def test_a_rule_out_of_range_changes_nothing(ledger: Ledger, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong)).split("_")[-1]):
        SettingsDesk(ledger).change(**wrong)
    assert list(ledger.events()) == []


def test_what_a_setting_was_before_is_known_and_can_be_had_back(ledger: Ledger) -> None:
    desk = SettingsDesk(ledger)
    assert desk.former("retention") is None
    desk.change(retention=0.85)
    desk.change(retention=0.8)
    assert desk.former("retention") == 0.85
    desk.take_back("retention")
    assert (desk.settings.retention, desk.former("retention")) == (0.85, 0.9)
    desk.take_back("retention")
    assert (desk.settings.retention, desk.former("retention")) == (0.9, None)
    assert desk.take_back("retention") == Change.NOTHING
