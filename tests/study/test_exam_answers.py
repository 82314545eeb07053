"""Questions that are shown and answered, and what the log keeps of them."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from studyapp.store.ledger import Ledger
from studyapp.study.exam_desk import ExamDesk
from tests.study.exam_pack import open_pack, write_pack
from tests.study.exam_story import MOCK, WORDS, key_of, seen, sit
from tests.tools.clock import Clock


def test_a_question_made_ready_is_not_used_up_until_it_is_turned_to(
    desk: ExamDesk, start: Callable[[], ExamDesk]
) -> None:
    desk.begin(MOCK)
    assert desk.upcoming() is not None
    assert [sheet.shown for sheet in seen(start()).sheets[:3]] == [True, False, False]
    desk.go(2)
    assert [sheet.shown for sheet in seen(start()).sheets[:3]] == [True, True, False]


def test_the_same_choice_made_again_is_one_entry_of_the_log(desk: ExamDesk, db: sqlite3.Connection) -> None:
    desk.begin(MOCK)
    for positions in ({1}, {1}, {2}, {2}, {1}):
        desk.choose(frozenset(positions))
    assert db.execute("SELECT count(*) FROM events WHERE kind = 'exam-answer'").fetchone() == (3,)


def test_what_is_made_ready_is_just_what_is_shown_then(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    for number in range(2, 9):
        coming = desk.upcoming()
        assert coming is not None
        desk.go(number)
        assert seen(desk).question == coming.question


def test_a_question_reworded_after_it_was_made_ready_is_kept_as_it_was_shown(
    db: sqlite3.Connection, clock: Clock, tmp_path: Path, start: Callable[[], ExamDesk]
) -> None:
    pack = write_pack(tmp_path / "reworded")
    books = SimpleNamespace(catalog=open_pack(pack))
    desk = ExamDesk(books, Ledger(db, "device", clock), clock, random.Random(7))
    desk.begin(MOCK)
    desk.upcoming()
    words = (pack / "questions" / "all.yaml").read_text("utf-8")
    (pack / "questions" / "all.yaml").write_text(words.replace("What holds for", "What is said of"), "utf-8")
    books.catalog = open_pack(pack)
    desk.go(2)
    for told in (seen(desk), seen(start())):
        assert told.question is not None
        assert told.question.stem.startswith("What is said of")


def test_answers_are_kept_in_the_authors_order_and_shown_in_the_shuffled_one(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    for number in range(1, 9):
        desk.go(number)
        desk.choose(key_of(seen(desk)))
        assert seen(desk).chosen == key_of(seen(desk))


def test_choose_says_how_many_are_asked(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    for number in range(1, 9):
        desk.go(number)
        assert seen(desk).choose == len(key_of(seen(desk)))


def test_free_text_is_kept_word_by_word_and_marked_by_the_learner(desk: ExamDesk) -> None:
    desk.begin(WORDS)
    attempt = seen(desk).attempt
    desk.write("By outcomes.")
    desk.hand_in()
    assert [(i.to_mark, i.wrong) for i in desk.result(attempt).items] == [(True, False)]
    assert desk.result(attempt).unmarked == 1
    desk.mark_own(attempt, 1, [2, 0])
    result = desk.result(attempt)
    assert [(i.to_mark, i.wrong) for i in result.items] == [(False, True)]
    assert result.items[0].words == "By outcomes."
    assert (result.unmarked, float(result.partial.points), result.passed) == (0, 0.5, None)


def test_an_attempt_can_be_read_when_its_questions_are_gone(
    desk: ExamDesk, db: sqlite3.Connection, clock: Clock, tmp_path: Path
) -> None:
    result = sit(desk, clock, MOCK, right=5)
    bare = open_pack(write_pack(tmp_path / "p", held=1))
    later = ExamDesk(SimpleNamespace(catalog=bare), Ledger(db, "device", clock), clock, random.Random(1))
    assert later.result(result.id) == result
