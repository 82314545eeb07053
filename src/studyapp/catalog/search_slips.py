"""How far two words are apart when fingers slip: letters left out, added, swapped or mistaken."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 4
"""Shorter words are never taken for slips."""


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may hold."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < 8 else 2


def slips_between(typed: str, word: str, *, unfinished: bool = False) -> int:
    """The fewest slips that make ``typed`` of ``word``, or of its beginning when typing is ``unfinished``.

    Two neighbours swapped count as one slip.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        earlier, before = before, row
        row = [i]
        for j, other in enumerate(word, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return min(row) if unfinished else row[-1]


def nearest(typed: str, words: Iterable[str], *, unfinished: bool = False) -> str:
    """The word most likely meant: the fewest slips, the same beginning, then the most frequent; empty for none."""
    allowed = slips_allowed(typed)
    counts = Counter(words)
    found = []
    for word, count in counts.items():
        whole = slips_between(typed, word)
        slips = min(whole, slips_between(typed, word, unfinished=True)) if unfinished else whole
        if slips <= allowed:
            found.append((slips, word[0] != typed[0], min(whole, 4), -count, word))
    return min(found)[-1] if found else ""
