"""Finds things by their words. What is held back for mock exams is found only when it was used up."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from studyapp.catalog.search_entry import Hit
from studyapp.catalog.search_query import words_of
from studyapp.ids import ItemId
from studyapp.study.library import Library


class UsedUp(Protocol):
    """Whoever knows which held-back questions were seen in an exam."""

    def used_up(self) -> frozenset[ItemId]:
        """The questions that need not be held back any more."""
        ...


class SearchDesk:
    """Searches the open packs. ``search`` may be called from any thread and may take seconds the first time."""

    def __init__(self, library: Library, exams: UsedUp | None, cache: Path | None) -> None:
        self._library = library
        self._exams = exams
        self._folder = cache / "search" if cache is not None else None
        self._lock = threading.Lock()
        self._made_for: tuple[str, frozenset[ItemId]] | None = None
        self._used = self._used_up()

    @property
    def ready(self) -> bool:
        """Whether a search answers at once."""
        return self._made_for == (self._library.catalog.digest, self._used)

    def refresh(self) -> None:
        """Take note that packs or used-up questions may have changed. Called on the thread that owns the log."""
        self._used = self._used_up()

    def prepare(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to date; ``progress`` is told the files done, and of how many."""
        from studyapp.catalog.search_index import SearchIndex

        with self._lock:
            catalog, used = self._library.catalog, self._used
            if self._made_for != (catalog.digest, used):
                self._index = SearchIndex(catalog, self._folder, used)
                self._index.prepare(progress)
                self._made_for = (catalog.digest, used)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best hits, best first."""
        self.prepare()
        return self._index.search(query, limit)

    def titles(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Articles and terms whose title holds every word: an answer at once, while the index is made."""
        wanted = words_of(query)
        catalog = self._library.catalog
        named = [("article", a.id, a.title, a.description) for a in catalog.articles().values()]
        named += [("term", t.id, t.term, t.definition) for t in catalog.terms().values()]
        found = (
            Hit(kind, item, title, text, 1.0 / (1 + len(title)))
            for kind, item, title, text in named
            if wanted and all(any(own.startswith(word) for own in words_of(title)) for word in wanted)
        )
        return tuple(sorted(found, key=lambda hit: -hit.score)[:limit])

    def _used_up(self) -> frozenset[ItemId]:
        return self._exams.used_up() if self._exams is not None else frozenset()
