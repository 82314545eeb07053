"""The passages of all articles that no card covers, found little by little."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studyapp.catalog.article import Article
from studyapp.catalog.catalog import Catalog
from studyapp.ids import PERSONAL, ItemId, pack_of
from studyapp.store.ledger import Ledger
from studyapp.store.readings import read_articles
from studyapp.study.books import Books
from studyapp.study.paragraphs import Paragraph

Bare = Callable[[ItemId], tuple[Paragraph, ...]]
"""Gives the bare paragraphs of one article."""


@dataclass(frozen=True, slots=True)
class BarePassage:
    """A paragraph that no card covers; ``heading`` is the title of its heading, empty before the first."""

    article: ItemId
    title: str
    heading: str
    place: str
    """The id of that heading."""
    text: str

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every word, in small letters, stands in it."""
        text = f"{self.title}\n{self.heading}\n{self.text}".casefold()
        return all(word in text for word in words)


class BarePassages:
    """Looks through the packs that have cards; a pack without any is there to be read, not to be drilled."""

    def __init__(self, books: Books, ledger: Ledger, bare: Bare) -> None:
        self._books, self._ledger, self._bare = books, ledger, bare
        self._catalog: Catalog | None = None
        self._to_come: Iterator[Article] = iter(())
        self._found: list[BarePassage] = []
        self.looked_at = self.of = 0

    def look_on(self, enough: Callable[[], bool]) -> bool:
        """Look at articles until ``enough`` says so; whether all were looked at."""
        catalog = self._books.catalog
        if self._catalog is not catalog:
            drilled = {pack_of(card) for card in catalog.cards()} - {PERSONAL}
            wanted = [each for each in catalog.articles().values() if pack_of(each.id) in drilled]
            self._catalog, self._found, self.looked_at = catalog, [], 0
            self._to_come, self.of = iter(wanted), len(wanted)
        for article in self._to_come:
            self._found += self._in(catalog, article)
            self.looked_at += 1
            if enough():
                return False
        return True

    def passages(self, words: str = "", *, read_only: bool = False) -> tuple[BarePassage, ...]:
        """What was found so far, in reading order: with all these words, and in articles that are read."""
        wanted = words.casefold().split()
        read = read_articles(self._ledger) if read_only else frozenset()
        return tuple(
            each for each in self._found if each.holds(wanted) and (not read_only or each.article in read)
        )

    def _in(self, catalog: Catalog, article: Article) -> Iterator[BarePassage]:
        titles = {heading.id: heading.title for heading in catalog.rendered(article.id).headings}
        for each in self._bare(article.id):
            yield BarePassage(
                article.id, article.title, titles.get(each.heading, ""), each.heading, each.text
            )
