from hypothesis import given
from hypothesis import strategies as st

from studyapp.study.quote_place import find_quote


def test_a_quote_is_found_whatever_its_quotation_marks_and_dashes() -> None:
    text = "Before. The team’s “goal” – one\u2028only — stands. After."
    span = find_quote(text, 'The team\'s "goal" - one only - stands.')
    assert span is not None
    assert text[slice(*span)] == "The team’s “goal” – one\u2028only — stands."


def test_white_space_may_hold_the_marks_of_frames_and_objects() -> None:
    assert find_quote("a\ufdd0\u2029b", "a b") == (0, 4)


def test_an_empty_or_absent_quote_is_nowhere() -> None:
    assert find_quote("text", " ") is None
    assert find_quote("text", "other") is None


def test_the_search_stays_between_its_offsets() -> None:
    assert find_quote("again and again", "again", 1) == (10, 15)
    assert find_quote("again and again", "again", 1, 12) is None


@given(st.text(min_size=1).filter(lambda text: bool(text.split())))
def test_every_text_is_found_in_itself(quote: str) -> None:
    assert find_quote(quote, quote) is not None


def test_a_place_to_the_letter_comes_before_one_with_other_marks() -> None:
    assert find_quote("He “decides”. He 'decides'.", "'decides'") == (17, 26)
