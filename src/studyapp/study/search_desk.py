"""Finds things by their words. What is held back for mock exams is found only when it was used up."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from studyapp.catalog.search_entry import Answer, Entry, Hit
from studyapp.catalog.search_query import kind_named, wish_of, words_of
from studyapp.ids import ItemId
from studyapp.study.library import Library

if TYPE_CHECKING:
    from studyapp.catalog.search_index import SearchIndex

Notes = Callable[[], tuple[Entry, ...]]
"""Gives the learner's notes as they can be found."""


class UsedUp(Protocol):
    """Whoever knows which held-back questions were seen in an exam."""

    def used_up(self) -> frozenset[ItemId]:
        """The questions that need not be held back any more."""
        ...


def index_folder(cache: Path) -> Path:
    """Where the index lies among what can be made again."""
    return cache / "search"


@dataclass(frozen=True, slots=True)
class _State:
    """What an index is made from: the content by its digest, used-up questions, notes."""

    content: str
    used: frozenset[ItemId]
    notes: tuple[Entry, ...]


class SearchDesk:
    """Searches the open packs and the notes.

    ``search`` may be called from any thread and may take seconds the first time. ``progress`` tells how many files
    are indexed, and of how many, while an index is made.
    """

    def __init__(
        self, library: Library, exams: UsedUp | None, cache: Path | None, notes: Notes | None = None
    ) -> None:
        self._library, self._exams, self._notes = library, exams, notes
        self._folder = index_folder(cache) if cache is not None else None
        self._lock = threading.Lock()
        self._made: tuple[_State, SearchIndex] | None = None
        self._titled: tuple[str, tuple[tuple[str, Hit], ...]] | None = None
        self.progress = (0, 0)
        self.refresh()

    @property
    def ready(self) -> bool:
        """Whether ``ask`` answers at once; notes of the last minutes may be missing."""
        made = self._made
        if made is None:
            return False
        state = self._state()
        return (made[0].content, made[0].used) == (state.content, state.used)

    @property
    def current(self) -> bool:
        """Whether everything can be found as it is now."""
        return self._made is not None and self._made[0] == self._state()

    def refresh(self) -> None:
        """Take note that packs, used-up questions or notes may have changed. Called where the log lives."""
        self._used = self._exams.used_up() if self._exams is not None else frozenset[ItemId]()
        self._noted = self._notes() if self._notes is not None else ()

    def prepare(self) -> None:
        """Bring the index up to date. May take seconds; the index that was made before answers until then."""
        from studyapp.catalog.search_index import SearchIndex

        with self._lock:
            state, catalog = self._state(), self._library.catalog
            if self._made is None or self._made[0] != state:
                self.progress = (0, 0)
                self._titles()  # before anybody types
                index = SearchIndex(catalog, self._folder, state.used, state.notes)
                index.prepare(self._count)
                self._made = state, index

    def search(self, query: str, limit: int = 20) -> Answer:
        """The best hits, best first, from an index that is up to date."""
        self.prepare()
        return self.ask(query, limit)

    def ask(self, query: str, limit: int = 20, each: int = 0) -> Answer:
        """The best hits of the index as it was made last, at most so many of ``each`` kind (0: all); none before.

        Raises ValueError or OSError when it was damaged meanwhile; then ``prepare`` makes it anew.
        """
        made = self._made
        if made is None:
            return Answer()
        try:
            return made[1].ask(query, limit, each)
        except (ValueError, OSError):
            self._made = None
            raise

    def titles(self, query: str, limit: int = 20) -> Answer:
        """Articles and terms whose title holds every word: an answer at once, while the index is made.

        Phrases, words to do without and kinds count already; tags, topics and roles only in the index.
        """
        wish = wish_of(query, {})
        wanted = [f" {word}" for word in wish.words] + [f" {' '.join(phrase)}" for phrase in wish.phrases]
        if not wanted:
            return Answer()
        found = self._titles()
        for word in wanted:
            found = tuple(row for row in found if word in row[0])
        for words in wish.without:
            found = tuple(row for row in found if f" {' '.join(words)} " not in f"{row[0]} ")
        for kind, but in ((kind_named(f.words), f.but) for f in wish.filters if f.name == "in"):
            found = tuple(row for row in found if (row[1].kind == kind) is not but)
        return Answer(tuple(nlargest(limit, (hit for _, hit in found), key=lambda hit: hit.score)))

    def _titles(self) -> tuple[tuple[str, Hit], ...]:
        """Each title as its words with a blank before each."""
        catalog = self._library.catalog
        if self._titled is None or self._titled[0] != catalog.digest:
            named = [("article", a.id, a.title, a.description) for a in catalog.articles().values()]
            named += [("term", t.id, t.term, t.definition) for t in catalog.terms().values()]
            rows = ((f" {' '.join(words_of(title))}", Hit(kind, item, title, text, 1 / (1 + len(title))))
                    for kind, item, title, text in named)  # fmt: skip
            self._titled = catalog.digest, tuple(rows)
        return self._titled[1]

    def _count(self, done: int, total: int) -> None:
        self.progress = (done, total)

    def _state(self) -> _State:
        return _State(self._library.catalog.digest, self._used, self._noted)
