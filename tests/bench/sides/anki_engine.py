"""Answers cards with Anki's own engine: ``… anki_engine.py FOLDER CARDS ENTRIES``, run by the Python that has it.

This file imports nothing of ours. For each line on standard input it does what a reviewer of Anki does on a rating:
the answer is committed (write-ahead log, ``synchronous=FULL``, as ours), the next card is fetched from the queue and both
of its sides are rendered. Nothing is painted. It prints the milliseconds that took.
"""

import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from anki.collection import Card, Collection  # the collection first: its modules import each other
from anki.scheduler.v3 import CardAnswer

DAYS = 600
DAY_S = 86_400
SAFELY = [["wal"]], [[2]]


def made(path: Path, cards: int, entries: int) -> None:
    """A collection in FSRS mode with so many basic cards in review, a tenth of them due, and so long a log."""
    col = Collection(str(path))
    col.set_config("fsrs", True)
    limits = col.decks.get_config(1)
    limits["rev"]["perDay"] = limits["new"]["perDay"] = 9999
    col.decks.update_config(limits)
    basic, today = col.models.by_name("Basic")["id"], col.sched.today
    col.close()
    now, dice = int(time.time()), random.Random(1)
    begin = (now - DAYS * DAY_S) * 1000
    notes = (
        (begin + n, f"g{n}", basic, now, -1, "", _fields(n), f"Question {n}?", n, 0, "") for n in range(cards)
    )
    db = sqlite3.connect(path)
    db.executemany(f"INSERT INTO notes VALUES ({_marks(11)})", notes)
    rows = (_card(begin + n, n, today, now, dice) for n in range(cards))
    db.executemany(f"INSERT INTO cards VALUES ({_marks(18)})", rows)
    step = DAYS * DAY_S * 1000 / entries
    log = (
        (
            int(begin + n * step),
            begin + min(int(dice.random() ** 1.5 * cards), cards - 1),
            -1,
            3,
            20,
            10,
            0,
            5000,
            1,
        )
        for n in range(entries)
    )
    db.executemany(f"INSERT INTO revlog VALUES ({_marks(9)})", log)
    db.commit()
    db.close()


def reviewer(col: Collection) -> Callable[[], float]:
    """One answer after another, as the reviewer gives them; the first card is fetched and rendered beforehand."""
    queued, card = _next(col)
    dice = random.Random(7)
    ratings = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)

    def answer() -> float:
        nonlocal queued, card
        rating = dice.choices(ratings, (8, 7, 75, 10))[0]
        began = time.perf_counter()
        col.sched.answer_card(col.sched.build_answer(card=card, states=queued.states, rating=rating))
        queued, card = _next(col)
        return (time.perf_counter() - began) * 1000

    return answer


def _next(col: Collection) -> tuple[Any, Card]:
    queued = col.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = Card(col, backend_card=queued.card)
    card.start_timer()
    card.render_output()
    return queued, card


def _fields(number: int) -> str:
    return f"Question {number}?\x1fAnswer {number}."


def _card(item: int, number: int, today: int, now: int, dice: random.Random) -> tuple[object, ...]:
    due = today - dice.randrange(30) if number % 10 == 0 else today + dice.randrange(1, 200)
    memory = {
        "s": dice.uniform(5, 100),
        "d": dice.uniform(1, 10),
        "dr": 0.9,
        "decay": 0.1542,
        "lrt": now - 40 * DAY_S,
    }
    days = dice.randrange(10, 200)
    return (item, item, 1, 0, now, -1, 2, 2, due, days, 2500, 10, 1, 0, 0, 0, 0, json.dumps(memory))


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def main() -> None:
    path, cards, entries = Path(sys.argv[1]) / "collection.anki2", int(sys.argv[2]), int(sys.argv[3])
    made(path, cards, entries)
    col = Collection(str(path))
    assert (col.db.all("PRAGMA journal_mode"), col.db.all("PRAGMA synchronous")) == SAFELY
    assert col.db.scalar("SELECT count() FROM cards") == cards
    answer = reviewer(col)
    for _ in sys.stdin:
        print(answer(), flush=True)
    col.close()


if __name__ == "__main__":
    main()
