"""Why a card is asked now and how it came to that agree with the log and the scheduler."""

from datetime import timedelta

import pytest

from studyapp.learning.rating import Rating
from studyapp.study.card_stories import CardStory, Reason
from studyapp.study.desks import Desks
from studyapp.study.scope import DAY, Scope
from studyapp.ui.cards.story_words import why_now
from tests.tools.clock import Clock

TOOK = timedelta(seconds=4)


def on_the_desk(desks: Desks, scope: Scope = DAY) -> CardStory:
    desks.reviews.begin(scope)
    view = desks.reviews.view()
    assert view is not None
    return desks.stories.tell(view.card, scope)


def test_a_new_card_is_asked_because_it_is_new(desks: Desks) -> None:
    story = on_the_desk(desks)
    assert (story.why.reason, story.why.recall, story.answers, story.curve) == (Reason.NEW, None, (), ())


def test_a_card_on_its_steps_is_asked_because_of_them(desks: Desks, clock: Clock) -> None:
    on_the_desk(desks)
    desks.reviews.rate(Rating.AGAIN, TOOK)
    clock.tick(minutes=2)
    story = on_the_desk(desks)
    assert (story.why.reason, story.why.since) == (Reason.STEP, timedelta(minutes=2))


def test_a_due_card_tells_the_very_numbers_that_made_it_due(desks: Desks, clock: Clock) -> None:
    first = on_the_desk(desks).card
    desks.reviews.rate(Rating.EASY, TOOK)
    clock.tick(days=20)
    story = desks.stories.tell(first, DAY)
    memory = desks.reviews.memory(first.id)
    assert memory is not None
    assert story.why.reason is Reason.DUE
    assert story.why.recall == desks.reviews.retrievability(first.id)
    assert story.why.overdue == (clock.moment.date() - memory.due_at.date()).days


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        (Scope("flagged"), Reason.FLAGGED),
        (Scope("wrong"), Reason.WRONG_LATELY),
        (Scope("all"), Reason.AHEAD),
    ],
)
def test_a_card_that_is_not_due_is_asked_because_the_learner_wished(
    desks: Desks, clock: Clock, scope: Scope, reason: Reason
) -> None:
    first = on_the_desk(desks).card
    desks.reviews.rate(Rating.EASY, TOOK)
    clock.tick(days=1)
    story = desks.stories.tell(first, scope)
    assert (story.why.reason, story.why.overdue < 0) == (reason, True)


def test_the_history_is_the_one_in_the_log_without_what_was_taken_back(desks: Desks, clock: Clock) -> None:
    first = on_the_desk(desks).card
    for rating in (Rating.GOOD, Rating.GOOD, Rating.AGAIN):
        desks.ledger.record("review", first.id, 1, {"rating": int(rating), "phase": "review"})
        clock.tick(days=5)
    desks.ledger.retract(list(desks.ledger.events(item=first.id))[-1])
    story = desks.stories.tell(first, DAY)
    assert [given.rating for given in story.answers] == [Rating.GOOD, Rating.GOOD]
    assert story.answers[-1].after == story.memory == desks.reviews.memory(first.id)


def test_the_curve_falls_from_each_answer_to_the_next(desks: Desks, clock: Clock) -> None:
    first = on_the_desk(desks).card
    for _ in range(3):
        desks.ledger.record("review", first.id, 1, {"rating": 3, "phase": "review"})
        clock.tick(days=8)
    story = desks.stories.tell(first, DAY)
    tops = [point.at for point in story.curve if point.recall == 1.0]
    assert {given.at for given in story.answers} <= set(tops)
    assert min(point.recall for point in story.curve) < 0.95
    assert [p.at for p in story.curve] == sorted(p.at for p in story.curve)


def test_what_a_card_is_taken_for_is_no_sibling_of_it(desks: Desks) -> None:
    for card in desks.library.catalog.cards().values():
        other = desks.stories.taken_for(card)
        assert other is None or other.note != card.note


def test_a_new_card_is_chosen_by_what_it_adds_when_not_all_fit_before_the_exam(
    desks: Desks, clock: Clock
) -> None:
    desks.settings.change(exam_date=clock.moment.date(), minutes_a_day=1)
    assert desks.reviews.counts().needed > 0
    assert on_the_desk(desks).why.reason is Reason.WORTH
    assert on_the_desk(desks, Scope("new")).why.reason is Reason.NEW_ASKED
    desks.settings.change(minutes_a_day=600)
    assert on_the_desk(desks).why.reason is Reason.NEW


def test_a_card_that_is_not_due_is_asked_for_what_it_adds_too(desks: Desks, clock: Clock) -> None:
    first = on_the_desk(desks).card
    desks.reviews.rate(Rating.EASY, TOOK)
    clock.tick(days=1)
    desks.settings.change(exam_date=clock.moment.date(), minutes_a_day=1)
    assert desks.stories.tell(first, DAY).why.reason is Reason.WORTH
    assert desks.stories.tell(first, None).why.reason is Reason.WAITS


def test_the_order_of_new_cards_is_told_as_it_is(desks: Desks) -> None:
    story = on_the_desk(desks)
    assert why_now(story.why) == "It is new. New cards come in the order of the content."
    desks.settings.change(weakest_first=True)
    story = on_the_desk(desks)
    assert why_now(story.why) == "It is new. New cards come from your weakest area first."
    ahead = why_now(on_the_desk(desks, Scope(ahead=True)).why)
    assert ahead == "It is new. You go ahead of the plan; new cards come from your weakest area first."


def test_a_new_card_that_is_crammed_says_so(desks: Desks) -> None:
    told = why_now(on_the_desk(desks, Scope(cram=True)).why)
    assert told.startswith("You are cramming, the least known first: you have never answered this one")
