"""The order of hits: the engine weighs words, this sets titles over them as a reader would."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.search_query import COMMON, Wish, Words, words_of

EXACT, EXACT_OTHER, BEGINS, COVERS = 3.0, 2.6, 0.8, 1.4
"""What the very title, the very title by another name, its beginning, and words of the title are worth.

The engine's own weight is worth 1 at most.
"""

NAMED: Final = {"article": 0.25, "term": 0.3}
"""Kinds whose title is a name, and what they are worth more than the others."""

_PASSAGE: Final = 0.15
_ARTICLES: Final = frozenset({"the", "a", "an"})
Stems = Callable[[Words], Collection[str]]


def bare_title(words: Words) -> Words:
    """A title without the article before it."""
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


@dataclass(frozen=True, slots=True)
class Found:
    """What the order of a hit rests on."""

    kind: str
    own: str
    context: str
    score: float


class Order:
    """Weighs what was found for one wish. ``stems`` gives the stems of words, ``begun`` are words yet unfinished."""

    def __init__(self, wish: Wish, stems: Stems, begun: Collection[str]) -> None:
        self._stems, self._begun = stems, begun
        telling = tuple(word for group in wish.groups for word in group.words)
        phrase = tuple(word for words in wish.phrases for word in words)
        self._asked = [bare_title(words) for words in dict.fromkeys((wish.words, telling, phrase)) if words]
        self._others = [bare_title(words) for words in other_wordings(wish)]
        self._wanted: list[tuple[Words, ...]] = [(group.words, *group.others) for group in wish.groups]
        self._wanted += [(words,) for words in wish.phrases]
        self._raw = wish.words
        words = {word for wordings in self._wanted for own in wordings for word in own}
        self._stem_of = {word: frozenset(stems((word,))) for word in words}
        self._heard: dict[str, _Said] = {"": _Said((), frozenset())}

    def weight(self, found: Found, best: float) -> float:
        """How high a hit stands; ``best`` is the engine's highest weight."""
        title = self._said(found.own)
        bare = bare_title(title.words)
        weight = found.score / best if best > 0 else 0.0
        if bare in self._asked:
            weight += EXACT + (0.05 if title.words == self._raw else 0.0)
        elif bare in self._others:
            weight += EXACT_OTHER
        elif any(self._begins(asked, bare) for asked in self._asked):
            weight += BEGINS if found.kind in NAMED else BEGINS / 3
        weight += COVERS * self._covered(title, self._said(found.context))
        return weight + NAMED.get(found.kind, 0.0) - (_PASSAGE if found.context else 0.0)

    def _said(self, text: str) -> "_Said":
        """The words and stems of a title; those of an article stand beside each of its passages."""
        said = self._heard.get(text)
        if said is None:
            words = words_of(text)
            said = self._heard[text] = _Said(words, frozenset(self._stems(words)))
        return said

    def _begins(self, asked: Words, title: Words) -> bool:
        if not asked or len(asked) > len(title):
            return False
        return all(
            own == word or (word in self._begun and own.startswith(word))
            for word, own in zip(asked, title, strict=False)
        )

    def _covered(self, title: "_Said", around: "_Said") -> float:
        """From 0 to 1: how much of what is wanted the title says, and how little else."""
        if not self._wanted:
            return 0.0
        said = extra = 0.0
        for own, *others in self._wanted:
            here = self._share(own, title)
            there = self._share(own, around) if around.words else 0.0
            for words in others:
                here = max(here, 0.9 * self._share(words, title))
                there = max(there, self._share(words, around)) if around.words else 0.0
            said += here
            extra += max(0.0, 0.6 * there - here)
        telling = sum(word not in COMMON for word in title.words) or 1
        wanted = sum(len(words) for words, *_ in self._wanted)
        share = (said + extra) / len(self._wanted)
        return share * (0.6 + 0.4 * min(1.0, said / len(self._wanted) * wanted / telling))

    def _share(self, words: Words, said: "_Said") -> float:
        if len(words) == 1:
            return float(self._says(words[0], said))
        return sum(self._says(word, said) for word in words) / len(words)

    def _says(self, word: str, said: "_Said") -> bool:
        if not said.stems.isdisjoint(self._stem_of[word]):
            return True
        return word in self._begun and any(own.startswith(word) for own in said.words)


@dataclass(frozen=True, slots=True)
class _Said:
    words: Words
    stems: frozenset[str]


def other_wordings(wish: Wish) -> list[Words]:
    """The wish with a name replaced by another name of the same thing."""
    found = []
    for at, group in enumerate(wish.groups):
        for other in group.others:
            words = [*wish.groups[:at], None, *wish.groups[at + 1 :]]
            found.append(tuple(word for g in words for word in (g.words if g else other)))
    return found
