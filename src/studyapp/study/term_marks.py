"""Where terms of the glossary stand in a text: at their first use in each section."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyapp.catalog.term import Term
from studyapp.ids import ItemId

_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class TermMark:
    """A use of a term: its first character and the one after its last."""

    start: int
    stop: int
    term: ItemId


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    term: ItemId


class Glossary:
    """Finds terms by any of their names; what the glossary writes in small letters matches in either case."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[_Name]] = {}
        for term in terms:
            for name in (term.term, *term.synonyms, *term.old_names):
                words = tuple(_WORD.findall(name))
                if words:
                    self._by_first.setdefault(words[0].casefold(), []).append(_Name(words, term.id))
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name.words))

    def marks(
        self, text: str, sections: Sequence[int], allowed: Callable[[int], bool] = lambda _: True
    ) -> Iterator[TermMark]:
        """Each term's first use in each section.

        ``sections`` are the offsets where sections begin, ascending; ``allowed`` may refuse a use by offset
        (in a heading, in a link), and then the next one is taken.
        """
        if not self._by_first:
            return
        words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
        seen: set[ItemId] = set()
        borders = [*sections, len(text) + 1]
        section = at = 0
        while at < len(words):
            start = words[at][1]
            while start >= borders[section]:
                section += 1
                seen.clear()
            name = self._name_at(words, at)
            if name is None or name.term in seen or not allowed(start):
                at += len(name.words) if name else 1
                continue
            seen.add(name.term)
            at += len(name.words)
            yield TermMark(start, words[at - 1][2], name.term)

    def _name_at(self, words: Sequence[tuple[str, int, int]], at: int) -> _Name | None:
        word = words[at][0].casefold()
        for name in self._by_first.get(word) or self._by_first.get(word.removesuffix("s")) or ():
            if at + len(name.words) <= len(words) and all(
                _same(wanted, words[at + step][0]) for step, wanted in enumerate(name.words)
            ):
                return name
        return None


def _same(wanted: str, word: str) -> bool:
    """Whether a word of the text is the wanted one or its plural."""
    if wanted.islower():
        word = word.lower()
    return word in (wanted, f"{wanted}s")
