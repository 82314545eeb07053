"""What the filters of a search mean in the open packs: which articles, topics, tags and roles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.search_query import Filter, Names, Words, words_of


@dataclass(frozen=True, slots=True)
class Reach:
    """What a filter lets through: entries with one of the ``values`` of its own, and those that rest on ``articles``.

    ``spoken`` are names of which one must stand in a card, question, term or note for it to be let through.
    """

    values: tuple[str, ...]
    articles: tuple[str, ...] = ()
    spoken: tuple[Words, ...] = ()


def key_of(name: str) -> str:
    """A topic, tag or role as it is compared: its words in small letters."""
    return " ".join(words_of(name))


class Scope:
    """Looks filters up in a catalog. ``names`` gives for a name the other names of the same thing."""

    def __init__(self, catalog: Catalog, names: Names) -> None:
        self._catalog, self._names = catalog, names

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The words of all names in the glossary, old ones and synonyms too: what people say for things."""
        return frozenset(
            word for name, others in self._names.items() for words in (name, *others) for word in words
        )

    def of(self, wanted: Filter) -> Reach:
        """What a filter on tag, topic or role lets through."""
        if wanted.name == "topic":
            return self._listed(_meant(wanted.words, self._topics), self._topics)
        if wanted.name == "tag":
            return self._listed(_meant(wanted.words, self._tags), self._tags)
        return self._role(wanted.words)

    def _listed(self, keys: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> Reach:
        found = tuple(keys)
        return Reach(found, tuple({article for key in found for article in known.get(key, ())}))

    def _role(self, words: Words) -> Reach:
        called = {" ".join(name) for name in (words, *self._names.get(words, ()))}
        keys = tuple(called & self._roles) or _meant(words, dict.fromkeys(self._roles, ()))
        articles = {article for key in keys for article in self._tags.get(key, ())}
        spoken = tuple(tuple(key.split()) for key in keys)
        return Reach(keys, tuple(articles), spoken)

    @cached_property
    def _topics(self) -> Mapping[str, tuple[str, ...]]:
        titles = {topic.name: topic.title for topic in self._catalog.topics()}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in self._catalog.articles().values():
            for key in {key_of(article.topic), key_of(titles.get(article.topic, ""))}:
                found[key].append(article.id)
        return {key: tuple(articles) for key, articles in found.items()}

    @cached_property
    def _tags(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in self._catalog.articles().values():
            for tag in article.tags:
                found[key_of(tag)].append(article.id)
        for card in self._catalog.cards().values():
            for tag in card.tags:
                found.setdefault(key_of(tag), [])
        return {key: tuple(articles) for key, articles in found.items()}

    @cached_property
    def _roles(self) -> frozenset[str]:
        return frozenset(
            key_of(name)
            for table in self._catalog.comparisons().values()
            for column in table.columns
            for name in (column.title, column.short)
            if name
        )


def _meant(words: Words, known: Mapping[str, object]) -> tuple[str, ...]:
    """The name itself; while it is being typed those that begin like it."""
    wanted = " ".join(words)
    return (wanted,) if wanted in known else tuple(name for name in known if name.startswith(wanted))
