"""How far words are apart when fingers slip."""

import pytest

from studyapp.catalog.search_slips import nearest, slips_between


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("sprint", "sprint", 0),
        ("sprnt", "sprint", 1),
        ("spirnt", "sprint", 1),
        ("sprintt", "sprint", 1),
        ("abc", "xyz", 3),
        ("", "ab", 2),
    ],
)
def test_letters_left_out_added_swapped_and_mistaken_count_one_each(
    typed: str, word: str, slips: int
) -> None:
    assert slips_between(typed, word) == slips


def test_an_unfinished_word_is_held_against_beginnings() -> None:
    assert slips_between("retrsop", "retrospective", unfinished=True) == 1


def test_the_nearest_word_counts_and_among_equals_the_commonest() -> None:
    assert nearest("goad", ["goat", "goal", "goal", "sprint"]) == "goal"


def test_short_words_and_words_too_far_away_are_left_alone() -> None:
    assert nearest("po", ["so"]) == ""
    assert nearest("elephant", ["sprint"]) == ""
