"""The parameters of FSRS are fitted to the learner's own answers, and judged by answers held back."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from studyapp.ids import ItemId
from studyapp.learning.schedule_rules import PARAMETERS, out_of_bounds
from studyapp.store.event import Event
from studyapp.store.event_log import order_floor
from studyapp.store.history_rows import histories
from studyapp.store.ledger import Entry
from studyapp.store.moment import to_ms
from studyapp.store.profile import Profile, open_profile
from studyapp.study.fitting import ENOUGH, Fittings
from studyapp.study.settings_desk import SettingsDesk
from tests.learning.test_fsrs_fit import FORGETFUL, learner
from tests.tools.clock import Clock
from tests.tools.histories import card


def answered(number: int, at: datetime, item: ItemId, rating: int) -> Event:
    said = {"rating": rating, "phase": "review"}
    return Event("told", number, order_floor(to_ms(at)) + number, at, 0, 4, "review", item, 1, said)


Told = Callable[[list[list[tuple[int, int]]]], Profile]


@pytest.fixture
def told(profile: Path, clock: Clock) -> Iterator[Told]:
    """Records every story as the answers of one card."""
    with open_profile(profile, clock, Random(1)) as opened:

        def tell(stories: list[list[tuple[int, int]]]) -> Profile:
            events: list[Event] = []
            for number, story in enumerate(stories):
                at = clock.moment - timedelta(days=sum(days for _, days in story))
                for rating, days in story:
                    at += timedelta(days=days)
                    events.append(answered(len(events) + 1, at, card(f"c{number}"), rating))
            opened.ledger.merge(events)
            return opened

        yield tell


@pytest.fixture
def forgetful(told: Told) -> Profile:
    """A profile of a learner who forgets sooner than most."""
    return told(learner(4, 140, FORGETFUL))


def test_a_history_holds_ratings_and_whole_days_and_begins_anew_after_a_reset(
    told: Told, clock: Clock
) -> None:
    ledger = told([[(3, 0), (1, 4)]]).ledger
    clock.tick(hours=-30)  # a clock set back
    ledger.record("review", card("c0"), 1, {"rating": 2, "phase": "review"})
    ledger.record("reset", card("c0"))
    ledger.retract(ledger.record("review", card("c0"), 1, {"rating": 1, "phase": "new"}))
    ledger.record_all(
        [
            Entry("review", card("c0"), 1, {"rating": 4, "phase": "new"}),
            Entry("cram", card("c0"), 1, {"rating": 1}),
        ]
    )
    assert list(histories(ledger)) == [(card("c0"), [(3, 0), (1, 4), (2, 0)]), (card("c0"), [(4, 0)])]


def test_answers_are_counted_and_too_few_are_not_fitted_to(told: Told) -> None:
    fittings = Fittings(told(learner(1, 10)))
    assert 0 < fittings.count()() < ENOUGH
    assert fittings.fitting()() is None


def test_a_fit_forecasts_held_back_answers_better_and_can_be_taken_into_use(forgetful: Profile) -> None:
    fitted = Fittings(forgetful).fitting()()
    assert fitted is not None
    assert fitted.verdict.better
    assert not out_of_bounds(fitted.parameters)
    SettingsDesk(forgetful.ledger).change(parameters=fitted.parameters)
    assert forgetful.ledger.scheduler.parameters == fitted.parameters
    assert len(list(forgetful.ledger.events("setting"))) == 1


def test_what_was_fitted_can_be_given_back_for_the_former_numbers(forgetful: Profile) -> None:
    desk = SettingsDesk(forgetful.ledger)
    before = forgetful.ledger.rows("SELECT * FROM card_memory")
    desk.change(parameters=FORGETFUL)
    assert desk.former("parameters") == PARAMETERS
    desk.take_back("parameters")
    assert forgetful.ledger.rows("SELECT * FROM card_memory") == before


def test_the_same_answers_come_to_the_same_numbers(forgetful: Profile) -> None:
    first, second = (Fittings(forgetful).fitting()() for _ in range(2))
    assert first == second


def test_a_fit_is_stopped_from_elsewhere_and_tells_how_far_it_is(forgetful: Profile) -> None:
    fitting = Fittings(forgetful).fitting()
    fitting.stop()
    assert fitting() is None
    assert 0 < fitting.done < 1


def test_days_are_counted_in_whole_spans_of_24_hours_as_the_scheduler_counts_them(
    told: Told, clock: Clock
) -> None:
    ledger = told([[(3, 0)]]).ledger
    for hours in (47, 20, 28):
        clock.tick(hours=hours)
        ledger.record("review", card("c0"), 1, {"rating": 3, "phase": "review"})
    ((_, story),) = histories(ledger)
    assert [days for _, days in story] == [0, 1, 0, 1]
