"""Compares what a learner typed with what was expected, as a kind teacher would.

Case, punctuation, articles, plural endings and small slips are forgiven; a different word is not. What was forgiven is
still shown.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_ARTICLES: Final = frozenset({"a", "an", "the"})
_LETTERS_PER_SLIP: Final = 5
"""One slip is forgiven for so many letters of a word; a shorter word must be right."""


_KIN: Final = 0.6
"""Two answers less alike than this are shown whole, for their letters tell nothing about each other."""


class Verdict(StrEnum):
    """How a typed answer is taken; the learner may overrule it."""

    EXACT = "exact"
    FORGIVEN = "forgiven"
    WRONG = "wrong"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of what was typed, or of what is missing from it."""

    text: str
    kind: str
    """``same``, ``extra`` (typed but not expected) or ``missing`` (expected but not typed)."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """The verdict, the spelling it was compared with, and the differences in reading order."""

    verdict: Verdict
    expected: str
    pieces: tuple[Piece, ...]

    @property
    def right(self) -> bool:
        """Whether the answer is taken as right."""
        return self.verdict in (Verdict.EXACT, Verdict.FORGIVEN)


def compare(typed: str, expected: str, accept: Iterable[str] = ()) -> TypedAnswer:
    """Compare with the expected answer and the other spellings; the kindest verdict counts."""
    spellings = [expected, *accept]
    if not typed.strip():
        return TypedAnswer(Verdict.EMPTY, expected, (Piece(expected, "missing"),))
    for spelling in spellings:
        if typed.strip() == spelling.strip():
            return TypedAnswer(Verdict.EXACT, spelling, (Piece(spelling.strip(), "same"),))
    for spelling in spellings:
        if _alike(_words(typed), _words(spelling)):
            return TypedAnswer(Verdict.FORGIVEN, spelling, _pieces(typed.strip(), spelling.strip()))
    return TypedAnswer(Verdict.WRONG, expected, _pieces(typed.strip(), expected.strip()))


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    letters = (c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return [word for word in "".join(letters).split() if word not in _ARTICLES]


def _alike(typed: Sequence[str], expected: Sequence[str]) -> bool:
    if not expected or not typed:
        return list(typed) == list(expected)
    if len(typed) == len(expected):
        return all(map(_same_word, typed, expected))
    return "".join(typed) == "".join(expected)


def _same_word(typed: str, expected: str) -> bool:
    one, other = _singular(typed), _singular(expected)
    if one == other:
        return True
    if any(c.isdigit() for c in one + other):
        return False
    return _slips(one, other) <= min(2, len(other) // _LETTERS_PER_SLIP)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and len(word) > 4 and word[-3] in "sxzh":
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _slips(one: str, other: str) -> int:
    """Letters added, left out, replaced or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def _pieces(typed: str, expected: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, _lowered(typed), _lowered(expected), autojunk=False)
    if matcher.ratio() < _KIN:
        return Piece(typed, "extra"), Piece(" ", "same"), Piece(expected, "missing")
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(typed[i:j], "same"))
            continue
        if j > i:
            pieces.append(Piece(typed[i:j], "extra"))
        if m > k:
            pieces.append(Piece(expected[k:m], "missing"))
    return tuple(pieces)


def _lowered(text: str) -> str:
    """Lower case, letter for letter, so that places in it are places in the text."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
