"""Sitting exams at the desk, on a real pack and a real log."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp import bundle
from studyapp.app import awake
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Pool
from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Standing
from studyapp.learning.marking import Slip, Swing
from studyapp.store.database import open_writer
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder
from studyapp.study.desks_to_come import lay_desks
from studyapp.study.exam_desk import ExamDesk
from studyapp.study.exam_result import Result
from studyapp.study.exam_values import ExamView
from tests.study.exam_pack import open_pack, write_pack

MOCK, SHORT, WORDS = ItemId("p/exam/mock"), ItemId("p/exam/short"), ItemId("p/exam/words")


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return open_pack(write_pack(tmp_path_factory.mktemp("packs") / "p"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_writer(tmp_path / "progress.db")
    climb(connection, ladder())
    yield connection
    connection.close()


@pytest.fixture
def start(catalog: Catalog, db: sqlite3.Connection, clock: Clock) -> Callable[[], ExamDesk]:
    """Start the program anew on the same profile."""

    def started() -> ExamDesk:
        ledger = Ledger(db, "device", clock)
        return ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7))

    return started


@pytest.fixture
def desk(start: Callable[[], ExamDesk]) -> ExamDesk:
    return start()


def seen(desk: ExamDesk) -> ExamView:
    view = desk.view()
    assert view is not None
    return view


def key_of(view: ExamView) -> frozenset[int]:
    assert view.question is not None
    return view.question.key


def wait(desk: ExamDesk, clock: Clock, seconds: int) -> None:
    for _ in range(seconds):
        clock.pass_by(1)
        desk.look()


def sit(desk: ExamDesk, clock: Clock, profile: ItemId, right: int, *, seconds: int = 10) -> Result:
    """Sit a whole paper with so many right answers."""
    desk.begin(profile)
    attempt = seen(desk).attempt
    for number in range(1, seen(desk).count + 1):
        desk.go(number)
        wait(desk, clock, seconds)
        key = key_of(seen(desk))
        desk.choose(key if number <= right else frozenset({next(n for n in range(4) if n not in key)}))
    desk.hand_in()
    return desk.result(attempt)


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


def test_after_a_crash_the_paper_goes_on_with_the_time_that_was_left(
    desk: ExamDesk, start: Callable[[], ExamDesk], clock: Clock
) -> None:
    desk.begin(MOCK)
    wait(desk, clock, 20)
    desk.choose(frozenset({2}))
    clock.pass_by(3600)
    again = start()
    assert again.running()
    assert seen(again).standing_still
    again.resume()
    assert seen(again).time_left == timedelta(minutes=6, seconds=-20)
    assert seen(again).chosen == {2}


def test_a_crash_without_an_answer_costs_less_than_a_heartbeat(
    desk: ExamDesk, start: Callable[[], ExamDesk], clock: Clock
) -> None:
    desk.begin(MOCK)
    wait(desk, clock, 100)
    again = start()
    assert seen(again).elapsed >= timedelta(seconds=85)


def test_a_sleep_costs_nothing_and_is_told_in_the_result(
    catalog: Catalog, db: sqlite3.Connection, clock: Clock
) -> None:
    hours = [timedelta(hours=7)]
    ledger = Ledger(db, "device", clock)
    desk = ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7), lambda: hours[0])
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    clock.pass_by(3608)
    hours[0] += timedelta(seconds=8)
    desk.look()
    assert seen(desk).elapsed == timedelta(seconds=8)
    desk.hand_in()
    assert desk.result(attempt).gaps == 1


def test_the_paper_is_handed_in_at_zero(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    wait(desk, clock, 360)
    assert not desk.running()
    result = desk.result(attempt)
    assert result.ran_out
    assert result.elapsed == timedelta(minutes=6)


def test_a_paused_paper_stands_still(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(SHORT)
    wait(desk, clock, 10)
    desk.pause()
    wait(desk, clock, 100)
    assert seen(desk).elapsed == timedelta(seconds=10)
    desk.resume()
    wait(desk, clock, 5)
    assert seen(desk).elapsed == timedelta(seconds=15)


def test_the_clock_runs_on_when_the_log_is_folded_anew_beside_an_open_paper(
    catalog: Catalog, db: sqlite3.Connection, clock: Clock
) -> None:
    ledger = Ledger(db, "device", clock)
    desk = ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7))
    desk.begin(MOCK)
    wait(desk, clock, 10)
    ledger.reconnect(db, "device")
    wait(desk, clock, 20)
    assert not seen(desk).standing_still
    assert seen(desk).elapsed == timedelta(seconds=30)


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


def test_an_attempt_can_be_read_when_its_questions_are_gone(
    desk: ExamDesk, db: sqlite3.Connection, clock: Clock, tmp_path: Path
) -> None:
    result = sit(desk, clock, MOCK, right=5)
    bare = open_pack(write_pack(tmp_path / "p", held=1))
    later = ExamDesk(SimpleNamespace(catalog=bare), Ledger(db, "device", clock), clock, random.Random(1))
    assert later.result(result.id) == result


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


def test_the_list_of_attempts_agrees_with_the_results(desk: ExamDesk, clock: Clock) -> None:
    results = {result.id: result for result in (sit(desk, clock, p, right=5) for p in (MOCK, SHORT))}
    for row in desk.attempts():
        assert row.share == pytest.approx(results[row.id].score.share)
        assert row.passed == results[row.id].passed


def test_a_second_paper_cannot_be_begun_while_one_is_open(desk: ExamDesk) -> None:
    desk.begin(MOCK)
    with pytest.raises(ValueError, match="already"):
        desk.begin(SHORT)


def test_an_unknown_profile_is_refused(desk: ExamDesk) -> None:
    with pytest.raises(KeyError):
        desk.begin(ItemId("p/exam/none"))


def test_the_desks_of_the_window_hand_on_how_long_the_computer_was_awake(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, hours = write_pack(tmp_path / "p"), [timedelta(hours=7)]
    monkeypatch.setattr(bundle, "content_dir", lambda: pack)
    desks = lay_desks(tmp_path / "profile", [], clock, random.Random(1), lambda: hours[0])
    desks.exams.begin(MOCK)
    clock.pass_by(-3600)
    hours[0] += timedelta(seconds=12)
    desks.exams.look()
    assert seen(desks.exams).elapsed == timedelta(seconds=12)
    desks.close()


def test_the_computers_own_clock_of_waking_hours_goes_on() -> None:
    first = awake()
    assert awake() >= first > timedelta(0)
