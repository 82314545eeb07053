"""What can be sat, and how papers are drawn from a pool that is used up bit by bit."""

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Pool
from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Standing
from studyapp.store.ledger import Ledger
from studyapp.study.exam_desk import ExamDesk
from tests.study.exam_pack import open_pack, write_pack
from tests.study.exam_story import MOCK, SHORT, seen, sit
from tests.tools.clock import Clock


def test_offers_say_how_many_honest_mocks_are_left(desk: ExamDesk) -> None:
    mock, short, words = desk.offers()
    assert (mock.available, mock.honest_mocks_left, mock.ready) == (16, 2, True)
    assert (short.available, words.available) == (10, 1)


def test_a_mock_draws_from_the_held_back_pool_alone(desk: ExamDesk, catalog: Catalog) -> None:
    desk.begin(MOCK)
    for number in range(1, 9):
        desk.go(number)
        question = seen(desk).question
        assert question is not None
        assert question.pool is Pool.HELD_BACK


def test_a_question_is_used_up_when_it_was_shown_even_if_the_program_ends_there(
    desk: ExamDesk, start: Callable[[], ExamDesk]
) -> None:
    desk.begin(MOCK)
    desk.go(2)
    again = start()
    again.hand_in()
    assert again.offers()[0].available == 14


def test_what_an_open_paper_has_yet_to_show_is_reserved_for_it(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    supplies = []
    for number in (1, 2):
        desk.go(number)
        supplies.append(desk.offers()[0].supply)
    assert [(found.fresh, found.held, found.honest_papers) for found in supplies] == [(8, 7, 1), (8, 6, 1)]


def test_questions_of_a_running_paper_are_not_given_away_elsewhere(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    assert desk.used_up() == frozenset()
    desk.hand_in()
    assert len(desk.used_up()) == 1


def test_a_paper_is_drawn_again_from_its_seed(desk: ExamDesk, start: Callable[[], ExamDesk]) -> None:
    desk.begin(MOCK)
    before = seen(desk)
    again = start()
    again.resume()
    after = seen(again)
    assert (after.attempt, after.question) == (before.attempt, before.question)


def test_the_second_mock_is_new_and_the_third_a_repeat(desk: ExamDesk, clock: Clock) -> None:
    first, second, third = (sit(desk, clock, MOCK, right=8) for _ in range(3))
    ids = [{item.question.id for item in result.items if item.question} for result in (first, second)]
    assert not ids[0] & ids[1]
    assert [r.standing for r in (first, second, third)] == [Standing.FULL, Standing.FULL, Standing.REPEAT]
    assert [row.honest for row in desk.attempts()] == [False, True, True]


def test_an_honest_mock_holds_no_seen_question_even_when_an_area_runs_out(
    tmp_path: Path, db: sqlite3.Connection, clock: Clock
) -> None:
    catalog = open_pack(write_pack(tmp_path / "p", held=80))
    desk = ExamDesk(SimpleNamespace(catalog=catalog), Ledger(db, "d", clock), clock, random.Random(1))
    seen: set[ItemId] = set()
    for _ in range(10):
        result = sit(desk, clock, MOCK, right=8, seconds=0)
        ids = {item.question.id for item in result.items if item.question is not None}
        assert result.standing is Standing.FULL
        assert not ids & seen
        seen |= ids
    assert desk.offers()[0].supply.standing is Standing.REPEAT


def test_a_pool_that_is_too_small_makes_a_shorter_paper_with_less_time(
    tmp_path: Path, db: sqlite3.Connection, clock: Clock
) -> None:
    catalog = open_pack(write_pack(tmp_path / "p", held=4))
    desk = ExamDesk(SimpleNamespace(catalog=catalog), Ledger(db, "d", clock), clock, random.Random(1))
    offer = desk.offers()[0]
    assert (offer.supply.standing, offer.supply.size, offer.limit) == (
        Standing.SHORTER,
        4,
        timedelta(minutes=3),
    )
    desk.begin(MOCK)
    assert (seen(desk).count, seen(desk).time_left) == (4, timedelta(minutes=3))


def test_a_second_paper_cannot_be_begun_while_one_is_open(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    with pytest.raises(ValueError, match="already"):
        desk.begin(SHORT)


def test_an_unknown_profile_is_refused(desk: ExamDesk) -> None:
    with pytest.raises(KeyError):
        desk.begin(ItemId("p/exam/none"))
