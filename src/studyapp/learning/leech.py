"""Cards that are forgotten again and again, and what they may be taken for.

Such a card is not hidden: it is asked like any other, but with help beside it, because repeating it has not worked.
"""

import re
from collections import Counter
from collections.abc import Iterable
from math import log, sqrt
from typing import Final, TypeVar

from studyapp.learning.memory import Memory

LAPSES: Final = 4
"""So often a card was forgotten after it had been learnt."""

HELD: Final = 21.0
"""A card that holds for so many days by now has been mastered, whatever it took."""

ALIKE: Final = 0.2
"""Less alike than this, two cards are not taken for one another."""

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SILENT: Final = frozenset(
    "and are but can does for from has have how into its may not one over that the their them they this to was what "
    "when where which who whom whose why will with".split()
)

Key = TypeVar("Key")


def is_leech(memory: Memory | None) -> bool:
    """Whether repeating alone does not help with a card."""
    return memory is not None and memory.lapses >= LAPSES and memory.stability < HELD


def most_alike(text: str, others: Iterable[tuple[Key, str]]) -> Key | None:
    """Which of the other texts is most easily taken for this one; None when none is like it.

    Likeness is the cosine of the words, each weighed by how rare it is among all of them.
    """
    known = [(key, _words(other)) for key, other in others]
    own = _words(text)
    spread = Counter(word for _, words in known for word in words)
    rarity = {word: log(1 + (len(known) + 1) / count) for word, count in spread.items()}
    best, found = ALIKE, None
    for key, words in known:
        likeness = _cosine(own, words, rarity)
        if likeness > best:
            best, found = likeness, key
    return found


def _words(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("s") for word in words if word not in _SILENT)


def _cosine(one: frozenset[str], other: frozenset[str], rarity: dict[str, float]) -> float:
    def length(words: frozenset[str]) -> float:
        return sqrt(sum(rarity.get(word, 1.0) ** 2 for word in words)) or 1.0

    return sum(rarity[word] ** 2 for word in one & other) / (length(one) * length(other))
