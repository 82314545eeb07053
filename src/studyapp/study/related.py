"""Articles that have to do with one another, and why: links, tags and terms of the glossary that they share."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from studyapp.catalog.article import Article
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.outline import plain_of
from studyapp.ids import ItemId
from studyapp.study.books import Books
from studyapp.study.term_marks import Glossary

MOST_READ: Final = 2000
"""In a larger library only tags are compared: to read every article for its links would take too long."""
_MOST_SHOWN = 6
_MOST_NAMED = 3
_LINKED = 3.0
"""A link weighs as much as sharing a subject that one article in twenty is about."""
_COMMON = 0.2
"""A subject that more than this share of the articles has tells nothing."""
_FEW = 5
"""Of so few articles no subject is common."""
_LEAST = 2.0

_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|href=[\"']?([^\"'\s>]+)|ref\s+\"([^\"]+)\"")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Related:
    """An article that has to do with another one.

    ``links_here`` and ``linked`` tell of links from it and to it, ``both_on`` names what both are about, the rarest
    first.
    """

    article: Article
    links_here: bool
    linked: bool
    both_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What an article links to, and its subjects: a key for each, and how it is written."""

    links: frozenset[ItemId]
    subjects: Mapping[str, str]


class RelatedArticles:
    """Reads the articles once, little by little, and compares what they are about."""

    def __init__(self, books: Books, glossary: Callable[[ItemId], Glossary]) -> None:
        self._books, self._glossary = books, glossary
        self._catalog: Catalog | None = None
        self._traits: dict[ItemId, _Traits] = {}
        self._to_come: Iterator[Article] = iter(())
        self._shared: dict[str, list[ItemId]] = {}
        self._read = False

    def read_on(self, enough: Callable[[], bool]) -> bool:
        """Read articles until ``enough`` says so; whether all are read. Does nothing when all are."""
        catalog = self._books.catalog
        if self._catalog is not catalog:
            self._catalog, self._traits, self._shared, self._read = catalog, {}, {}, False
            self._to_come = iter(catalog.articles().values())
        whole = len(catalog.articles()) <= MOST_READ
        for article in self._to_come:
            self._traits[article.id] = self._traits_of(catalog, article) if whole else _tagged(article)
            if enough():
                return False
        if not self._read:
            self._shared, self._read = _by_subject(self._traits), True
        return True

    def to(self, item: ItemId) -> tuple[Related, ...]:
        """The articles nearest to one, the nearest first; none before all that are open were read."""
        own = self._traits.get(item)
        if own is None or not self._read or self._catalog is not self._books.catalog:
            return ()
        common = max(_FEW, len(self._traits) * _COMMON)
        weights = {
            key: log(len(self._traits) / len(self._shared[key])) + 0.1
            for key in own.subjects
            if 1 < len(self._shared[key]) <= common
        }
        score: defaultdict[ItemId, float] = defaultdict(float)
        for key, weight in weights.items():
            for other in self._shared[key]:
                score[other] += weight
        for other in self._linked_with(item, own):
            score[other] += _LINKED
        score.pop(item, None)
        nearest = sorted(score, key=lambda other: -score[other])[:_MOST_SHOWN]
        return tuple(self._related(item, other, weights) for other in nearest if score[other] >= _LEAST)

    def _linked_with(self, item: ItemId, own: _Traits) -> Iterator[ItemId]:
        yield from own.links
        yield from (other for other, traits in self._traits.items() if item in traits.links)

    def _related(self, item: ItemId, other: ItemId, weights: Mapping[str, float]) -> Related:
        here, there = self._traits[item], self._traits[other]
        both = sorted(set(weights) & set(there.subjects), key=lambda key: -weights[key])
        names = tuple(here.subjects[key] for key in both[:_MOST_NAMED])
        return Related(self._books.catalog.article(other), item in there.links, other in here.links, names)

    def _traits_of(self, catalog: Catalog, article: Article) -> _Traits:
        text = catalog.text(article.id)
        found = (catalog.resolve(target, article.id) for target in _targets(text))
        links = frozenset(each.item for each in found if each is not None) - {article.id}
        terms = catalog.terms()
        used = (terms[mark.term].term for mark in self._glossary(article.id).marks(plain_of(text), ()))
        subjects = {_key(name): name for name in used} | dict(_tagged(article).subjects)
        return _Traits(links, subjects)


def _tagged(article: Article) -> _Traits:
    return _Traits(frozenset(), {_key(tag): tag for tag in article.tags})


def _targets(text: str) -> Iterator[str]:
    for found in _TARGET.finditer(text):
        target = found[1] or found[2] or found[3]
        inside = target.startswith(("app:", "studyapp:")) or not _OUTSIDE.match(target)
        if inside and not target.startswith("#"):
            yield target


def _by_subject(traits: Mapping[ItemId, _Traits]) -> dict[str, list[ItemId]]:
    found: defaultdict[str, list[ItemId]] = defaultdict(list)
    for item, each in traits.items():
        for key in each.subjects:
            found[key].append(item)
    return dict(found)


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
