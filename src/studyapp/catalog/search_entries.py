"""Turns a catalog into what can be searched, file by file. Questions held back for mock exams are left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import takewhile
from typing import Any

from studyapp.catalog.article import Article
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import CellKind
from studyapp.catalog.outline import plain_of, sections_of
from studyapp.catalog.question import Pool
from studyapp.catalog.search_entry import Entry
from studyapp.ids import ItemId, pack_of

LONGEST_TITLE = 120
NOTES = "notes"
"""Stands among the files for the learner's notes."""


class Searchable:
    """The entries of each file. ``revealed`` are held-back questions that were used up and may be found.

    ``notes`` are entries of the learner's own; they are taken as a file among the others.
    """

    def __init__(
        self, catalog: Catalog, revealed: Collection[ItemId] = (), notes: Sequence[Entry] = ()
    ) -> None:
        self._catalog = catalog
        self._revealed = frozenset(revealed)
        self._notes = tuple(notes)
        self._articles = {(pack_of(a.id), a.path): a for a in catalog.articles().values()}

    def files(self) -> dict[str, str]:
        """A key for each file that says when its entries are to be made anew."""
        shown = _digest("\n".join(sorted(self._revealed)))
        noted = {NOTES: _digest(repr(self._notes))} if self._notes else {}
        return noted | {
            f"{pack}\n{path}": key if reader != "questions" else f"{key} {shown}"
            for pack, path, reader, key in self._catalog.files()
            if reader in ("article", "cards", "questions", "comparisons", "glossary")
        }

    def entries(self, files: Collection[str]) -> Iterator[tuple[str, Entry]]:
        """The entries of some files, each with its file."""
        if NOTES in files:
            yield from ((NOTES, note) for note in self._notes)
        for file in files:
            pack, _, path = file.partition("\n")
            if (article := self._articles.get((pack, path))) is not None:
                yield from ((file, entry) for entry in self._of_article(article))
            else:
                yield from (
                    (file, entry) for item in self._items.get(file, ()) for entry in self._of_item(item)
                )

    @cached_property
    def _items(self) -> Mapping[str, tuple[ItemId, ...]]:
        """What each file holds that is no article."""
        return {
            f"{pack}\n{path}": tuple(map(ItemId, spots))
            for pack, path, spots in self._catalog.places()
            if (pack, path) not in self._articles
        }

    def _of_article(self, article: Article) -> Iterator[Entry]:
        sections = sections_of(self._catalog.text(article.id))
        opening = list(takewhile(lambda section: section.title in ("", article.title), sections[:2]))
        about = " ".join(filter(None, (article.description, *(section.text for section in opening))))
        of: dict[str, Any] = {"topic": article.topic, "tags": article.tags, "rests": article.id}
        yield Entry("article", article.id, article.title, "", about, **of)
        for section in sections[len(opening) :]:
            if section.heading:
                address = f"{article.id}#{section.heading}"
                yield Entry("article", address, article.title, section.title, section.text, **of)

    def _of_item(self, item: ItemId) -> Iterator[Entry]:
        if "~" in item:
            return
        if (card := self._catalog.cards().get(item)) is not None:
            text = f"{plain_of(card.back)} {plain_of(card.why)}"
            rests = card.proof.article
            yield Entry("card", item, _short(card.front), "", text, card.topic, card.tags, rests)
        elif (question := self._catalog.questions().get(item)) is not None:
            if question.pool is Pool.PRACTICE or item in self._revealed:
                options = " · ".join(option.text for option in question.options)
                text = f"{plain_of(question.stem)} {plain_of(options)}"
                yield Entry("question", item, _short(question.stem), "", text, rests=question.proof.article)
        elif (term := self._catalog.terms().get(item)) is not None:
            names = ", ".join((*term.synonyms, *term.old_names))
            text = f"{plain_of(term.definition)} {f'({names})' if names else ''}".strip()
            yield Entry("term", item, term.term, "", text, rests=term.proof.article)
        else:
            cell = self._cells.get(item)
            if cell is not None:
                yield cell

    @cached_property
    def _cells(self) -> Mapping[ItemId, Entry]:
        return {
            cell.id: Entry(
                "cell",
                cell.id,
                f"{row.title} · {column.title}",
                "",
                plain_of(f"{cell.text} {cell.note}"),
                rests=cell.proof.article if cell.proof else "",
                role=(column.title, column.short),
            )
            for table in self._catalog.comparisons().values()
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=True)
            if cell.kind is not CellKind.SILENT
        }


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _short(markdown: str) -> str:
    text = plain_of(markdown)
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
