"""Everything that the open packs hold: read-only values, each kind decoded when it is first asked for."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from studyapp.catalog.address import Address, Resting
from studyapp.catalog.addresses import Addresses
from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.cache import Cache
from studyapp.catalog.codec import values_in
from studyapp.catalog.open_pack import OpenPack
from studyapp.catalog.pack import Pack, PackCounts, Topic
from studyapp.catalog.reading_order import ordered, topics_of
from studyapp.catalog.renderings import Renderings
from studyapp.catalog.spots import Spots
from studyapp.ids import ItemId, name_of, pack_of

if TYPE_CHECKING:
    from studyapp.catalog.card import Card
    from studyapp.catalog.comparison import Cell, Comparison
    from studyapp.catalog.exam_profile import Area, Certification, Competency, ExamProfile, Objective
    from studyapp.catalog.guided_choice import GuidedChoice
    from studyapp.catalog.question import Misconception, Question
    from studyapp.catalog.source import Source
    from studyapp.catalog.syllabus import Syllabus
    from studyapp.catalog.term import Term

Value = TypeVar("Value")


class Catalog:
    """The content of several packs. Nothing here changes; another set of packs is another catalog."""

    def __init__(self, packs: Sequence[OpenPack], cache: Cache, language: str = "") -> None:
        self.language = language
        """The translation that was asked for; empty for what the authors wrote."""
        self._open = {pack.description.id: pack for pack in packs}
        self._cache = cache
        self._renderings = Renderings(self._open, cache)

    def adopt(self) -> None:
        """Be used by the calling thread from now on, and by no other."""
        self._cache.adopt()

    def close(self) -> None:
        """Let go of the cache and of the process that renders."""
        self._renderings.close()
        self._cache.close()

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """The packs, in the order they were opened."""
        return tuple(
            Pack(
                p.description.id, p.description.title, p.tree.root, p.description.language, self._topics[name]
            )
            for name, p in self._open.items()
        )

    @cached_property
    def digest(self) -> str:
        """Stands for everything that the packs say: equal digests, equal content."""
        total = blake2b(digest_size=16)
        for name, pack in self._open.items():
            total.update(f"\n{name}\n".encode())
            total.update(
                "\n".join(f"{path} {key}" for path, key in pack.keys.items()).encode("utf-8", "replace")
            )
        return total.hexdigest()

    def topics(self) -> tuple[Topic, ...]:
        """The topics of all packs in reading order; the pack of an article tells namesakes apart."""
        return tuple(topic for topics in self._topics.values() for topic in topics)

    def articles(self) -> Mapping[ItemId, Article]:
        """The articles in reading order: topic, weight, title. Drafts are left out."""
        return self._articles

    def article(self, item: ItemId) -> Article:
        """One article. Raises KeyError."""
        return self._articles[item]

    def rendered(self, item: ItemId) -> Rendered:
        """An article made ready for the screen. Raises KeyError when there is none."""
        return self._renderings.of(self._articles[item], self._addresses)

    def unlinked(self, item: ItemId) -> Rendered:
        """An article with links and images as its author wrote them. Raises KeyError."""
        return self._renderings.unlinked(self._articles[item])

    def missing_images(self, item: ItemId) -> tuple[str, ...]:
        """The images that an article names and its pack does not hold."""
        return self._renderings.missing_images(self._articles[item])

    def text(self, item: ItemId) -> str:
        """The text of an article's file, repaired; empty when it cannot be read. Raises KeyError."""
        article = self._articles[item]
        try:
            return self._open[pack_of(item)].text(article.path)
        except OSError:
            return ""

    def files(self) -> Iterator[tuple[str, str, str, str]]:
        """Pack, path, reader and key of each file that was read; the key stands for its content."""
        for name, pack in self._open.items():
            for path, key in pack.keys.items():
                yield name, path, pack.readers[path], key

    def file(self, pack: str, path: str) -> str | None:
        """The text of one of a pack's files as it stands on disk, or None."""
        return self._open[pack].source(path)

    def laid_over(self, pack: str, path: str) -> str:
        """The file whose text counts for one of a pack's files: its translation where it has one."""
        return self._open[pack].translated.get(path, path)

    def languages(self) -> tuple[str, ...]:
        """The languages into which packs are translated, beside their own."""
        return tuple(sorted({name for pack in self._open.values() for name in pack.languages}))

    def language_of(self, item: ItemId) -> str:
        """The language of an article's text. Raises KeyError."""
        pack, path = pack_of(item), self._articles[item].path
        return self.language if self.laid_over(pack, path) != path else self._open[pack].description.language

    def resolve(self, address: str, base: ItemId | None = None) -> Address | None:
        """The place that an identifier, slug, alias, url or relative link means, or None."""
        return self._addresses.resolve(address, self._articles.get(base) if base else None)

    def find(self, address: str) -> Address | None:
        """The item of any kind that an address or a name alone means: an article before all others."""
        kinds = (self.cards(), self.questions(), self.comparisons(), self.terms(), self._cells)
        item = ItemId(address)
        if any(item in items for items in kinds):
            return Address(item)
        named = self.resolve(address)
        if named is not None:
            return named
        return next((Address(own) for items in kinds for own in items if name_of(own) == address), None)

    def cards(self) -> "Mapping[ItemId, Card]":
        """The cards in the order of the files."""
        return self._cards

    def questions(self) -> "Mapping[ItemId, Question]":
        """The questions in the order of the files."""
        return self._questions

    def comparisons(self) -> "Mapping[ItemId, Comparison]":
        """The comparisons."""
        return self._comparisons

    def choices(self) -> "Mapping[ItemId, GuidedChoice]":
        """The guided choices."""
        return self._choices

    def terms(self) -> "Mapping[ItemId, Term]":
        """The glossary."""
        return self._terms

    def sources(self) -> "Mapping[str, Source]":
        """The documents that facts come from, by their id."""
        return self._sources

    def misconceptions(self) -> "Mapping[str, Misconception]":
        """The beliefs that wrong options feed on, by name."""
        return self._misconceptions

    def competencies(self) -> "tuple[Competency, ...]":
        """The groups of focus areas."""
        return self._competencies

    def area(self, name: str) -> "Area | None":
        """A focus area by its name."""
        return self._areas.get(name)

    def objectives(self) -> "tuple[Objective, ...]":
        """The learning objectives."""
        return self._objectives

    def syllabus(self) -> "tuple[Syllabus, ...]":
        """The sets of subjects that the packs set out to cover."""
        from studyapp.catalog.syllabus import Syllabus

        return tuple(self._all("syllabus", "syllabus", Syllabus))

    def profiles(self) -> "tuple[ExamProfile, ...]":
        """The exam profiles."""
        return self._profiles

    def certifications(self) -> "tuple[Certification, ...]":
        """What is known of certifications."""
        return self._certifications

    def resting_on(self, article: ItemId) -> Resting:
        """What the sentences of an article prove."""
        return self._resting.get(article, Resting((), (), (), ()))

    def inline(self, markdown: str) -> str:
        """The house-dialect HTML of a short Markdown text, as cards, questions and cells hold."""
        return self._renderings.inline(markdown)

    def image(self, article: ItemId, name: str) -> bytes | None:
        """The bytes of an image that an article shows, or None when the pack holds no such image."""
        return self._renderings.image(self._articles[article], name)

    def counts(self) -> dict[str, PackCounts]:
        """How many items of each kind each pack holds."""
        return {
            name: PackCounts(*(sum(pack_of(item) == name for item in items) for items in (
                self.articles(), self.cards(), self.questions(), self.comparisons(), self.terms()
            )))
            for name in self._open
        }  # fmt: skip

    def places(self) -> Iterator[tuple[str, str, Spots]]:
        """Pack, path and the places of the items of each file."""
        for name, pack in self._open.items():
            for path, spots in self._cache.places(name, pack.keys):
                yield name, path, json.loads(spots)

    @cached_property
    def _by_pack(self) -> dict[str, list[Article]]:
        return {
            name: list(self._of_pack(pack, "article", "article", Article))
            for name, pack in self._open.items()
        }

    @cached_property
    def _topics(self) -> dict[str, tuple[Topic, ...]]:
        return {
            name: topics_of(pack.description.title, pack.description.topics, self._by_pack[name])
            for name, pack in self._open.items()
        }

    @cached_property
    def _articles(self) -> Mapping[ItemId, Article]:
        found: dict[ItemId, Article] = {}
        for name, articles in self._by_pack.items():
            found.update(ordered(articles, self._topics[name]))
        return MappingProxyType(found)

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self._articles.values(), tuple(self._open))

    @cached_property
    def _cards(self) -> "Mapping[ItemId, Card]":
        from studyapp.catalog.card import Card

        return _mapped((card.id, card) for card in self._all("cards", "card", Card))

    @cached_property
    def _questions(self) -> "Mapping[ItemId, Question]":
        from studyapp.catalog.question import Question

        return _mapped((question.id, question) for question in self._all("questions", "question", Question))

    @cached_property
    def _comparisons(self) -> "Mapping[ItemId, Comparison]":
        from studyapp.catalog.comparison import Comparison

        return _mapped((table.id, table) for table in self._all("comparisons", "comparison", Comparison))

    @cached_property
    def _choices(self) -> "Mapping[ItemId, GuidedChoice]":
        from studyapp.catalog.guided_choice import GuidedChoice

        return _mapped((choice.id, choice) for choice in self._all("choices", "choice", GuidedChoice))

    @cached_property
    def _terms(self) -> "Mapping[ItemId, Term]":
        from studyapp.catalog.term import Term

        return _mapped((term.id, term) for term in self._all("glossary", "term", Term))

    @cached_property
    def _cells(self) -> "Mapping[ItemId, Cell]":
        return _mapped(
            (cell.id, cell) for t in self._comparisons.values() for row in t.rows for cell in row.cells
        )

    @cached_property
    def _sources(self) -> "Mapping[str, Source]":
        from studyapp.catalog.source import Source

        return _mapped((source.id, source) for source in self._all("sources", "source", Source))

    @cached_property
    def _misconceptions(self) -> "Mapping[str, Misconception]":
        from studyapp.catalog.question import Misconception

        return _mapped((m.name, m) for m in self._all("misconceptions", "misconception", Misconception))

    @cached_property
    def _competencies(self) -> "tuple[Competency, ...]":
        from studyapp.catalog.exam_profile import Competency

        return tuple(self._all("areas", "competency", Competency))

    @cached_property
    def _areas(self) -> "Mapping[str, Area]":
        return _mapped((area.name, area) for group in self._competencies for area in group.areas)

    @cached_property
    def _objectives(self) -> "tuple[Objective, ...]":
        from studyapp.catalog.exam_profile import Objective

        return tuple(self._all("objectives", "objective", Objective))

    @cached_property
    def _profiles(self) -> "tuple[ExamProfile, ...]":
        from studyapp.catalog.exam_profile import ExamProfile

        return tuple(self._all("exams", "profile", ExamProfile))

    @cached_property
    def _certifications(self) -> "tuple[Certification, ...]":
        from studyapp.catalog.exam_profile import Certification

        return tuple(self._all("exams", "certification", Certification))

    @cached_property
    def _resting(self) -> Mapping[ItemId, Resting]:
        from studyapp.catalog.resting import resting_by_article

        return resting_by_article(self)

    def _all(self, reader: str, kind: str, value: type[Value]) -> Iterator[Value]:
        for pack in self._open.values():
            yield from self._of_pack(pack, reader, kind, value)

    def _of_pack(self, pack: OpenPack, reader: str, kind: str, value: type[Value]) -> Iterator[Value]:
        keys = {path: pack.keys[path] for path, own in pack.readers.items() if own == reader}
        bodies = self._cache.bodies(pack.description.id, reader, keys) if keys else {}
        for path in keys:
            yield from values_in(self._values(pack, path, bodies.get(path)), kind, value)

    def _values(self, pack: OpenPack, path: str, body: str | None) -> dict[str, Any]:
        """What a file holds; read anew when another process has replaced what was kept of it."""
        try:
            values: dict[str, Any] = json.loads(pack.parsed(path).body if body is None else body)
        except OSError:
            return {}
        return values


Key = TypeVar("Key")


def _mapped(pairs: Iterator[tuple[Key, Value]]) -> Mapping[Key, Value]:
    """The first of namesakes counts; the check reports the others."""
    found: dict[Key, Value] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return MappingProxyType(found)
