"""Practising questions at the desk."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.ids import ItemId
from studyapp.store.database import open_writer
from studyapp.store.exam_rows import first_answers
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder
from studyapp.study.exam_desk import ExamDesk
from studyapp.study.practice_desk import PracticeDesk, PracticeKind, PracticeScope, PracticeView
from tests.study.exam_pack import open_pack, write_pack

SOME = timedelta(seconds=12)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return open_pack(write_pack(tmp_path_factory.mktemp("packs") / "p"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    db: sqlite3.Connection = open_writer(tmp_path / "progress.db")
    climb(db, ladder())
    moments = count()
    yield Ledger(
        db, "device", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(seconds=next(moments))
    )
    db.close()


@pytest.fixture
def desk(catalog: Catalog, ledger: Ledger) -> PracticeDesk:
    return PracticeDesk(SimpleNamespace(catalog=catalog), ledger, random.Random(7))


def seen(desk: PracticeDesk) -> PracticeView:
    view = desk.view()
    assert view is not None
    return view


def wrong(view: PracticeView) -> frozenset[int]:
    return frozenset({next(n for n in range(4) if n not in view.question.key)})


def test_held_back_questions_are_never_practised(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope(), count=100)
    assert seen(desk).count == 10
    while (view := desk.view()) is not None:
        assert "practice" in view.question.id
        desk.go_on()


def test_choices_tell_how_much_there_is_and_how_much_is_new(desk: PracticeDesk) -> None:
    everything, wrongs, events, value = desk.choices("pspo-1")
    assert (everything.total, everything.unseen, wrongs.total) == (10, 10, 0)
    assert events.total + value.total == 10


def test_an_answer_is_marked_at_once_and_kept(desk: PracticeDesk, ledger: Ledger) -> None:
    desk.begin(PracticeScope())
    desk.answer(seen(desk).question.key, sure=True, took=SOME)
    found = seen(desk).found
    assert found is not None
    assert found.right
    assert [answer.right for answer in first_answers(ledger)] == [True]


def test_a_question_is_answered_once(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope())
    desk.answer(frozenset({0}), sure=None, took=SOME)
    with pytest.raises(ValueError, match="no question"):
        desk.answer(frozenset({1}), sure=None, took=SOME)


def test_wrong_answers_come_back_until_they_are_right(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope())
    first = seen(desk).question.id
    desk.answer(wrong(seen(desk)), sure=True, took=SOME)
    again = PracticeScope(PracticeKind.WRONG)
    desk.begin(again)
    assert seen(desk).question.id == first
    desk.answer(seen(desk).question.key, sure=False, took=SOME)
    desk.begin(again)
    assert desk.view() is None


def test_wrong_answers_of_a_paper_can_be_practised_when_it_is_handed_in(
    desk: PracticeDesk, catalog: Catalog, ledger: Ledger
) -> None:
    exams = ExamDesk(SimpleNamespace(catalog=catalog), ledger, ledger.now, random.Random(1))
    exams.begin(ItemId("p/exam/mock"))
    desk.begin(PracticeScope(PracticeKind.WRONG))
    assert desk.view() is None
    exams.hand_in()
    desk.begin(PracticeScope(PracticeKind.WRONG))
    assert "held" in seen(desk).question.id


def test_unseen_questions_come_first(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope(), count=6)
    done = set()
    while (view := desk.view()) is not None:
        done.add(view.question.id)
        desk.answer(view.question.key, sure=None, took=SOME)
        desk.go_on()
    desk.begin(PracticeScope(), count=4)
    while (view := desk.view()) is not None:
        assert view.question.id not in done
        desk.go_on()


def test_the_summary_tells_what_one_was_wrongly_sure_of(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope(), count=3)
    desk.answer(seen(desk).question.key, sure=True, took=SOME)
    desk.go_on()
    desk.answer(wrong(seen(desk)), sure=True, took=SOME)
    desk.go_on()
    summary = desk.summary()
    assert (summary.answered, summary.right, summary.misplaced, summary.left) == (2, 1, 1, 1)


def test_a_misconception_can_be_practised(desk: PracticeDesk) -> None:
    desk.begin(PracticeScope(PracticeKind.MISCONCEPTION, "boss"), count=3)
    assert seen(desk).count == 3


def test_beliefs_tell_how_often_they_were_offered_and_taken(desk: PracticeDesk) -> None:
    before = desk.beliefs("pspo-1")
    assert [(b.name, b.total, b.unseen, b.taken) for b in before] == [("boss", 10, 10, 0)]
    desk.begin(PracticeScope(PracticeKind.MISCONCEPTION, "boss"))
    desk.answer(wrong(seen(desk)), sure=True, took=SOME)
    desk.go_on()
    desk.answer(frozenset(seen(desk).question.key), sure=True, took=SOME)
    after = desk.beliefs("pspo-1")
    assert [(b.total, b.unseen, b.offered, b.taken) for b in after] == [(10, 8, 2, 1)]


def test_a_belief_that_only_held_back_questions_offer_cannot_be_practised(
    ledger: Ledger, tmp_path: Path
) -> None:
    bare = open_pack(write_pack(tmp_path / "p", practice=0))
    desk = PracticeDesk(SimpleNamespace(catalog=bare), ledger, random.Random(1))
    assert desk.beliefs("pspo-1") == ()
