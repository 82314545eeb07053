"""Holds a passage of a text by its words and by what stands around it, so that it is found again after an edit.

The rules, in their order:

1. The same words, where what stands around them agrees best; of several that agree alike the one nearest to the
   old place. A passage of fewer than ``SURE`` characters counts only with some of its surroundings, because short
   words stand everywhere.
2. Where the words were edited: the run of words that shares most of them in their order, if it keeps at least
   ``LIKE`` of them.
3. Otherwise the passage has lost its place.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from studyapp.study.quote_place import occurrences

AROUND: Final = 60
"""So many characters are kept on each side."""
SURE: Final = 25
"""A passage that long is known by itself."""
LIKE: Final = 0.6
"""The share of words, of the old passage and of the new, that must have stayed."""

_LEAST_AGREEMENT: Final = 6
_LEAST_WORDS: Final = 4
_WORD: Final = re.compile("[^\\s\u00ad\u200b\ufdd0\ufdd1\ufffc]+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage, what stood on each side of it, and the share (0–1) of the text before it. White space is single."""

    quote: str
    before: str
    after: str
    place: float


def anchor_at(text: str, start: int, stop: int) -> Anchor:
    """Hold the passage between two offsets of a text."""
    return Anchor(
        _plain(text[start:stop]),
        _plain(text[max(0, start - 2 * AROUND) : start])[-AROUND:],
        _plain(text[stop : stop + 2 * AROUND])[:AROUND],
        round(start / max(1, len(text)), 5),
    )


def find_anchor(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Where the passage stands in the text as it is now: first character and the one after the last, or None."""
    return _same_words(anchor, text) or _edited(anchor, text)


def _same_words(anchor: Anchor, text: str) -> tuple[int, int] | None:
    best: tuple[float, tuple[int, int]] | None = None
    for start, stop in occurrences(text, anchor.quote):
        agreement = _agreement(anchor, text, start, stop)
        if len(anchor.quote) < SURE and agreement < min(
            _LEAST_AGREEMENT, len(anchor.before) + len(anchor.after)
        ):
            continue
        rank = agreement - abs(start / max(1, len(text)) - anchor.place)
        if best is None or rank > best[0]:
            best = rank, (start, stop)
    return best[1] if best else None


def _agreement(anchor: Anchor, text: str, start: int, stop: int) -> int:
    """How many characters on both sides are as they were, counted outwards from the passage."""
    before = _plain(text[max(0, start - 2 * AROUND) : start])
    after = _plain(text[stop : stop + 2 * AROUND])
    return _alike(reversed(before), reversed(anchor.before)) + _alike(iter(after), iter(anchor.after))


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _edited(anchor: Anchor, text: str) -> tuple[int, int] | None:
    wanted = anchor.quote.casefold().split()
    if len(wanted) < _LEAST_WORDS:
        return None
    found = list(_WORD.finditer(text))
    words = [word.group().casefold() for word in found]
    begin = _likeliest_begin(wanted, words, anchor.place)
    if begin is None:
        return None
    slack = len(wanted) // 3 + 2
    low, high = max(0, begin - slack), min(len(words), begin + len(wanted) + slack)
    blocks = SequenceMatcher(None, wanted, words[low:high], autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
    kept = sum(block.size for block in blocks)
    if kept < LIKE * max(len(wanted), last - first):
        return None
    return found[first].start(), found[last - 1].end()


def _likeliest_begin(wanted: Sequence[str], words: Sequence[str], place: float) -> int | None:
    """The word at which most words of the passage would stand where they stood; each word has one vote a place."""
    at: dict[str, list[int]] = {}
    for index, word in enumerate(wanted):
        at.setdefault(word, []).append(index)
    votes: Counter[int] = Counter()
    for position, word in enumerate(words):
        for index in at.get(word, ()):
            votes[position - index] += 1
    if not votes:
        return None
    return max(votes, key=lambda begin: (votes[begin], -abs(begin / max(1, len(words)) - place)))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text))
