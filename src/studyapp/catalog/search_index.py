"""The one door to the search engine: a disposable index of a catalog, kept in a folder or in memory."""

import re
import shutil
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.search_asking import Asking
from studyapp.catalog.search_entries import Searchable
from studyapp.catalog.search_entry import Answer, Entry
from studyapp.catalog.search_manifest import read_manifest, write_manifest
from studyapp.catalog.search_order import bare_title
from studyapp.catalog.search_query import Names, Words, wish_of, words_of
from studyapp.catalog.search_scope import Scope, key_of
from studyapp.ids import ItemId

if TYPE_CHECKING:
    import tantivy

_MEMORY: Final = 60_000_000
"""Bytes for what is not written yet: with more, the index has fewer parts and answers sooner."""
_FILES_AT_ONCE: Final = 200
_LONGEST_QUOTE: Final = 2000

Progress = Callable[[int, int], None]
"""Is told how many files are done, and of how many."""


class SearchIndex:
    """Finds articles by heading, cards, practice questions, cells, terms and ``notes``, entries made elsewhere.

    Threads may search at the same time. ``folder`` None keeps the index in memory.
    """

    def __init__(
        self,
        catalog: Catalog,
        folder: Path | None,
        revealed: Collection[ItemId] = (),
        notes: Sequence[Entry] = (),
    ) -> None:
        self._source = Searchable(catalog, revealed, notes)
        self._catalog = catalog
        self._folder = folder
        self._lock = threading.Lock()
        self._asking: Asking | None = None

    def prepare(self, progress: Progress | None = None) -> None:
        """Bring the index up to date: only files that changed are indexed. May take seconds."""
        with self._lock:
            if self._asking is None:
                import tantivy

                index = _Shelf(self._folder, self._source).ready(progress)
                self._asking = Asking(tantivy, index, _stemming(), Scope(self._catalog, self._names))

    def ask(self, query: str, limit: int = 20, each: int = 0) -> Answer:
        """The best hits: for all that was typed, else with slips mended, else for any of the words.

        ``each`` is the most of any one kind where several are asked for, 0 for as many as there are.
        """
        self.prepare()
        wish = wish_of(query, self._names)
        if self._asking is None or wish.empty or limit < 1:
            return Answer()
        each = each if each and not wish.one_kind else limit
        if hits := self._asking.hits(wish, limit, each):
            return Answer(hits, unknown=wish.unknown)
        mended = self._asking.mended(wish)
        if mended:
            query = _mended(query, mended)
            wish = wish_of(query, self._names)
        hits = self._asking.hits(wish, limit, each) if mended else ()
        hits = hits or (self._asking.hits(wish, limit, each, loosely=True) if wish.groups else ())
        return Answer(hits, query if mended and hits else "", wish.unknown)

    @cached_property
    def _names(self) -> Names:
        """For each name in the glossary, the other names of the same thing."""
        found: dict[Words, dict[Words, None]] = {}
        for term in self._catalog.terms().values():
            own = words_of(term.term)
            others = [words_of(name) for name in (*term.synonyms, *term.old_names)]
            for name in others:
                if name and own and name != own:
                    found.setdefault(name, {})[own] = None
            if own:
                found.setdefault(own, {}).update(dict.fromkeys(n for n in others if n and n != own))
        return {name: tuple(others) for name, others in found.items()}


def _stemming() -> Callable[[Words], list[str]]:
    """Gives the stems of words as the index has them."""
    stemmer = _analyzer(stemmed=True)

    @lru_cache(maxsize=4096)
    def stems_of(word: str) -> tuple[str, ...]:
        return tuple(stemmer.analyze(word))

    return lambda words: [stem for word in words for stem in stems_of(word)]


def _mended(query: str, words: Mapping[str, str]) -> str:
    """The query with its slips put right, the rest of it as it was typed."""

    def put_right(found: re.Match[str]) -> str:
        own = words_of(found[0])
        return words.get(own[0], found[0]) if len(own) == 1 else found[0]

    return re.sub(r"\w+", put_right, query)


class _Shelf:
    """The index on disk: opened when it is whole, brought up to date file by file, made anew otherwise."""

    def __init__(self, folder: Path | None, source: Searchable) -> None:
        self._folder, self._source = folder, source

    def ready(self, progress: Progress | None) -> "tantivy.Index":
        """The index, up to date. In memory when the folder cannot be used or another process fills it."""
        wanted = self._source.files()
        if self._folder is not None:
            try:
                return self._on_disk(self._folder, wanted, progress)
            except (OSError, ValueError):  # a full disk; another process that writes the same index
                self._folder = None
        index = _opened(None)
        self._fill(index, wanted, (), progress)
        return index

    def _on_disk(self, folder: Path, wanted: dict[str, str], progress: Progress | None) -> "tantivy.Index":
        kept = read_manifest(folder)
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            kept = {}
        index = _opened(folder)
        changed = {file: key for file, key in wanted.items() if kept.get(file) != key}
        gone = [file for file in kept if file not in wanted]
        if changed or gone:
            self._fill(index, changed, [*gone, *(file for file in changed if file in kept)], progress)
            write_manifest(folder, wanted)
        return index

    def _fill(
        self,
        index: "tantivy.Index",
        changed: dict[str, str],
        gone: Collection[str],
        progress: Progress | None,
    ) -> None:
        writer = index.writer(_MEMORY, 1)
        for file in gone:
            writer.delete_documents_by_term("file", file)
        files = list(changed)
        for start in range(0, len(files), _FILES_AT_ONCE):
            for file, entry in self._source.entries(files[start : start + _FILES_AT_ONCE]):
                writer.add_document(_document(file, entry))
            if progress is not None:
                progress(min(start + _FILES_AT_ONCE, len(files)), len(files))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()


def _opened(folder: Path | None) -> "tantivy.Index":
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("kind", "address"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("file", "exact", "topic", "tag", "role", "rests"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("title", "context", "body"):
        builder.add_text_field(name, stored=True, tokenizer_name="house")
    builder.add_text_field("quote", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("title_words", "words"):
        builder.add_text_field(name, tokenizer_name="plain", index_option="freq")
    index = tantivy.Index(builder.build(), path=str(folder) if folder is not None else None)
    index.register_tokenizer("house", _analyzer(stemmed=True))
    index.register_tokenizer("plain", _analyzer(stemmed=False))
    return index


def _analyzer(*, stemmed: bool) -> "tantivy.TextAnalyzer":
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(80))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    return (builder.filter(tantivy.Filter.stemmer("english")) if stemmed else builder).build()


def _document(file: str, entry: Entry) -> "tantivy.Document":
    import tantivy

    own = entry.heading or entry.title
    return tantivy.Document(
        kind=entry.kind,
        address=entry.address,
        file=file,
        exact=" ".join(bare_title(words_of(own))),
        topic=key_of(entry.topic),
        tag=list(map(key_of, entry.tags)),
        role=list(map(key_of, entry.role)),
        rests=entry.rests,
        title=own,
        context=entry.title if entry.heading else "",
        body=entry.text,
        quote=entry.quote[:_LONGEST_QUOTE],
        title_words=own,
        words=f"{own} {entry.text}",
    )
