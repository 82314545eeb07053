"""Reading: open an article, keep the place, know what is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from studyapp.catalog.address import Address
from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.card import Card
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.term import Term
from studyapp.ids import ItemId, pack_of
from studyapp.store.fold_reading import BOOKMARK, READING
from studyapp.store.ledger import Ledger
from studyapp.store.readings import (
    ReadingState,
    bookmarks,
    read_articles,
    reading_state,
    reading_states,
    seen_passages,
)
from studyapp.study.books import Books
from studyapp.study.bookshelves import Bookshelves, Grouping, Labels, Order, shelve
from studyapp.study.change import Change
from studyapp.study.term_marks import Glossary

PLAUSIBLE_SHARE: Final = 0.3
"""An article counts as read when its end was seen after at least this share of its reading time.

Reading times are reckoned at the pace of a learner. Skilled adults read English silently at about 240 words a minute
and seldom above 400 (Brysbaert 2019, doi:10.1016/j.jml.2019.104047); what took less than a third of the time was
leafed through.
"""

GLANCE: Final = timedelta(seconds=2)
"""A visit shorter than this that left the article where it was is not worth an entry."""


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article on the desk and how it was left last.

    ``position`` is the share (0–1) of its text above the window, ``reached`` the share behind the reader.
    ``before`` and ``after`` are its neighbours in the topic.
    """

    article: Article
    topic: str
    rendered: Rendered
    position: float
    reached: float
    read: bool
    bookmarked: bool
    before: Article | None
    after: Article | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """How an article was left: under which heading, how far down, after how long, and whether its end was seen.

    ``reached`` is the share (0–1) behind the reader, as `HowFar` counts it; ``seen`` are the fingerprints of paragraphs
    that were in sight long enough to be read.
    """

    heading: str
    position: float
    took: timedelta
    reached_end: bool
    reached: float = 0.0
    seen: tuple[str, ...] = ()


class ReadingRoom:
    """What can be read, and what the learner has read of it."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self._books, self._ledger = books, ledger
        self._glossaries: tuple[Catalog, dict[str, Glossary]] = (books.catalog, {})

    # -- looking

    def shelves(self, grouping: Grouping, order: Order = Order.WEIGHT) -> Bookshelves:
        """Every article on its shelves."""
        catalog = self._books.catalog
        labels = Labels(
            {(pack.id, topic.name): topic.title for pack in catalog.packs for topic in pack.topics},
            {objective.name: objective.text for objective in catalog.objectives()}
            if grouping is Grouping.OBJECTIVE
            else {},
        )
        articles = tuple(catalog.articles().values())
        return shelve(articles, labels, grouping, order, read_articles(self._ledger), bookmarks(self._ledger))

    def resolve(self, target: str, base: ItemId | None = None) -> Address | None:
        """The place that an identifier, slug, alias or link of ``base`` means, or None."""
        return self._books.catalog.resolve(target, base)

    def look(self, item: ItemId) -> OpenArticle:
        """An article with all that the page needs. Raises KeyError when there is none."""
        catalog = self._books.catalog
        article = catalog.article(item)
        state = reading_state(self._ledger, item)
        before, after = self._neighbours(article)
        cards = catalog.cards()
        return OpenArticle(
            article=article,
            topic=self._topic(article),
            rendered=catalog.rendered(item),
            position=state.position if state else 0.0,
            reached=state.reached if state else 0.0,
            read=state.read if state else False,
            bookmarked=item in bookmarks(self._ledger),
            before=before,
            after=after,
            cards=tuple(cards[card] for card in catalog.resting_on(item).cards),
        )

    def last_left(self) -> ItemId | None:
        """The article that was left last, if it is still there."""
        articles = self._books.catalog.articles()
        return next((item for item in reading_states(self._ledger) if item in articles), None)

    def first(self) -> ItemId | None:
        """The first article in reading order."""
        return next(iter(self._books.catalog.articles()), None)

    def states(self) -> Mapping[ItemId, ReadingState]:
        """Every article that was opened, the last one left first."""
        return reading_states(self._ledger)

    def image(self, article: ItemId, name: str) -> bytes | None:
        """A picture that an article shows, out of its own pack."""
        return self._books.catalog.image(article, name)

    def glossary(self, article: ItemId) -> Glossary:
        """Finds the terms of the glossary of the article's pack."""
        catalog = self._books.catalog
        if self._glossaries[0] is not catalog:
            self._glossaries = (catalog, {})
        known, pack = self._glossaries[1], pack_of(article)
        if pack not in known:
            known[pack] = Glossary(term for term in catalog.terms().values() if pack_of(term.id) == pack)
        return known[pack]

    def term(self, item: ItemId) -> Term:
        """A term of the glossary. Raises KeyError."""
        return self._books.catalog.terms()[item]

    # -- doing

    def leave(self, item: ItemId, visit: Visit) -> Change:
        """Keep where an article was left; it becomes read when its end was seen after a plausible time."""
        state = reading_state(self._ledger, item)
        stayed = (
            state is not None
            and abs(state.position - visit.position) < 0.001
            and abs(state.reached - visit.reached) < 0.001
        )
        becomes_read = not (state and state.read) and self._plausible(item, visit, state)
        known = seen_passages(self._ledger, item) if visit.seen else frozenset()
        seen = [each for each in dict.fromkeys(visit.seen) if each not in known]
        if visit.took < GLANCE and stayed and not becomes_read and not seen:
            return Change.NOTHING
        payload: dict[str, object] = {
            "heading": visit.heading,
            "position": round(min(1.0, max(0.0, visit.position)), 5),
            "reached": round(min(1.0, max(0.0, visit.reached)), 5),
            "took_ms": visit.took // timedelta(milliseconds=1),
        }
        payload |= {"read": True} if becomes_read else {}
        payload |= {"seen": seen} if seen else {}
        self._ledger.record(READING, item, 1, payload)
        return Change.READING

    def mark_read(self, item: ItemId, *, on: bool) -> Change:
        """Say that an article is read, or that it is not: then all of it is left."""
        state = reading_state(self._ledger, item)
        if on == (state.read if state else False):
            return Change.NOTHING
        heading, position = (state.heading, state.position) if state else ("", 0.0)
        reached = state.reached if state and on else 0.0
        payload = {"heading": heading, "position": position, "reached": reached, "took_ms": 0, "read": on}
        self._ledger.record(READING, item, 1, payload)
        return Change.READING

    def bookmark(self, item: ItemId, *, on: bool) -> Change:
        """Keep an article among the bookmarks, or no longer."""
        if on == (item in bookmarks(self._ledger)):
            return Change.NOTHING
        self._ledger.record(BOOKMARK, item, 1, {"on": on})
        return Change.READING

    # -- rules

    def _plausible(self, item: ItemId, visit: Visit, state: ReadingState | None) -> bool:
        article = self._books.catalog.articles().get(item)
        if not visit.reached_end or article is None:  # what was open may have gone from its pack meanwhile
            return False
        took = visit.took + (state.took if state else timedelta())
        return took >= PLAUSIBLE_SHARE * timedelta(minutes=max(1, article.minutes))

    def _topic(self, article: Article) -> str:
        pack = pack_of(article.id)
        topics = (topic for p in self._books.catalog.packs if p.id == pack for topic in p.topics)
        return next((topic.title for topic in topics if topic.name == article.topic), article.topic)

    def _neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        beside = [
            other
            for other in self._books.catalog.articles().values()
            if other.topic == article.topic and pack_of(other.id) == pack_of(article.id)
        ]
        at = beside.index(article)
        return (beside[at - 1] if at else None), (beside[at + 1] if at + 1 < len(beside) else None)
