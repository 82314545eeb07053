from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from studyapp.ids import ItemId
from studyapp.store.database import open_writer
from studyapp.store.exam_rows import attempt_lines, first_answers, last_wrong, shown_in_exams, times_seen
from studyapp.store.fold_exams import ANSWER, BEGUN, DISPUTE, HANDED_IN, SHOWN, TICK, ExamFold
from studyapp.store.fold_practice import PRACTICE
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder

ATTEMPT, ONE, TWO = ItemId("p/attempt/a"), ItemId("p/question/one"), ItemId("p/question/two")


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=10)
        return self.moment


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    db = open_writer(tmp_path / "progress.db")
    climb(db, ladder())
    yield Ledger(db, "device", Clock())
    db.close()


def begin(ledger: Ledger, attempt: ItemId = ATTEMPT) -> None:
    places = [[ONE, 1, "events", [0, 1]], [TWO, 1, "value", [1, 0]]]
    ledger.record(
        BEGUN, attempt, 1, {"profile": "p/exam/mock", "head": {"title": "Mock"}, "seed": 7, "places": places}
    )


def show(ledger: Ledger, number: int, attempt: ItemId = ATTEMPT) -> None:
    text = {"options": [{"right": True}, {"right": False}]}
    ledger.record(SHOWN, attempt, 1, {"number": number, "elapsed_ms": 0, "text": text})


def say(ledger: Ledger, kind: str, **payload: Any) -> None:
    ledger.record(kind, ATTEMPT, 1, payload)


def test_a_question_is_used_up_as_soon_as_it_was_shown(ledger: Ledger) -> None:
    begin(ledger)
    assert shown_in_exams(ledger) == set()
    show(ledger, 0)
    assert shown_in_exams(ledger) == {ONE}


def test_the_list_of_attempts_knows_both_markings(ledger: Ledger) -> None:
    begin(ledger)
    show(ledger, 0)
    say(ledger, ANSWER, number=0, elapsed_ms=8000, chosen=[0])
    say(ledger, TICK, elapsed_ms=9000)
    (line,) = attempt_lines(ledger)
    assert (line.count, line.correct, line.part, line.answered) == (2, 1, 1.0, 1)
    assert (line.elapsed, line.handed_in_at, line.head["seed"]) == (timedelta(seconds=9), None, 7)


def test_time_goes_by_without_answers(ledger: Ledger) -> None:
    begin(ledger)
    say(ledger, TICK, elapsed_ms=30000)
    assert attempt_lines(ledger)[0].elapsed == timedelta(seconds=30)


def test_a_disputed_question_is_not_scored_until_the_dispute_is_withdrawn(ledger: Ledger) -> None:
    begin(ledger)
    say(ledger, DISPUTE, number=0, on=True, reason="two are right")
    assert attempt_lines(ledger)[0].scored == 1
    say(ledger, DISPUTE, number=0, on=False, reason="")
    assert attempt_lines(ledger)[0].scored == 2


def test_first_answers_count_once_the_paper_is_handed_in(ledger: Ledger) -> None:
    begin(ledger)
    show(ledger, 0)
    say(ledger, ANSWER, number=0, elapsed_ms=1, chosen=[0])
    assert first_answers(ledger) == ()
    say(ledger, HANDED_IN, elapsed_ms=2, by="learner")
    ledger.record(PRACTICE, ONE, 1, {"area": "events", "chosen": [1], "right": False, "took_ms": 5})
    assert [(a.question, a.right) for a in first_answers(ledger)] == [(ONE, True)]
    assert last_wrong(ledger) == {ONE}
    assert times_seen(ledger) == {ONE: 2}


def test_an_attempt_told_anew_is_the_same(ledger: Ledger) -> None:
    begin(ledger)
    show(ledger, 0)
    say(ledger, ANSWER, number=0, elapsed_ms=9000, chosen=[0])
    before = attempt_lines(ledger)
    story = list(ledger.events(item=ATTEMPT))
    ExamFold().refold(ledger._db, ATTEMPT, [], story)
    assert attempt_lines(ledger) == before
