"""Today shows real numbers and one sensible next step."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from studyapp.ids import item_id
from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.study.scope import Scope
from studyapp.study.today_desk import NextStep
from tests.tools.clock import Clock

OWNER = item_id("small", "article", "owner")


def drill(desks: Desks, clock: Clock, seconds: int = 9, rating: Rating = Rating.EASY) -> None:
    while desks.reviews.view() is not None:
        clock.tick(seconds=seconds)
        desks.reviews.rate(rating, timedelta(seconds=seconds))


def test_a_new_learner_is_offered_new_cards_and_what_to_read(desks: Desks) -> None:
    today = desks.today.look()
    assert (today.due, today.new, today.learning, today.next_step) == (0, 4, 0, NextStep.LEARN_NEW)
    assert [row.title for row in today.reading] == ["The Product Owner", "The events"]
    assert today.weakest is None


def test_a_card_on_its_steps_or_due_is_drilled_first(desks: Desks, clock: Clock) -> None:
    desks.reviews.view()
    desks.reviews.rate(Rating.AGAIN, timedelta(seconds=4))
    assert desks.today.look().next_step is NextStep.DRILL_DUE
    drill(desks, clock)
    clock.tick(days=30)
    today = desks.today.look()
    assert (today.due, today.next_step) == (4, NextStep.DRILL_DUE)


def test_with_no_cards_left_there_are_questions_to_practise(desks: Desks, clock: Clock) -> None:
    drill(desks, clock)
    today = desks.today.look()
    assert (today.questions, today.read) == (4, 3)
    assert today.next_step is NextStep.PRACTISE
    assert today.minutes == 6


def test_an_exam_under_way_comes_before_everything(desks: Desks) -> None:
    desks.exams.begin(item_id("small", "exam", "short"))
    today = desks.today.look()
    assert today.attempt_open
    assert today.next_step is NextStep.RESUME_EXAM


def test_the_days_to_the_exam_are_counted_by_the_calendar(desks: Desks, clock: Clock) -> None:
    assert desks.today.look().days_left is None
    desks.settings.change(exam_date=date(2026, 12, 16))
    assert desks.today.look().days_left == 23
    clock.tick(hours=18)  # three in the morning: the study day goes on, the calendar has turned
    assert desks.today.look().days_left == 22
    clock.tick(days=30)
    assert desks.today.look().days_left == -8


def test_today_and_progress_count_the_same_cards_own_ones_too(desks: Desks) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes.", topic="events"))
    rows, figures = desks.today.look().areas, desks.report.progress().figures
    assert sum(row.total for row in rows) == figures.cards_total == len(desks.library.catalog.cards())
    desks.reviews.begin(Scope("area", rows[-1].scope))
    view = desks.reviews.view()
    assert (view and view.card.front, rows[-1].title) == ("Mine?", "")


def test_what_was_just_forgotten_and_what_was_never_seen_is_not_recalled(desks: Desks) -> None:
    desks.reviews.rate(Rating.AGAIN, timedelta(seconds=4))
    [row] = desks.today.look().areas
    assert (row.recalled, row.seen, row.total) == (0.0, 1, 5)
    desks.reviews.rate(Rating.EASY, timedelta(seconds=4))
    [row] = desks.today.look().areas
    assert row.recalled == pytest.approx(0.99 / 5, abs=0.01)


def test_today_and_progress_tell_the_same_recall(desks: Desks, clock: Clock) -> None:
    drill(desks, clock)
    [row], areas = desks.today.look().areas, desks.report.progress().areas
    assert row.recalled is not None
    told = sum((area.recalled or 0) * area.total for area in areas)
    assert told == pytest.approx(row.recalled * row.total)


def test_areas_show_what_is_recalled_of_all_their_cards(desks: Desks, clock: Clock) -> None:
    [row] = desks.today.look().areas
    assert (row.title, row.recalled, row.seen, row.total) == ("Understanding Scrum", None, 0, 5)
    drill(desks, clock)
    clock.tick(days=200)
    [row] = desks.today.look().areas
    assert row.recalled is not None
    assert 0.1 < row.recalled < 0.9
    assert (row.seen, row.scope) == (4, "scrum-team|events")


def test_an_area_is_called_the_weakest_only_when_enough_of_it_was_seen(desks: Desks, clock: Clock) -> None:
    drill(desks, clock)
    assert desks.today.look().weakest is None
    clock.tick(days=1)
    drill(desks, clock)
    weakest = desks.today.look().weakest
    assert weakest is not None
    assert weakest.title == "Scrum Team"


def test_an_article_begun_is_offered_first_with_how_far_it_was_read(desks: Desks, clock: Clock) -> None:
    from studyapp.study.reading_room import Visit

    events = item_id("small", "article", "events")
    desks.reading.leave(events, Visit("", 0.4, timedelta(minutes=1), reached_end=False, reached=0.4))
    rows = desks.today.look().reading
    assert [(row.article, row.share, row.begun) for row in rows] == [
        (events, 0.4, True),
        (OWNER, 0, False),
    ]
    desks.reading.mark_read(events, on=True)
    assert [row.article for row in desks.today.look().reading] == [OWNER]


def test_an_article_left_at_its_end_is_offered_last(desks: Desks) -> None:
    from studyapp.study.reading_room import Visit

    events = item_id("small", "article", "events")
    desks.reading.leave(events, Visit("", 0.7, timedelta(seconds=3), reached_end=True, reached=1.0))
    assert [(row.article, row.share) for row in desks.today.look().reading] == [(OWNER, 0), (events, 1.0)]


@pytest.mark.parametrize("minutes", [5, 20, 60])
def test_a_day_takes_no_more_than_the_minutes_asked_for(desks: Desks, minutes: int) -> None:
    desks.settings.change(minutes_a_day=minutes)
    assert desks.today.look().minutes <= minutes


def test_the_day_is_the_same_after_a_restart(open_small: Callable[[], Desks], clock: Clock) -> None:
    first = open_small()
    first.reviews.view()
    first.reviews.rate(Rating.AGAIN, timedelta(seconds=4))
    before = first.today.look()
    assert open_small().today.look() == before


def stay_away(desks: Desks, clock: Clock, minutes: int = 1) -> None:
    """Learn everything, a minute for each answer, then stay away until it is due again; the usual day is short."""
    for rating in (Rating.EASY, *(Rating.GOOD,) * 8):
        desks.reviews.begin(Scope("all"))
        drill(desks, clock, seconds=60, rating=rating)
    clock.tick(days=40)
    desks.settings.change(minutes_a_day=minutes)


def test_on_the_return_after_days_away_there_is_a_choice_and_no_debt(desks: Desks, clock: Clock) -> None:
    stay_away(desks, clock)
    back = desks.today.look().back
    assert back is not None
    assert (back.waiting, back.days) == (4, 6)
    assert back.offers == ((5, 4), (15, 4), (30, 4))


def test_the_choice_is_offered_once_and_not_when_all_fits(desks: Desks, clock: Clock) -> None:
    stay_away(desks, clock, minutes=60)
    assert desks.today.look().back is None
    desks.settings.change(minutes_a_day=1)
    assert desks.today.look().back is not None
    desks.settings.change(chosen_day=desks.ledger.today().date, chosen_minutes=5)
    today = desks.today.look()
    assert (today.back, today.due, today.questions, today.read) == (None, 4, 0, 0)


def test_what_does_not_fit_before_the_exam_is_said_with_what_would(desks: Desks) -> None:
    desks.settings.change(exam_date=date(2026, 11, 25), minutes_a_day=1)
    misfit = desks.today.look().misfit
    assert misfit is not None
    assert (misfit.minutes, misfit.exam) == (5, date(2026, 11, 29))
    desks.settings.change(minutes_a_day=misfit.minutes)
    assert desks.today.look().misfit is None
