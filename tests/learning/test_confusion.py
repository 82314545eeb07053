"""Confusion: real swaps are found soon, mere slips are not named."""

from random import Random

import pytest

from studyapp.learning.confusion import SOLVED, WINDOW, Confusion, Taken

ROLES = ("po", "pjm", "pdm", "sm", "dev", "ba")


def answered(
    dice: Random, number: int, *, swap: frozenset[str] = frozenset(), slips: float = 0.0
) -> Confusion:
    """A learner who answers which-role questions asked in rounds, each round shuffled."""
    asked: list[str] = []
    while len(asked) < number:
        asked += dice.sample(ROLES, len(ROLES))
    found = Confusion()
    for right in asked[:number]:
        others = frozenset(ROLES) - {right}
        chosen = right
        if right in swap:
            chosen = next(iter(swap - {right}))
        elif dice.random() < slips:
            chosen = dice.choice(sorted(others))
        found = found.after(Taken(right, chosen, others))
    return found


def share_found(seeds: int) -> float:
    dice = Random(1)
    hits = 0
    for seed in range(seeds):
        swap = frozenset(dice.sample(ROLES, 2))
        worst = answered(Random(seed), 12, swap=swap).worst()
        hits += worst is not None and frozenset(worst.pair) == swap
    return hits / seeds


def share_falsely_named(seeds: int) -> float:
    return sum(answered(Random(seed), 30, slips=0.05).worst() is not None for seed in range(seeds)) / seeds


def test_two_swapped_roles_rank_first_within_twelve_answers() -> None:
    assert share_found(200) >= 0.9


def test_slips_alone_seldom_name_a_pair() -> None:
    assert share_falsely_named(200) <= 0.05


@pytest.mark.prove
def test_both_hold_over_a_thousand_seeds() -> None:
    found, falsely = share_found(1000), share_falsely_named(1000)
    print(f"swapped pair first within 12: {found:.1%}; named by slips alone after 30: {falsely:.1%}")
    assert found >= 0.9
    assert falsely <= 0.05


def test_a_pair_answered_right_for_some_time_retires() -> None:
    mixed = answered(Random(3), 12, swap=frozenset({"po", "pdm"}))
    for _ in range(SOLVED):
        mixed = mixed.after(Taken("po", "po", frozenset({"pdm"})))
    assert mixed.worst() is None


def test_old_mistakes_fade() -> None:
    mixed = Confusion((Taken("po", "pdm"),))
    later = mixed
    for _ in range(8):
        later = later.after(Taken("po", "po", frozenset({"pdm"})))
    assert later.ranked()[0].weight == pytest.approx(mixed.ranked()[0].weight / 2)


def test_the_matrix_counts_what_was_taken_for_what() -> None:
    mixed = Confusion((Taken("po", "pdm"), Taken("po", "po"), Taken("po", "pdm")))
    assert mixed.matrix() == {("po", "pdm"): 2, ("po", "po"): 1}


def test_a_retired_pair_is_not_named_again_by_one_slip() -> None:
    mixed = answered(Random(3), 12, swap=frozenset({"po", "pdm"}))
    for _ in range(SOLVED):
        mixed = mixed.after(Taken("po", "po", frozenset({"pdm"})))
    assert mixed.ranked() == ()
    assert mixed.after(Taken("po", "pdm")).worst() is None


def test_mistakes_of_long_ago_are_forgotten() -> None:
    mixed = Confusion((Taken("po", "pdm"),))
    for number in range(WINDOW):
        mixed = mixed.after(Taken("po", "po", frozenset({"pdm"} if number else {"pdm", "sm"})))
    assert mixed.ranked() == ()


def test_answers_about_other_things_are_left_out() -> None:
    mixed = Confusion((Taken("po", "pdm", frozenset({"sm"})), Taken("daily", "review"), Taken("sm", "sm")))
    assert mixed.among(("po", "pdm")).answers == (Taken("po", "pdm", frozenset()),)
