"""Typed answers are compared as a kind teacher would."""

import pytest

from studyapp.learning.typed_answer import Verdict, compare


def test_the_expected_words_are_exact() -> None:
    assert compare("Sprint Goal", "Sprint Goal").verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "typed",
    [
        "sprint goal",
        "the Sprint Goal.",
        "Sprint Goals",
        "Sprnt Goal",
        "Srpint goal",
        "sprint-goal",
        "Sprintgoal",
    ],
)
def test_case_articles_plural_punctuation_and_small_slips_are_forgiven(typed: str) -> None:
    assert compare(typed, "Sprint Goal").verdict is Verdict.FORGIVEN


@pytest.mark.parametrize("typed", ["Product Goal", "Sprint", "Sprint Review", "goal", "Spritely Ghoul"])
def test_another_word_is_wrong(typed: str) -> None:
    assert compare(typed, "Sprint Goal").verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("typed", "expected"), [("9 hours", "8 hours"), ("2 weeks", "1 week"), ("no", "yes")]
)
def test_a_figure_or_a_short_word_must_be_right(typed: str, expected: str) -> None:
    assert not compare(typed, expected).right


def test_another_accepted_spelling_counts() -> None:
    assert compare("refining", "Product Backlog refinement", ["Refining"]).right


def test_nothing_typed_is_empty_and_not_right() -> None:
    assert compare("  ", "Sprint Goal").verdict is Verdict.EMPTY


def test_the_differences_read_as_typed_and_expected() -> None:
    pieces = compare("Sprnt Goal", "Sprint Goal").pieces
    assert "".join(p.text for p in pieces if p.kind != "missing") == "Sprnt Goal"
    assert "".join(p.text for p in pieces if p.kind != "extra").casefold() == "sprint goal"


def test_case_folding_that_lengthens_a_letter_loses_nothing() -> None:
    pieces = compare("Maßnahmen", "Massnahme").pieces
    assert "".join(p.text for p in pieces if p.kind != "missing")


def test_another_answer_altogether_is_shown_whole_rather_than_letter_by_letter() -> None:
    found = compare("Product gaol", "Ability to Innovate")
    assert [(piece.text, piece.kind) for piece in found.pieces] == [
        ("Product gaol", "extra"),
        (" ", "same"),
        ("Ability to Innovate", "missing"),
    ]
