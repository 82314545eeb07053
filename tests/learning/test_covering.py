"""Papers that ask about every subject once."""

import random

from studyapp.ids import ItemId
from studyapp.learning.covering import draw_each, supply_each
from studyapp.learning.exam_paper import Candidate, Standing


def question(number: int, *, seen: int = 0, rests_on: str = "") -> Candidate:
    return Candidate(ItemId(f"p/question/q{number}"), "", seen=seen, rests_on=rests_on)


def test_every_subject_that_has_a_question_is_asked_about_whatever_else_could_have_been_drawn() -> None:
    one, two, three = question(1), question(2), question(3)
    subjects = {"rare": [one], "common": [one, two], "broad": [one, two, three]}
    for seed in range(50):
        paper = draw_each(subjects, seed)
        assert {place.area: place.question for place in paper.places} == {
            "rare": one.id, "common": two.id, "broad": three.id
        }  # fmt: skip


def test_no_subject_is_left_out_when_some_choice_asks_about_all_of_them() -> None:
    """A choice is made beforehand, so that one exists; then more questions are put in its way."""
    for seed in range(60):
        dice = random.Random(seed)
        every = [question(n) for n in range(12)]
        own = dice.sample(every, 8)
        subjects = {f"s{n}": list({own[n], *dice.sample(every, dice.randint(0, 4))}) for n in range(8)}
        paper = draw_each(subjects, seed)
        assert {place.area for place in paper.places} == subjects.keys()
        assert len({place.question for place in paper.places}) == 8


def test_the_same_seed_draws_the_same_paper() -> None:
    subjects = {f"s{n}": [question(n * 5 + k) for k in range(5)] for n in range(6)}
    assert draw_each(subjects, 3) == draw_each(subjects, 3)
    assert draw_each(subjects, 3) != draw_each(subjects, 4)


def test_unseen_questions_come_first_and_seen_ones_before_a_gap() -> None:
    subjects = {"a": [question(1, seen=1), question(2)], "b": [question(3, seen=2)], "c": []}
    paper = draw_each(subjects, 1)
    assert {place.question for place in paper.places} == {question(2).id, question(3).id}
    assert paper.repeats == 1
    found = supply_each(subjects)
    assert (found.total, found.fresh, found.standing) == (2, 1, Standing.REPEAT)


def test_near_duplicates_stay_off_the_paper_unless_a_subject_would_be_left_out() -> None:
    alike = {"a": [question(1, rests_on="x")], "b": [question(n, rests_on="xy"[n == 3]) for n in (2, 3)]}
    assert {place.question for place in draw_each(alike, 1).places} == {question(1).id, question(3).id}
    alike["b"] = [question(2, rests_on="x")]
    assert len(draw_each(alike, 1)) == 2


def test_nothing_can_be_drawn_where_no_subject_has_a_question() -> None:
    assert supply_each({"a": []}).standing is Standing.EMPTY
