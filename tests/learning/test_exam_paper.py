"""Drawing a paper."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Candidate, Standing, apportion, draw, supply

AREAS = ("events", "scrum-team", "value", "backlog")


def pool(size: int, seen: int = 0, **extra: object) -> list[Candidate]:
    return [
        Candidate(ItemId(f"p/question/q{n:04}"), AREAS[n % 4], difficulty=1 + n % 3, seen=seen, **extra)  # type: ignore[arg-type]
        for n in range(size)
    ]


def test_the_same_seed_draws_the_same_paper_whatever_the_order_of_the_candidates() -> None:
    candidates = pool(200)
    shuffled = random.Random(1).sample(candidates, len(candidates))
    assert draw(candidates, 40, {"events": 10}, 7) == draw(shuffled, 40, {"events": 10}, 7)


def test_another_seed_draws_another_paper() -> None:
    assert draw(pool(200), 40, {}, 7).places != draw(pool(200), 40, {}, 8).places


def test_quotas_are_met_and_the_rest_comes_from_any_area() -> None:
    paper = draw(pool(200), 40, {"events": 20, "value": 10}, 3)
    count = Counter(place.area for place in paper.places)
    assert len(paper) == 40
    assert count["events"] >= 20
    assert count["value"] >= 10


def test_the_rest_leaves_every_area_the_quota_of_the_next_paper() -> None:
    scarce = [candidate for candidate in pool(32) if candidate.area == "events"]
    plenty = [candidate for candidate in pool(200) if candidate.area != "events"]
    for seed in range(5):
        paper = draw([*scarce, *plenty], 40, {"events": 4}, seed)
        assert len(paper) == 40
        assert Counter(place.area for place in paper.places)["events"] == 4


def test_unseen_questions_come_before_seen_ones() -> None:
    fresh, old = pool(30), [Candidate(ItemId(f"p/question/old{n}"), "events", seen=1) for n in range(100)]
    paper = draw([*old, *fresh], 40, {}, 5)
    assert {c.id for c in fresh} <= {p.question for p in paper.places}
    assert paper.repeats == 10


def test_no_two_questions_on_a_paper_rest_on_the_same_sentence() -> None:
    candidates = [Candidate(ItemId(f"p/question/{n}"), "events", rests_on=f"s{n // 3}") for n in range(60)]
    assert len(draw(candidates, 40, {}, 1)) == 20


def test_no_two_questions_on_a_paper_share_most_of_their_words() -> None:
    words = frozenset(["who", "may", "cancel", "the", "sprint", "goal", "obsolete"])
    twins = [
        Candidate(ItemId(f"p/question/{n}"), "events", words=words | {f"w{n}", f"v{n}"}) for n in range(5)
    ]
    apart = Candidate(ItemId("p/question/z"), "events", words=frozenset({"timebox", "planning"}))
    assert len(draw([*twins, apart], 6, {}, 1)) == 2


def test_difficulties_are_spread_as_the_mix_says() -> None:
    levels = {c.id: c.difficulty for c in pool(600)}
    paper = draw(pool(600), 80, {}, 9)
    count = Counter(levels[p.question] for p in paper.places)
    assert (count[1], count[2], count[3]) == pytest.approx((24, 36, 20), abs=1)


def test_a_short_pool_shrinks_the_quotas_in_proportion() -> None:
    assert apportion({"events": 40, "value": 20, "backlog": 20}, 20) == {
        "backlog": 5,
        "events": 10,
        "value": 5,
    }


def test_options_keep_their_order_where_it_matters() -> None:
    paper = draw(pool(20, fixed_order=True), 20, {}, 4)
    assert {place.order for place in paper.places} == {(0, 1, 2, 3)}


def test_options_are_shuffled_otherwise() -> None:
    assert len({place.order for place in draw(pool(60), 60, {}, 4).places}) > 10


@given(st.integers(0, 120), st.integers(1, 90), st.integers(0, 2**32))
def test_a_paper_never_holds_a_question_twice_nor_more_than_asked(size: int, wanted: int, seed: int) -> None:
    paper = draw(pool(size), wanted, {"events": 12, "value": 9}, seed)
    ids = [place.question for place in paper.places]
    assert len(ids) == len(set(ids)) == min(size, wanted)
    assert all(sorted(place.order) == [0, 1, 2, 3] for place in paper.places)


def test_a_pool_that_is_large_enough_gives_full_papers() -> None:
    found = supply(pool(170), 80)
    assert (found.standing, found.size, found.honest_papers) == (Standing.FULL, 80, 2)


def test_a_small_pool_gives_a_shorter_paper_of_new_questions_only() -> None:
    found = supply([*pool(30), *[Candidate(ItemId("p/question/old"), "value", seen=1)]], 80)
    assert (found.standing, found.size, found.honest_papers) == (Standing.SHORTER, 30, 0)


def test_a_pool_that_is_nearly_used_up_gives_a_repeat() -> None:
    found = supply(pool(90, seen=1), 80)
    assert (found.standing, found.size) == (Standing.REPEAT, 80)


def test_what_an_open_paper_holds_is_not_to_be_had_and_counted_to_the_last_question() -> None:
    twins = [
        Candidate(ItemId(f"p/question/twin{n}"), "value", rests_on="a#b|c", reserved=n > 0) for n in range(2)
    ]
    found = supply([*pool(30), *twins, Candidate(ItemId("p/question/apart"), "value", reserved=True)], 8)
    assert (found.fresh, found.held, found.honest_papers) == (31, 2, 3)


def test_an_empty_pool_gives_nothing() -> None:
    assert supply([], 80).standing is Standing.EMPTY
