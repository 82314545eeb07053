"""Profiles with many cards and a long log, made quickly, and a library of as many cards."""

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from studyapp.catalog.card import Card, CardKind
from studyapp.catalog.proof import Proof
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId, item_id
from studyapp.store.event import Event
from studyapp.store.event_log import insert_all, next_order
from studyapp.store.moment import to_ms
from studyapp.store.profile import Profile, open_profile
from studyapp.study.books import Books
from tests.tools.clock import Clock

BEGIN = datetime(2025, 1, 1, 8, tzinfo=UTC)
PASSAGE = Proof(item_id("many", "article", "a"), "", "q")


def card_id(number: int) -> ItemId:
    return item_id("many", "card", f"card-{number:06}")


def many_cards(count: int) -> Books:
    """A library of basic cards in ten topics and areas; it has nothing else."""
    cards = {card_id(number): _card(number) for number in range(count)}
    catalog = SimpleNamespace(
        cards=lambda: cards,
        packs=(),
        topics=tuple,
        articles=dict,
        area=lambda _: None,
        competencies=tuple,
        profiles=tuple,
    )
    return cast(Books, SimpleNamespace(catalog=catalog))


def many_answers(cards: int, entries: int, device: str, dice: random.Random) -> Iterator[Event]:
    """Answers over some 600 days: each card comes back after ever longer intervals."""
    order, at = 0, BEGIN
    step = timedelta(days=600) / entries
    seen: dict[int, int] = {}
    for seq in range(1, entries + 1):
        at += step
        number = min(int(dice.random() ** 1.5 * cards), cards - 1)
        seen[number] = seen.get(number, 0) + 1
        order = next_order(to_ms(at), order)
        rating = dice.choices((1, 2, 3, 4), (8, 7, 75, 10))[0]
        said: Mapping[str, object] = {
            "rating": rating,
            "took_ms": dice.randrange(2000, 20000),
            "phase": "review",
        }
        at_ms = at.replace(microsecond=at.microsecond // 1000 * 1000)
        yield Event(device, seq, order, at_ms, 60, 4, "review", card_id(number), 1, said)


def big_profile(folder: Path, cards: int, entries: int, seed: int = 1) -> None:
    """Make a profile on the disk."""
    clock = Clock(BEGIN + timedelta(days=600, hours=1))
    with open_profile(folder, clock, random.Random(seed)) as profile:
        db = profile.ledger._db
        db.execute("BEGIN")
        insert_all(db, many_answers(cards, entries, profile.ledger.device, random.Random(seed)))
        db.execute("COMMIT")
        profile.ledger.rebuild()


def kept_profile(folder: Path, cards: int, entries: int) -> Path:
    """Such a profile in a folder beside others, made by whoever asks first."""
    profile = folder / f"{cards}-cards-{entries}-entries"
    if not profile.exists():
        big_profile(profile, cards, entries)
    return profile


def opened(folder: Path, clock: Clock, seed: int = 1) -> Profile:
    return open_profile(folder, clock, random.Random(seed))


def _card(number: int) -> Card:
    return Card(
        id=card_id(number),
        note=f"card-{number:06}",
        kind=CardKind.BASIC,
        topic=f"topic-{number % 10}",
        area=f"area-{number % 10}",
        front=f"Question {number}?",
        back=f"Answer {number}.",
        why="",
        proof=PASSAGE,
        source=UNSETTLED,
    )
