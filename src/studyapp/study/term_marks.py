"""Where terms of the glossary stand in a text: at their first use in each section."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyapp.catalog.term import Term
from studyapp.ids import ItemId

_PATTERN = r"[^\W_]+(?:['’\-‑][^\W_]+)*"
_WORD = re.compile(_PATTERN)
_NEXT = re.compile(rf"\s+({_PATTERN})")


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
        seen: set[ItemId] = set()
        borders = [*sections, len(text) + 1]
        section = after = 0
        for found in _WORD.finditer(text):
            start = found.start()
            if start < after:
                continue
            while start >= borders[section]:
                section += 1
                seen.clear()
            use = self._use_at(text, found)
            if use is None:
                continue
            if use.term in seen or not allowed(start):
                after = use.stop
                continue
            seen.add(use.term)
            after = use.stop
            yield use

    def _use_at(self, text: str, first: re.Match[str]) -> TermMark | None:
        word = first.group().casefold()
        for name in self._by_first.get(word) or self._by_first.get(word.removesuffix("s")) or ():
            stop = _stop_of(text, first, name.words)
            if stop:
                return TermMark(first.start(), stop, name.term)
        return None


def _stop_of(text: str, first: re.Match[str], words: tuple[str, ...]) -> int:
    """Where a name ends that begins with a word of the text; 0 when it does not stand there."""
    if not _same(words[0], first.group()):
        return 0
    stop = first.end()
    for wanted in words[1:]:
        found = _NEXT.match(text, stop)
        if found is None or not _same(wanted, found[1]):
            return 0
        stop = found.end()
    return stop


def _same(wanted: str, word: str) -> bool:
    """Whether a word of the text is the wanted one or its plural."""
    if wanted.islower():
        word = word.lower()
    return word in (wanted, f"{wanted}s")
