"""An answer until it is durable and the next card is known, beside a bare commit; opening; rebuilding.

Without painting, so the limit is wider than that of the painted card (`bench_paint.py`): on a disk that syncs in a quarter
of a millisecond the program's own work counts for as much as the sync. Ours does what the window does: while the learner thinks it looks up
what the next card needs (not measured), then the answer is written and the next card fetched (measured).
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsrs

from studyapp.learning.rating import Rating
from studyapp.store.profile import Profile
from studyapp.study.review_desk import ReviewDesk, Scope
from studyapp.study.settings_desk import SettingsDesk
from tests.bench.measure import Bench, Side
from tests.tools.clock import Clock
from tests.tools.many_cards import BEGIN, big_profile, many_answers, many_cards, opened

CARDS, ENTRIES = 10_000, 100_000
TODAY = BEGIN + timedelta(days=600, hours=2)


def benches(folder: Path) -> Iterator[Bench]:
    big, empty = folder / "big", folder / "empty"
    big_profile(big, CARDS, ENTRIES)
    opened(empty, Clock(TODAY)).close()
    name = f"{CARDS:,} cards, {ENTRIES:,} entries"
    with answering(big, CARDS) as ours, bare_commit(folder / "bare.db") as bare:
        yield Bench(f"answer, durable, next card: {name}", ours, bare, limit=2, rounds=400)
    yield Bench(f"opening the profile: {name}", opening(big), opening(empty), limit=1.5, rounds=40)
    with rebuilding(big) as ours:
        yield Bench(f"rebuild of {ENTRIES:,} answers", ours, scheduling(ENTRIES), limit=1.5, rounds=3)


@contextmanager
def answering(folder: Path, cards: int) -> Iterator[Side]:
    """One answer after another, also past the plan so that there is always a next card."""
    clock = Clock(TODAY)
    with opened(folder, clock) as profile:
        desk = _desk(profile, cards)
        desk.begin(Scope(ahead=True))
        desk.view()
        dice = random.Random(7)

        def answer() -> float:
            desk.prepare()
            clock.tick(seconds=8)
            rating = Rating(dice.choices((1, 2, 3, 4), (8, 7, 75, 10))[0])
            return milliseconds(lambda: (desk.rate(rating, timedelta(seconds=8)), desk.view()))

        yield answer


@contextmanager
def bare_commit(path: Path) -> Iterator[Side]:
    """One row in a table with nothing else, written as safely as ours."""
    db = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE answer (at, said)",
    ):
        db.execute(statement)

    def commit() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO answer VALUES (?, ?)", (1, "x" * 150))
        db.execute("COMMIT")

    yield lambda: milliseconds(commit)
    db.close()


def opening(folder: Path) -> Side:
    """From the closed folder to the counts of the day."""

    def once() -> float:
        began = time.perf_counter()
        profile = opened(folder, Clock(TODAY + timedelta(days=1)))
        SettingsDesk(profile.ledger).settings  # noqa: B018 - looked at for its cost
        took = (time.perf_counter() - began) * 1000
        profile.close()
        return took

    return once


@contextmanager
def rebuilding(folder: Path) -> Iterator[Side]:
    with opened(folder, Clock(TODAY)) as profile:
        yield lambda: milliseconds(profile.ledger.rebuild)


def scheduling(entries: int) -> Side:
    """The scheduling library over as many answers, with nothing around it."""
    answers = [
        (event.item, event.payload["rating"], event.at)
        for event in many_answers(CARDS, entries, "x", random.Random(1))
    ]

    def loop() -> None:
        scheduler = fsrs.Scheduler(enable_fuzzing=False)
        cards: dict[str, fsrs.Card] = {}
        for number, (item, rating, at) in enumerate(answers):
            card = cards.get(item) or fsrs.Card(card_id=number, due=datetime(2025, 1, 1, tzinfo=UTC))
            cards[item], _ = scheduler.review_card(card, fsrs.Rating(rating), at)

    return lambda: milliseconds(loop)


def _desk(profile: Profile, cards: int) -> ReviewDesk:
    return ReviewDesk(
        many_cards(cards), profile.ledger, profile.ledger.scheduler, SettingsDesk(profile.ledger)
    )


def milliseconds(thing: Callable[[], object]) -> float:
    began = time.perf_counter()
    thing()
    return (time.perf_counter() - began) * 1000
