"""The one door to the search engine: a disposable index of a catalog, kept in a folder or in memory."""

import json
import shutil
import threading
import zlib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.search_entries import Searchable
from studyapp.catalog.search_entry import Entry, Hit
from studyapp.catalog.search_query import Group, Wish, wish_of, words_of
from studyapp.ids import ItemId

if TYPE_CHECKING:
    import tantivy

FORMAT: Final = 2
"""Rises when what is indexed or how changes."""

MANIFEST: Final = "manifest.json"
_MEMORY: Final = 30_000_000
_FILES_AT_ONCE: Final = 200
_SNIPPET: Final = 180

Names = dict[tuple[str, ...], tuple[tuple[str, ...], ...]]


class SearchIndex:
    """Finds articles by heading, cards, practice questions, cells and terms.

    Threads may search at the same time. ``folder`` None keeps the index in memory.
    """

    def __init__(self, catalog: Catalog, folder: Path | None, revealed: Collection[ItemId] = ()) -> None:
        self._source = Searchable(catalog, revealed)
        self._catalog = catalog
        self._folder = folder
        self._lock = threading.Lock()
        self._index: tantivy.Index | None = None
        self._names: Names | None = None

    def prepare(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to date: only files that changed are indexed. May take seconds.

        ``progress`` is told how many files are done, and of how many.
        """
        with self._lock:
            if self._index is None:
                self._index = _Shelf(self._folder, self._source).ready(progress)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best hits, best first."""
        self.prepare()
        index = self._index
        wish = wish_of(query, self._other_names())
        if index is None or not wish.groups or limit < 1:
            return ()
        return _Search(index).hits(wish, limit)

    def _other_names(self) -> Names:
        """For each name in the glossary, the other names of the same thing."""
        if self._names is None:
            found: Names = {}
            for term in self._catalog.terms().values():
                own = words_of(term.term)
                names = [words_of(name) for name in (*term.synonyms, *term.old_names)]
                for name in names:
                    if name and name != own:
                        found[name] = tuple(dict.fromkeys((*found.get(name, ()), own)))
                if own and names:
                    found[own] = tuple(
                        dict.fromkeys((*found.get(own, ()), *(n for n in names if n and n != own)))
                    )
            self._names = found
        return self._names


class _Shelf:
    """The index on disk: opened when it is whole, brought up to date file by file, made anew otherwise."""

    def __init__(self, folder: Path | None, source: Searchable) -> None:
        self._folder, self._source = folder, source

    def ready(self, progress: Callable[[int, int], None] | None) -> "tantivy.Index":
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

    def _on_disk(
        self, folder: Path, wanted: dict[str, str], progress: Callable[[int, int], None] | None
    ) -> "tantivy.Index":
        kept = _manifest(folder)
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            kept = {}
        index = _opened(folder)
        changed = {file: key for file, key in wanted.items() if kept.get(file) != key}
        gone = [file for file in kept if file not in wanted]
        if changed or gone:
            self._fill(index, changed, [*gone, *(file for file in changed if file in kept)], progress)
            _write_manifest(folder, wanted)
        return index

    def _fill(
        self,
        index: "tantivy.Index",
        changed: dict[str, str],
        gone: Collection[str],
        progress: Callable[[int, int], None] | None,
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
    for name in ("kind", "address", "shown"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("file", "exact", "topic", "tag"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("title", "context"):
        builder.add_text_field(name, tokenizer_name="house")
    builder.add_text_field("body", stored=True, tokenizer_name="house")
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
        shown=f"{entry.title} › {entry.heading}" if entry.heading else entry.title,
        file=file,
        exact=" ".join(words_of(own)),
        topic=entry.topic,
        tag=list(entry.tags),
        title=own,
        context=entry.title if entry.heading else "",
        body=entry.text,
        title_words=own,
        words=f"{own} {entry.text}",
    )


def _manifest(folder: Path) -> dict[str, str] | None:
    """The keys of the files that a whole index holds; None when there is no such index."""
    try:
        kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if kept["format"] == FORMAT and kept["parts"] == _parts(folder):
            return dict(kept["files"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return None


def _write_manifest(folder: Path, files: dict[str, str]) -> None:
    draft = folder.parent / f"{folder.name}.{MANIFEST}"
    draft.write_text(
        json.dumps({"format": FORMAT, "files": files, "parts": _parts(folder)}), encoding="utf-8"
    )
    draft.replace(folder / MANIFEST)


def _parts(folder: Path) -> dict[str, int]:
    """A sum for each file of the index, so that damage is seen before the engine meets it."""
    names = (
        path for path in sorted(folder.iterdir()) if path.name != MANIFEST and not path.name.endswith(".lock")
    )
    return {path.name: zlib.crc32(path.read_bytes()) for path in names}


class _Search:
    """One query on one index: strict first, then with slips forgiven, then with any of the words."""

    def __init__(self, index: "tantivy.Index") -> None:
        import tantivy

        self._t: Any = tantivy
        self._schema = index.schema
        self._searcher = index.searcher()
        self._stemmer = _analyzer(stemmed=True)

    def hits(self, wish: Wish, limit: int) -> tuple[Hit, ...]:
        """The best hits; the first way of asking that finds anything counts."""
        must, should = self._t.Occur.Must, self._t.Occur.Should
        whole = [(should, query) for query in self._whole(wish)]
        for occur, forgiving in ((must, False), (must, True), (should, True)):
            groups = [self._group(group, forgiving) for group in wish.groups]
            query = self._t.Query.boolean_query([*((occur, group) for group in groups), *whole])
            found = self._searcher.search(query, limit * 2).hits
            if found:
                return tuple(self._shown(found, query, limit))
        return ()

    def _whole(self, wish: Wish) -> Iterator[Any]:
        """What lifts a hit: the very title, or the words side by side."""
        query = self._t.Query
        telling = tuple(word for group in wish.groups for word in group.words)
        for words in dict.fromkeys((wish.words, telling)):
            yield query.boost_query(query.term_query(self._schema, "exact", " ".join(words)), 12.0)
        stems = self._stems(wish.words)
        if len(stems) > 1:
            for field, boost in (("title", 6.0), ("body", 2.0)):
                yield query.boost_query(query.phrase_query(self._schema, field, stems), boost)

    def _group(self, group: Group, forgiving: bool) -> Any:
        options = [self._words(group.words, group.unfinished, forgiving)]
        options += [
            self._t.Query.boost_query(self._words(other, False, False), 0.6) for other in group.others
        ]
        return self._t.Query.disjunction_max_query(options, 0.1) if len(options) > 1 else options[0]

    def _words(self, words: tuple[str, ...], unfinished: bool, forgiving: bool) -> Any:
        must = self._t.Occur.Must
        parts = [(must, self._word(word, unfinished and word is words[-1], forgiving)) for word in words]
        if len(words) > 1:
            stems = self._stems(words)
            phrases = [(self._t.Occur.Should, self._t.Query.phrase_query(self._schema, field, stems))
                       for field in ("title", "body") if len(stems) > 1]  # fmt: skip
            return self._t.Query.boolean_query(parts + phrases)
        return parts[0][1]

    def _word(self, word: str, unfinished: bool, forgiving: bool) -> Any:
        query, should = self._t.Query, self._t.Occur.Should
        options = []
        for stem in self._stems((word,)) or [word]:
            for field, boost in (("title", 4.0), ("context", 1.0), ("body", 1.0)):
                options.append(
                    (should, query.boost_query(query.term_query(self._schema, field, stem), boost))
                )
        if unfinished:
            for field, boost in (("title_words", 2.0), ("words", 0.5)):
                prefix = query.fuzzy_term_query(self._schema, field, word, distance=0, prefix=True)
                options.append((should, query.boost_query(prefix, boost)))
        if forgiving and len(word) > 3:
            slips = 1 if len(word) < 8 else 2
            for field, boost in (("title_words", 1.5), ("words", 0.5)):
                near = query.fuzzy_term_query(self._schema, field, word, distance=slips, prefix=unfinished)
                options.append((should, query.boost_query(near, boost)))
        return query.boolean_query(options)

    def _stems(self, words: tuple[str, ...]) -> list[str]:
        return [stem for word in words for stem in self._stemmer.analyze(word)]

    def _shown(self, found: list[Any], query: Any, limit: int) -> Iterator[Hit]:
        maker = self._t.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        maker.set_max_num_chars(_SNIPPET)
        seen: dict[str, int] = {}
        for score, place in found:
            document = self._searcher.doc(place)
            address = str(document["address"][0])
            item = address.partition("#")[0]
            if seen.get(item, 0) >= HITS_AN_ARTICLE or limit <= 0:
                continue
            seen[item] = seen.get(item, 0) + 1
            limit -= 1
            snippet, marks = _snippet(maker.snippet_from_doc(document), str((document["body"] or [""])[0]))
            yield Hit(
                str(document["kind"][0]), address, str(document["shown"][0]), snippet, float(score), marks
            )


HITS_AN_ARTICLE: Final = 3
"""So many passages of one article at most, so that others are seen as well."""


def _snippet(found: Any, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The fragment with its marks in characters (the engine counts bytes); the beginning when nothing is marked."""
    fragment = str(found.fragment())
    if not fragment:
        return (body if len(body) <= _SNIPPET else body[:_SNIPPET].rsplit(" ", 1)[0] + " …"), ()
    data = fragment.encode("utf-8")
    marks = tuple(
        (len(data[: mark.start].decode("utf-8", "ignore")), len(data[: mark.end].decode("utf-8", "ignore")))
        for mark in found.highlighted()
    )
    return fragment, marks
