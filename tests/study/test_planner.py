"""The day's cards follow from exam date, minutes, days off and the log."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from studyapp.learning.rating import Rating
from studyapp.store.event_log import insert
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.planner import course_of, weights
from studyapp.study.review_desk import ReviewDesk, Scope
from studyapp.study.settings_desk import LearnerSettings, SettingsDesk
from tests.tools.clock import Clock
from tests.tools.many_cards import BEGIN, many_answers, many_cards, opened

MONDAY = date(2026, 11, 23)
COUNT = 1500


@pytest.fixture(scope="module")
def backlog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1,500 cards, each known for some time."""
    folder, dice = tmp_path_factory.mktemp("backlog"), Random(7)
    with opened(folder, Clock(BEGIN + timedelta(days=601))) as profile:
        met: set[str] = set()
        profile.ledger._db.execute("BEGIN")
        for event in many_answers(COUNT, 9000, profile.ledger.device, dice):
            rating = dice.choice((2, 3, 3, 3)) if event.item in met else 4
            met.add(event.item)
            insert(profile.ledger._db, replace(event, payload={**event.payload, "rating": rating}))
        profile.ledger._db.execute("COMMIT")
        profile.ledger.rebuild()
    return folder


@pytest.fixture
def away(backlog: Path, tmp_path: Path) -> Iterator[tuple[ReviewDesk, SettingsDesk, Clock]]:
    """A learner who comes back to them after two weeks."""
    shutil.copytree(backlog, tmp_path / "away")
    clock = Clock(BEGIN + timedelta(days=614))
    with opened(tmp_path / "away", clock) as profile:
        settings = SettingsDesk(profile.ledger)
        yield (
            ReviewDesk(many_cards(COUNT), profile.ledger, profile.ledger.scheduler, settings),
            settings,
            clock,
        )


def test_after_two_weeks_away_the_day_asks_for_no_more_than_its_minutes(
    away: tuple[ReviewDesk, SettingsDesk, Clock],
) -> None:
    desk, _, _ = away
    counts = desk.counts()
    assert counts.later > 100
    assert counts.new == 0
    assert desk.seconds(counts) <= 60 * 20 * 2 / 3


@pytest.mark.parametrize("minutes", [5, 15, 30])
def test_a_choice_for_today_alone_holds_today_alone(
    away: tuple[ReviewDesk, SettingsDesk, Clock], minutes: int
) -> None:
    desk, settings, clock = away
    usual = desk.counts().due
    settings.change(chosen_day=desk._ledger.today().date, chosen_minutes=minutes)
    assert 0.7 * minutes <= desk.seconds(desk.counts()) / 60 <= minutes
    clock.tick(days=1)
    assert abs(desk.counts().due - usual) < 12


def test_every_day_after_the_gap_keeps_to_the_minutes_until_the_backlog_is_gone(
    away: tuple[ReviewDesk, SettingsDesk, Clock],
) -> None:
    desk, _, clock = away
    spent, later = [], []
    for _ in range(12):
        later.append(desk.counts().later)
        desk.begin()
        answers = 0
        while desk.view() is not None:
            clock.tick(seconds=9)
            desk.rate(Rating.GOOD, timedelta(seconds=9))
            answers += 1
        spent.append(answers * 9)
        clock.tick(days=1)
    assert max(spent) <= 1.1 * 20 * 60 * 2 / 3
    assert later[0] > 100
    assert later[-1] == 0


def test_going_on_past_the_plan_asks_first_what_did_not_fit(
    away: tuple[ReviewDesk, SettingsDesk, Clock],
) -> None:
    desk, _, _ = away
    planned, ahead = desk._queue(Scope()), desk._queue(Scope(ahead=True))
    assert ahead.due == planned.due
    assert len(ahead.ahead) >= desk.counts().later


def test_the_order_of_a_day_is_told_again_from_the_log(away: tuple[ReviewDesk, SettingsDesk, Clock]) -> None:
    desk, _, _ = away
    exam = desk._ledger.today().date + timedelta(days=6)
    desk._settings.change(exam_date=exam, certification="")
    before = desk._queue(Scope())
    desk._ledger.rebuild()
    assert desk._queue(Scope()) == before
    assert before.due


def test_with_the_exam_near_the_day_brings_cards_forward_that_are_not_due(
    away: tuple[ReviewDesk, SettingsDesk, Clock],
) -> None:
    desk, settings, clock = away
    settings.change(exam_date=desk._ledger.today().date + timedelta(days=3), minutes_a_day=120)
    memories = [desk.memory(item) for item in desk._queue(Scope()).due]
    early = [memory for memory in memories if memory and memory.due_at > clock.moment]
    assert early
    assert desk.seconds(desk.counts()) <= 60 * 80


def test_days_off_have_no_minutes_and_do_not_count_towards_the_exam(desks: Desks) -> None:
    settings = LearnerSettings(exam_date=MONDAY + timedelta(days=14), weekdays_off=(5, 6))
    course = course_of(settings, desks.library.catalog, MONDAY)
    assert course.until == pytest.approx(10 * 800)
    assert course_of(settings, desks.library.catalog, MONDAY + timedelta(days=5)).today == 0


def test_a_day_off_plans_nothing_and_the_next_day_goes_on(desks: Desks, clock: Clock) -> None:
    desks.settings.change(dates_off=(desks.ledger.today().date,))
    today = desks.today.look()
    assert (today.off, today.due, today.new, today.questions, today.read) == (True, 0, 0, 0, 0)
    clock.tick(days=1)
    assert desks.today.look().new == 4


def test_after_the_exam_the_plan_is_for_the_long_run(desks: Desks) -> None:
    passed = LearnerSettings(exam_date=MONDAY - timedelta(days=1))
    course = course_of(passed, desks.library.catalog, MONDAY)
    assert (course.left, course.until, course.weights) == (None, 0, {})


def test_a_card_weighs_its_areas_share_of_the_paper() -> None:
    from studyapp import bundle
    from studyapp.catalog.load import load

    catalog, _ = load([bundle.content_dir()], None, trusted=[bundle.content_dir()])
    found = weights(catalog, "pspo-1")
    cards = [card.area for card in catalog.cards().values()]
    assert sum(found.get(area, 0.0) for area in cards) == pytest.approx(80)
    assert weights(catalog, "cspo") == {}


def test_settings_for_the_plan_come_back_from_the_log(profile: Path, clock: Clock) -> None:
    chosen = {
        "weekdays_off": (5, 6),
        "dates_off": (date(2026, 12, 24),),
        "new_a_day": 7,
        "reviews_a_day": None,
        "chosen_day": MONDAY,
        "chosen_minutes": 15,
    }
    with open_profile(profile, clock, Random(1)) as made:
        SettingsDesk(made.ledger).change(**chosen)
        found = SettingsDesk(made.ledger).settings
    assert {name: getattr(found, name) for name in chosen} == chosen


@pytest.mark.parametrize(
    "wrong", [{"weekdays_off": (7,)}, {"weekdays_off": tuple(range(7))}, {"new_a_day": -1}]
)
def test_choices_that_leave_no_day_or_make_no_sense_are_refused(
    profile: Path, clock: Clock, wrong: dict[str, object]
) -> None:
    with open_profile(profile, clock, Random(1)) as made, pytest.raises(ValueError, match=r"off|limit"):
        SettingsDesk(made.ledger).change(**wrong)
