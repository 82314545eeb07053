"""Words that differ between two cells."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.study.word_difference import differing_words

texts = st.lists(st.sampled_from("the team decides what, why and how; Product’s value.".split())).map(
    " ".join
)


def shown(first: str, second: str) -> tuple[list[str], list[str]]:
    ours, theirs = differing_words(first, second)
    return [first[i:j] for i, j in ours], [second[i:j] for i, j in theirs]


def test_only_the_words_that_differ_are_named() -> None:
    assert shown("A successful product", "A successful project: on time") == (
        ["product"],
        ["project: on time"],
    )


def test_case_and_punctuation_do_not_count() -> None:
    assert shown("Yes, alone.", "yes alone") == ([], [])


def test_nothing_against_something_is_all_of_it() -> None:
    assert shown("", "By ordering") == ([], ["By ordering"])


@given(texts, texts)
def test_without_the_marked_words_both_say_the_same(first: str, second: str) -> None:
    left, right = differing_words(first, second)
    assert _rest(first, left) == _rest(second, right)


def _rest(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    for start, stop in reversed(spans):
        text = text[:start] + text[stop:]
    return [word.strip(",;.").casefold() for word in text.split() if word.strip(",;.")]
