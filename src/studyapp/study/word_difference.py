"""Which words of two texts differ, for the eye to find."""

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

Span = tuple[int, int]
"""Where a run of words begins and ends in its text, in characters."""

_WORD: Final = re.compile(r"[\w’'-]+")


def differing_words(first: str, second: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The runs of words of each text that the other has not in that place. Case and punctuation do not count."""
    ours, theirs = list(_WORD.finditer(first)), list(_WORD.finditer(second))
    matcher = SequenceMatcher(None, _plain(ours), _plain(theirs), autojunk=False)
    left: list[Span] = []
    right: list[Span] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            left += _run(ours, i1, i2)
            right += _run(theirs, j1, j2)
    return _joined(left, first), _joined(right, second)


def _plain(words: list[re.Match[str]]) -> list[str]:
    return [word[0].casefold().replace("’", "'") for word in words]


def _run(words: list[re.Match[str]], start: int, stop: int) -> list[Span]:
    return [(words[start].start(), words[stop - 1].end())] if start < stop else []


def _joined(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Runs with no word between them made one."""
    found = spans[:1]
    for (_, before), (start, stop) in pairwise(spans):
        if _WORD.search(text[before:start]):
            found.append((start, stop))
        else:
            found[-1] = (found[-1][0], stop)
    return tuple(found)
