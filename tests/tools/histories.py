"""Random stories of a learner's log: answers, undo, redo, suspensions, notes, settings, clocks that jump."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from studyapp.ids import ItemId, item_id
from studyapp.learning.schedule_rules import PARAMETERS
from studyapp.store.event import RETRACT, Event
from studyapp.store.fold_settings import setting_item
from studyapp.store.ledger import Ledger
from tests.tools.clock import Clock

CARDS = [item_id("p", "card", name) for name in ("a", "b", "b~reversed", "c")]
ARTICLE = item_id("p", "article", "a")


def live(ledger: Ledger, clock: Clock, dice: random.Random, actions: int) -> None:
    """Do so many random things. The clock jumps by minutes to months, now and then backwards, and changes its zone."""
    for _ in range(actions):
        clock.tick(minutes=dice.choice((0, 1, 7, 45, 600, 1500, 20_000, -90, -3000)))
        if dice.random() < 0.1:
            clock.travel(dice.randrange(-11, 13))
        _act(ledger, dice)


def derived(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Every derived table as it is kept."""
    tables = ["retracted", *(table for fold in ledger._folds for table in fold.tables)]
    return {table: sorted(ledger.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}


def _act(ledger: Ledger, dice: random.Random) -> None:
    card = dice.choice(CARDS)
    match dice.choices(
        (
            *("review", "back", "suspend", "bury", "flag", "note"),
            *("result", "told", "setting", "highlight", "drill"),
            *("cram", "reset", "seu", "choice"),
        ),
        (60, 20, 5, 3, 4, 4, 2, 2, 4, 6, 8, 3, 2, 3, 3),
    )[0]:
        case "review":
            said = {
                "rating": dice.randint(1, 4),
                "took_ms": dice.randrange(0, 200_000),
                "phase": dice.choice(("new", "review")),
            }
            known = {"recall": round(dice.random(), 4)} if said["phase"] == "review" else {}
            ledger.record("review", card, dice.choice((1, 1, 2)), said | known)
        case "cram":
            ledger.record("cram", card, 1, {"rating": dice.randint(1, 4), "took_ms": dice.randrange(0, 9000)})
        case "reset":
            ledger.record("reset", card)
        case "back":
            _take_back(ledger, dice)
        case "suspend" | "flag" as kind:
            ledger.record(kind, card, 1, {"on": dice.random() < 0.6})
        case "bury":
            ledger.record("bury", card, 1, {"until": f"2026-12-{dice.randint(10, 28)}"})
        case "note":
            ledger.record("note", card, 1, {"text": dice.choice(("", "mine", "ä “quote”"))})
        case "highlight":
            _highlight(ledger, dice)
        case "result" | "seu" | "choice" as kind:
            {"result": _enter_result, "seu": _enter_hours, "choice": _keep_choice}[kind](ledger, dice)
        case "told":
            low, chance, high = sorted(round(dice.random(), 3) for _ in range(3))
            told = {"chance": chance, "low": low, "high": high, "wide": [0.0, 1.0], "answers": 41}
            ledger.record("forecast", item_id("p", "exam", "mock"), 1, told | {"areas": [["a", 2.5, 0.1]]})
        case "drill":
            ledger.record("drill", item_id("p", "drill", dice.choice(("a", "b"))), 1, _drilled(dice))
        case _:
            name, value = dice.choice(_SETTINGS)(dice)
            ledger.record("setting", setting_item(name), 1, {"value": value})


_SETTINGS: tuple[Callable[[random.Random], tuple[str, Any]], ...] = (
    lambda dice: ("rollover_hour", dice.randrange(24)),
    lambda dice: ("retention", dice.choice((0.8, 0.9, 0.95, 7))),
    lambda dice: ("learning_steps", dice.choice(([], [60], [60, 600], [30, 600, 7200]))),
    lambda dice: ("relearning_steps", dice.choice(([], [600], [60, 3600]))),
    lambda dice: ("longest_interval", dice.choice((1, 30, 36500))),
    lambda dice: ("parameters", [value * dice.uniform(1.0, 1.1) for value in PARAMETERS]),
)


def _highlight(ledger: Ledger, dice: random.Random) -> None:
    """Highlight a passage, or change or remove an earlier highlight, perhaps one that is gone."""
    made = list(ledger.events("highlight", retracted=True))
    kind = dice.choice(("highlight", "highlight-changed", "highlight-removed")) if made else "highlight"
    if kind == "highlight":
        ledger.record(kind, ARTICLE, 1, {"quote": "words", "place": dice.random(), "colour": "green"})
        return
    said = {"note": dice.choice(("", "mine"))} if kind == "highlight-changed" else {}
    ledger.record(kind, ARTICLE, 1, {"mark": dice.choice(made).name} | said)


def _enter_result(ledger: Ledger, dice: random.Random) -> None:
    exam, score = item_id("studyapp", "exam-result", dice.choice("ab")), dice.choice((None, 87.5))
    day = f"2026-12-{dice.randint(10, 28)}"
    said = {"certification": "pspo-1", "day": day, "passed": dice.random() < 0.5, "score": score}
    ledger.record("exam-result", exam, 1, {"removed": True} if dice.random() < 0.3 else said)


def _keep_choice(ledger: Ledger, dice: random.Random) -> None:
    answers = {"size": dice.choice(("small", "large"))}
    kept = {"choice": "p/choice/c", "title": "C", "answers": answers}
    said = {"removed": True} if dice.random() < 0.3 else kept
    ledger.record("choice", item_id("studyapp", "choice", dice.choice("ab")), 1, said)


def _enter_hours(ledger: Ledger, dice: random.Random) -> None:
    said = {"day": "2026-12-01", "title": "Course", "minutes": dice.randrange(1, 900)}
    removed = dice.random() < 0.3
    ledger.record(
        "seu", item_id("studyapp", "seu", dice.choice("ab")), 1, {"removed": True} if removed else said
    )


def _drilled(dice: random.Random) -> dict[str, Any]:
    cells = [f"p/cell/t.r.{name}" for name in ("x", "y")]
    places = [
        {
            "cell": cell,
            "right": dice.random() < 0.7,
            "asked": "x",
            "taken": dice.choice("xy"),
            "others": ["y"],
        }
        for cell in cells[: dice.randint(1, 2)]
    ]
    return {"rating": dice.choice((1, 3)), "took_ms": dice.randrange(9000), "places": places}


def _take_back(ledger: Ledger, dice: random.Random) -> None:
    """Retract something recent, be it an entry or a retraction, as undo and redo do."""
    recent: Sequence[Event] = list(ledger.events(retracted=True))[-8:]
    if recent:
        ledger.retract(dice.choice(recent))


def shuffled(events: Sequence[Event], dice: random.Random) -> list[Event]:
    """The same entries in another order, some of them twice."""
    return dice.sample([*events, *dice.sample(events, len(events) // 3)], len(events) + len(events) // 3)


def is_retraction(event: Event) -> bool:
    return event.kind == RETRACT


def card(name: str) -> ItemId:
    return item_id("p", "card", name)
