"""The library as shelves: articles grouped, ordered, counted and filtered."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from studyapp.catalog.article import Article
from studyapp.ids import ItemId, pack_of


class Grouping(StrEnum):
    """What puts articles on one shelf."""

    TOPIC = "topic"
    TAG = "tag"
    OBJECTIVE = "objective"
    BOOKMARK = "bookmark"


class Order(StrEnum):
    """How articles stand on a shelf; ``WEIGHT`` is the reading order that the authors gave."""

    WEIGHT = "weight"
    TITLE = "title"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A named row of articles and how many of them are read. An article may stand on several shelves."""

    name: str
    title: str
    articles: tuple[Article, ...]
    read: int


@dataclass(frozen=True, slots=True)
class Bookshelves:
    """The shelves of one grouping, and which articles are read and bookmarked."""

    shelves: tuple[Shelf, ...]
    read: frozenset[ItemId] = frozenset()
    bookmarked: frozenset[ItemId] = frozenset()

    def filtered(self, words: str) -> "Bookshelves":
        """Only articles whose title holds every word, in any order; empty shelves fall away."""
        wanted = words.casefold().split()
        if not wanted:
            return self
        kept = (_filtered(shelf, wanted, self.read) for shelf in self.shelves)
        return replace(self, shelves=tuple(shelf for shelf in kept if shelf.articles))

    def shelf_of(self, article: ItemId) -> Shelf | None:
        """The first shelf that an article stands on."""
        return next((s for s in self.shelves if any(a.id == article for a in s.articles)), None)


@dataclass(frozen=True, slots=True)
class Labels:
    """Titles of the shelves: of topics by pack and name, of objectives by name."""

    topics: Mapping[tuple[str, str], str]
    objectives: Mapping[str, str]


def shelve(
    articles: Sequence[Article],
    labels: Labels,
    grouping: Grouping,
    order: Order = Order.WEIGHT,
    read: Collection[ItemId] = (),
    bookmarked: Collection[ItemId] = (),
) -> Bookshelves:
    """Put articles, given in reading order, on shelves. Bookmarks make one shelf without a title."""
    ordered = _ordered(articles, order)
    if grouping is Grouping.BOOKMARK:
        groups = {"": [a for a in ordered if a.id in bookmarked]}
        titles: Mapping[str, str] = {"": ""}
    elif grouping is Grouping.TOPIC:
        groups = _grouped(ordered, lambda a: (f"{pack_of(a.id)}/{a.topic}",), _topic_names(articles))
        titles = {f"{pack}/{name}": title for (pack, name), title in labels.topics.items()}
    elif grouping is Grouping.TAG:
        groups = _grouped(ordered, lambda a: a.tags, sorted(_tags(articles), key=str.casefold))
        titles = {}
    else:
        groups = _grouped(ordered, lambda a: a.objectives, labels.objectives)
        titles = labels.objectives
    seen = frozenset(read)
    shelves = (
        _shelf(name, titles.get(name, _last_part(name)), group, seen) for name, group in groups.items()
    )
    return Bookshelves(tuple(shelf for shelf in shelves if shelf.articles), seen, frozenset(bookmarked))


def _filtered(shelf: Shelf, wanted: Sequence[str], read: frozenset[ItemId]) -> Shelf:
    articles = shelf.articles
    for word in wanted:
        articles = tuple(article for article in articles if word in article.title.casefold())
    return _shelf(shelf.name, shelf.title, articles, read)


def _shelf(name: str, title: str, articles: Sequence[Article], read: frozenset[ItemId]) -> Shelf:
    return Shelf(name, title, tuple(articles), sum(article.id in read for article in articles))


def _ordered(articles: Sequence[Article], order: Order) -> Sequence[Article]:
    if order is Order.TITLE:
        return sorted(articles, key=lambda article: article.title.casefold())
    if order is Order.DATE:
        return sorted(articles, key=lambda article: article.date or date.min, reverse=True)
    return articles


def _grouped(
    articles: Iterable[Article], names_of: Callable[[Article], Iterable[str]], order: Iterable[str]
) -> dict[str, list[Article]]:
    groups: dict[str, list[Article]] = {name: [] for name in order}
    for article in articles:
        for name in names_of(article):
            groups.setdefault(name, []).append(article)
    return groups


def _topic_names(articles: Iterable[Article]) -> list[str]:
    return list(dict.fromkeys(f"{pack_of(article.id)}/{article.topic}" for article in articles))


def _tags(articles: Iterable[Article]) -> set[str]:
    return {tag for article in articles for tag in article.tags}


def _last_part(name: str) -> str:
    return name.rsplit("/", 1)[-1]
