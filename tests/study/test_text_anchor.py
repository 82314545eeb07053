"""A highlighted passage is found again after an edit, or said to be lost."""

import pytest

from studyapp.study.text_anchor import anchor_at, find_anchor

TEXT = (
    "The Product Owner decides what is worth building.\nOnly the Product Owner orders the Product Backlog.\n"
    "Others may advise; none of them decides. Value is what counts, and value changes.\n"
    "A Sprint has a fixed length of one month or less to create consistency."
)


def kept(quote: str, edited: str) -> str | None:
    """What the passage has become in the edited text."""
    start = TEXT.index(quote)
    found = find_anchor(anchor_at(TEXT, start, start + len(quote)), edited)
    return edited[found[0] : found[1]] if found else None


def test_a_passage_is_found_where_it_was() -> None:
    assert kept("Others may advise", TEXT) == "Others may advise"


def test_a_passage_moves_along_with_text_put_before_it() -> None:
    assert kept("none of them decides", "A new beginning.\n" * 40 + TEXT) == "none of them decides"


def test_other_white_space_and_marks_of_rich_text_do_not_matter() -> None:
    rich = TEXT.replace(" ", "\u00a0\u2029").replace("\n", "\u2029\ufdd0\u2029")
    assert kept("Only the Product Owner orders", rich) is not None


def test_of_two_like_words_the_one_with_the_old_surroundings_is_taken() -> None:
    edited = TEXT.replace("The Product Owner decides", "For value the Product Owner decides")
    start = TEXT.index("value changes")
    found = find_anchor(anchor_at(TEXT, start, start + len("value")), edited)
    assert found is not None
    assert edited[found[0] :].startswith("value changes")


def test_a_sentence_that_was_edited_within_is_found() -> None:
    edited = TEXT.replace("a fixed length of one month or less", "a fixed length, one month at the most,")
    assert kept("A Sprint has a fixed length of one month or less to create consistency.", edited) == (
        "A Sprint has a fixed length, one month at the most, to create consistency."
    )


@pytest.mark.parametrize(
    "quote", ["Only the Product Owner orders the Product Backlog.", "Others may advise", "fixed"]
)
def test_a_passage_that_was_taken_out_has_lost_its_place(quote: str) -> None:
    assert kept(quote, "Something else entirely. Owners of products decide on fixed prices.") is None


def test_a_short_word_without_its_surroundings_is_not_taken_from_anywhere() -> None:
    assert kept("Value", "Nobody knows.\nThe Value chain was Porter’s idea.") is None
