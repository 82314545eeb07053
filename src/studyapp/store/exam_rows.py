"""Reads what the log says about exams and question practice."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.attempt import given_up
from studyapp.learning.study_day import on_the_calendar
from studyapp.store.fold_practice import PRACTICE
from studyapp.store.ledger import Ledger
from studyapp.store.moment import from_ms


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt in a list. ``head`` holds the profile's facts as they were then.

    ``began_at`` is told by the learner's clock and calendar of that time.
    ``correct`` and ``part`` are points under the two markings, out of ``scored`` questions.
    """

    attempt: ItemId
    profile: ItemId
    began_at: datetime
    elapsed: timedelta
    handed_in_at: datetime | None
    head: Mapping[str, Any]
    count: int
    scored: int
    correct: int
    part: float
    answered: int


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The first answer ever given to a question, in a paper that was handed in or in practice.

    ``day`` is the study day of the answer, or the one on which its paper began. ``place`` is where the question came
    into sight or was answered in the log: an order key.
    """

    question: ItemId
    area: str
    right: bool
    at: datetime
    day: date
    place: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its place in the log, the question with its revision, the options by the author's numbers."""

    place: int
    question: ItemId
    revision: int
    options: frozenset[int]


def attempt_lines(ledger: Ledger) -> tuple[AttemptLine, ...]:
    """All attempts, the newest first."""
    rows = ledger.rows(
        "SELECT a.attempt, a.profile, a.began_at,"
        " (SELECT e.offset_minutes FROM events AS e WHERE e.item = a.attempt ORDER BY e.order_key LIMIT 1),"
        " a.elapsed_ms, a.handed_in_at, a.head,"
        " count(*), sum(s.scored), sum(s.correct * s.scored), sum(s.part * s.scored), sum(s.chosen <> '[]')"
        " FROM exam_attempt AS a JOIN exam_sheet AS s USING (attempt)"
        " GROUP BY a.attempt ORDER BY a.began_at DESC, a.attempt DESC"
    )
    return tuple(_line(*row) for row in rows)


def shown_in_exams(ledger: Ledger) -> frozenset[ItemId]:
    """Questions that stood on the screen in any attempt, finished or not."""
    rows = ledger.rows("SELECT DISTINCT question FROM exam_sheet WHERE shown_at IS NOT NULL")
    return frozenset(row[0] for row in rows)


def reserved_in_exams(ledger: Ledger) -> frozenset[ItemId]:
    """Questions that an attempt which is not over has yet to show."""
    rows = ledger.rows(
        "SELECT DISTINCT question FROM exam_sheet JOIN exam_attempt USING (attempt)"
        " WHERE shown_at IS NULL AND handed_in_at IS NULL"
    )
    return frozenset(row[0] for row in rows)


def shown_and_handed_in(ledger: Ledger) -> frozenset[ItemId]:
    """Questions that stood on the screen in an attempt which is over."""
    rows = ledger.rows(
        "SELECT DISTINCT question FROM exam_sheet JOIN exam_attempt USING (attempt)"
        " WHERE shown_at IS NOT NULL AND handed_in_at IS NOT NULL"
    )
    return frozenset(row[0] for row in rows)


def open_attempt(ledger: Ledger) -> ItemId | None:
    """The newest attempt that was begun and not handed in."""
    rows = ledger.rows(
        "SELECT attempt FROM exam_attempt WHERE handed_in_at IS NULL ORDER BY began_at DESC LIMIT 1"
    )
    return ItemId(rows[0][0]) if rows else None


def any_answer(ledger: Ledger) -> bool:
    """Whether a question was ever answered in practice or a paper handed in."""
    practised, sat = (
        "SELECT 1 FROM practice_answer",
        "SELECT 1 FROM exam_attempt WHERE handed_in_at IS NOT NULL",
    )
    return bool(ledger.rows(f"SELECT EXISTS ({practised}) OR EXISTS ({sat})")[0][0])


def times_seen(ledger: Ledger) -> Mapping[ItemId, int]:
    """How often each question was shown in an attempt or answered in practice; those that never were are left out."""
    seen: Counter[ItemId] = Counter()
    for sql in (
        "SELECT question, count(*) FROM exam_sheet WHERE shown_at IS NOT NULL GROUP BY question",
        "SELECT question, count(*) FROM practice_answer GROUP BY question",
    ):
        for question, count in ledger.rows(sql):
            seen[question] += count
    return seen


_ANSWERED: Final = """
    SELECT s.question, s.area, s.correct, s.shown_at AS at, a.day, s.shown_in AS place,
           s.scored AND s.key <> '[]' AS counts, s.chosen = '[]' AS open, a.attempt,
           json_extract(a.head, '$.standing') IS 'repeat' AND json_extract(a.head, '$.pool') IS 'held-back' AS repeated
    FROM exam_sheet AS s JOIN exam_attempt AS a USING (attempt)
    WHERE s.shown_at IS NOT NULL AND a.handed_in_at IS NOT NULL
    UNION ALL SELECT question, area, correct, at, day, order_key, 1, 0, NULL, 0 FROM practice_answer"""
"""Every showing that is over, with its place in the log."""

_ANSWERS: Final = "SELECT attempt, sum(chosen <> '[]'), count(*) FROM exam_sheet GROUP BY attempt"


def first_answers(ledger: Ledger) -> tuple[FirstAnswer, ...]:
    """First answers in the order in which they were given.

    A question that was shown and left open is wrong, unless the paper was given up (see `given_up`). One that
    is disputed, or that the program cannot mark, when it was first shown has no first answer: a later one is a
    repetition. Neither has one that was new in a mock which was a repeat by and large.
    """
    rows = ledger.rows(
        "SELECT question, area, correct, at, day, counts AND NOT repeated, open, attempt, min(place)"  # noqa: S608 - a constant
        f" FROM ({_ANSWERED}) GROUP BY question ORDER BY min(place), question"
    )
    left = {attempt for attempt, answered, count in ledger.rows(_ANSWERS) if given_up(answered, count)}
    return tuple(
        FirstAnswer(ItemId(question), area, bool(right), from_ms(at), date.fromisoformat(day), place)
        for question, area, right, at, day, counts, left_open, attempt, place in rows
        if counts and not (left_open and attempt in left)
    )


def choices(ledger: Ledger, most: int) -> tuple[Choice, ...]:
    """The last answers to questions, in practice and in papers that were handed in, in the order of the log."""
    rows = ledger.rows(
        "SELECT s.shown_in, s.question, s.revision, s.chosen FROM exam_sheet AS s JOIN exam_attempt AS a"
        " USING (attempt) WHERE a.handed_in_at IS NOT NULL AND s.chosen <> '[]' AND s.scored"
        " ORDER BY s.shown_in DESC LIMIT ?",
        (most,),
    )
    sat = (Choice(place, item, revision, frozenset(json.loads(told))) for place, item, revision, told in rows)
    practised = (
        Choice(event.order, event.item, event.revision, frozenset(event.payload.get("chosen", ())))
        for event in islice(ledger.events(kind=PRACTICE, newest_first=True), most)
    )
    return tuple(sorted((*sat, *practised), key=lambda choice: (choice.place, choice.question))[-most:])


def last_answers(ledger: Ledger) -> Mapping[ItemId, bool]:
    """Whether the last answer to each question was right, in a paper that was handed in or in practice."""
    rows = ledger.rows(
        f"SELECT question, correct, max(place) FROM ({_ANSWERED}) WHERE counts GROUP BY question"  # noqa: S608 - a constant
    )
    return {ItemId(question): bool(right) for question, right, _ in rows}


def last_wrong(ledger: Ledger) -> frozenset[ItemId]:
    """Questions whose last answer was wrong, in a paper that was handed in or in practice."""
    return frozenset(question for question, right in last_answers(ledger).items() if not right)


def wrong_at(ledger: Ledger) -> Mapping[ItemId, datetime]:
    """When each question was last answered wrong: in practice, or as a paper was handed in that counts it."""
    rows = ledger.rows(
        "SELECT question, max(at) FROM ("
        " SELECT s.question, a.handed_in_at AS at FROM exam_sheet AS s JOIN exam_attempt AS a USING (attempt)"
        " WHERE s.shown_at IS NOT NULL AND a.handed_in_at IS NOT NULL AND s.scored AND s.key <> '[]' AND NOT s.correct"
        " UNION ALL SELECT question, at FROM practice_answer WHERE NOT correct) GROUP BY question"
    )
    return {ItemId(question): from_ms(at) for question, at in rows}


def _line(
    attempt: str,
    profile: str,
    began_at: int,
    offset_minutes: int,
    elapsed_ms: int,
    handed_in_at: int | None,
    head: str,
    count: int,
    scored: int,
    correct: int,
    part: float,
    answered: int,
) -> AttemptLine:
    return AttemptLine(
        ItemId(attempt),
        ItemId(profile),
        on_the_calendar(from_ms(began_at), offset_minutes),
        timedelta(milliseconds=elapsed_ms),
        None if handed_in_at is None else from_ms(handed_in_at),
        json.loads(head),
        count,
        scored,
        correct,
        part,
        answered,
    )
