"""A sitting asks what is due, then steps whose time has come, then new cards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from studyapp.ids import ItemId
from studyapp.learning.due_queue import DueQueue, Step
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating
from studyapp.learning.sitting import Sitting, Tally, sit_down

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
A, B, C, D, E = (ItemId(f"p/card/{name}") for name in "abcde")
KNOWN = Memory(10, 5, NOW + timedelta(days=9), NOW, Phase.REVIEW, None, 3, 0)
FORGOTTEN = replace(KNOWN, phase=Phase.RELEARNING, step=0, due_at=NOW + timedelta(minutes=10))
TOOK = timedelta(seconds=6)


def order(sitting: Sitting, now: datetime = NOW) -> list[ItemId]:
    asked = []
    while sitting.card is not None:
        asked.append(sitting.card)
        sitting = sitting.answered(Rating.GOOD, TOOK, KNOWN, now)
    return asked


def test_due_cards_come_before_steps_and_steps_before_new_cards() -> None:
    queue = DueQueue(due=(A, B), steps=(Step(C, NOW),), new=(D,), ahead=(E,))
    assert order(sit_down(queue, NOW)) == [A, B, C, D, E]


def test_a_step_whose_time_has_not_come_waits_behind_new_cards() -> None:
    queue = DueQueue(steps=(Step(C, NOW + timedelta(minutes=5)),), new=(D,))
    assert order(sit_down(queue, NOW)) == [D, C]


def test_with_nothing_else_left_a_step_is_asked_a_little_early_but_not_much() -> None:
    early = DueQueue(steps=(Step(C, NOW + timedelta(minutes=19)),))
    late = DueQueue(steps=(Step(C, NOW + timedelta(minutes=21)),))
    assert sit_down(early, NOW).card == C
    assert sit_down(late, NOW).card is None
    assert sit_down(late, NOW).advance(NOW + timedelta(minutes=2)).card == C


def test_a_forgotten_card_comes_again_in_the_same_sitting() -> None:
    sitting = sit_down(DueQueue(due=(A,)), NOW).answered(Rating.AGAIN, TOOK, FORGOTTEN, NOW)
    assert sitting.card == A
    assert sitting.answered(Rating.GOOD, TOOK, KNOWN, NOW).card is None


def test_the_card_on_the_desk_does_not_change_while_the_learner_thinks() -> None:
    queue = DueQueue(steps=(Step(C, NOW + timedelta(minutes=1)),), new=(D,))
    sitting = sit_down(queue, NOW)
    assert sitting.card == D
    assert sitting.answered(Rating.GOOD, TOOK, KNOWN, NOW + timedelta(hours=1)).card == C


def test_the_position_counts_cards_not_answers() -> None:
    sitting = sit_down(DueQueue(due=(A, B)), NOW)
    assert (sitting.position, sitting.total) == (1, 2)
    sitting = sitting.answered(Rating.AGAIN, TOOK, FORGOTTEN, NOW)
    assert (sitting.position, sitting.total) == (2, 2)
    sitting = sitting.answered(Rating.GOOD, TOOK, KNOWN, NOW)
    assert (sitting.card, sitting.position, sitting.total) == (A, 2, 2)


def test_a_card_left_out_makes_the_sitting_shorter() -> None:
    sitting = sit_down(DueQueue(due=(A, B)), NOW).dropped(NOW)
    assert (sitting.card, sitting.position, sitting.total) == (B, 1, 1)


def test_the_tally_counts_answers_misses_and_time() -> None:
    sitting = sit_down(DueQueue(due=(A, B)), NOW)
    sitting = sitting.answered(Rating.AGAIN, TOOK, FORGOTTEN, NOW).answered(Rating.GOOD, TOOK, KNOWN, NOW)
    assert (sitting.tally.answered, sitting.tally.again, sitting.tally.took) == (2, 1, 2 * TOOK)


def test_a_card_brought_back_is_asked_first_and_only_once() -> None:
    assert order(sit_down(DueQueue(due=(A, B), new=(C,)), NOW, first=C)) == [C, A, B]
    assert order(sit_down(DueQueue(due=(A,)), NOW, first=E)) == [E, A]


def test_cards_left_on_their_steps_count_as_asked_only_when_they_are() -> None:
    sitting = sit_down(DueQueue(due=(A,), steps=(Step(B, NOW), Step(C, NOW)), new=(D,)), NOW)
    assert (sitting.card, sitting.position, sitting.total) == (A, 1, 4)
    sitting = sitting.answered(Rating.GOOD, TOOK, KNOWN, NOW)
    assert (sitting.card, sitting.position) == (B, 2)
    sitting = sitting.answered(Rating.AGAIN, TOOK, FORGOTTEN, NOW).answered(Rating.GOOD, TOOK, KNOWN, NOW)
    assert (sitting.card, sitting.position) == (D, 4)


def test_a_single_long_look_does_not_move_the_pace_and_a_slow_hand_does() -> None:
    tally = Tally().with_answer(Rating.GOOD, timedelta(minutes=2))
    assert tally.pace(9.0) == timedelta(seconds=9)
    for _ in range(90):
        tally = tally.with_answer(Rating.GOOD, timedelta(seconds=20))
    assert tally.pace(9.0) == timedelta(seconds=(90 + 90 * 20) / 100)
