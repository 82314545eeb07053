"""What a paper that was handed in says."""

import random
import sqlite3
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.learning.marking import Slip, Swing
from studyapp.store.ledger import Ledger
from studyapp.study.exam_desk import ExamDesk
from tests.study.exam_pack import open_pack, write_pack
from tests.study.exam_story import MOCK, SHORT, key_of, seen, sit, wait
from tests.tools.clock import Clock


def test_a_result_tells_score_areas_misconceptions_and_time(desk: ExamDesk, clock: Clock) -> None:
    result = sit(desk, clock, MOCK, right=6)
    assert result.whole.points == 6
    assert result.whole.out_of == 8
    assert result.passed is False
    assert sum(area.out_of for area in result.areas) == 8
    assert result.beliefs[0].misconception == "boss"
    assert (result.beliefs[0].taken, result.beliefs[0].offered) == (2, 8)
    assert {item.spent for item in result.items} == {timedelta(seconds=10)}


def test_seven_of_eight_pass_at_eighty_five_per_cent(desk: ExamDesk, clock: Clock) -> None:
    assert sit(desk, clock, MOCK, right=7).passed


def test_both_markings_are_told_and_the_profile_says_which_counts(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(SHORT)
    attempt = seen(desk).attempt
    for number in range(1, seen(desk).count + 1):
        desk.go(number)
        desk.choose(frozenset([min(key_of(seen(desk)))]))
    desk.hand_in()
    result = desk.result(attempt)
    assert result.partial.points > result.whole.points
    assert result.score == result.partial


def test_changed_answers_and_slips_are_told(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    key = key_of(seen(desk))
    wrong = frozenset(sorted(set(range(4)) - key)[: len(key)])
    desk.choose(key)
    wait(desk, clock, 2)
    desk.choose(wrong)
    desk.hand_in()
    item = desk.result(attempt).items[0]
    assert item.swing is Swing.RIGHT_TO_WRONG
    assert Slip.HASTY in item.slips


def test_a_question_that_was_never_reached_stays_unseen(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    desk.hand_in()
    items = desk.result(attempt).items
    assert [item.question is None for item in items] == [False] + [True] * 7
    assert desk.offers()[0].available == 15


def test_flagged_and_open_questions_can_be_listed(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    desk.flag()
    view = seen(desk)
    assert view.flagged
    assert view.flags == (True, *[False] * 7)
    assert view.answered_count == 0
    desk.flag()
    assert not seen(desk).flagged


def test_a_disputed_question_is_not_scored_and_the_reason_is_kept(desk: ExamDesk, clock: Clock) -> None:
    result = sit(desk, clock, MOCK, right=6)
    desk.dispute(result.id, 8, "both are defensible")
    again = desk.result(result.id)
    assert again.whole.points == 6
    assert again.whole.out_of == 7
    assert again.items[7].dispute == "both are defensible"
    desk.dispute(result.id, 8, "")
    assert desk.result(result.id).whole.out_of == 8


def test_a_question_that_left_the_content_before_it_was_shown_is_not_scored(
    desk: ExamDesk, db: sqlite3.Connection, clock: Clock, tmp_path: Path
) -> None:
    desk.begin(MOCK)
    bare = open_pack(write_pack(tmp_path / "p", held=0))
    later = ExamDesk(SimpleNamespace(catalog=bare), Ledger(db, "device", clock), clock, random.Random(1))
    later.resume()
    later.go(2)
    assert seen(later).question is None
    attempt = seen(later).attempt
    later.hand_in()
    assert not later.result(attempt).items[1].scored


def test_the_list_of_attempts_agrees_with_the_results(desk: ExamDesk, clock: Clock) -> None:
    results = {result.id: result for result in (sit(desk, clock, p, right=5) for p in (MOCK, SHORT))}
    for row in desk.attempts():
        assert row.share == pytest.approx(results[row.id].score.share)
        assert row.passed == results[row.id].passed
