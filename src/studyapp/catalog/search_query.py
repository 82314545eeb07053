"""What somebody typed, taken apart: words with their other names, phrases, words to do without, filters."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MAX_WORDS: Final = 16
Words = tuple[str, ...]
Names = Mapping[Words, tuple[Words, ...]]
"""For a name, as words, the other names of the same thing."""

_WORD = re.compile(r"\w+")
_PART = re.compile(r'(?<!\S)(-?)(?:(in|tag|topic|role):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)
COMMON: Final = frozenset(
    "a about allowed an and are as at be been between by can could did difference do does explain for from had"
    " happen happened happens has have how i if in into is it its mean means me my of on or our should so than that"
    " the their them then there they this to vs was we were what when where which who whom whose why will with would"
    " you your".split()
)
"""Words that say little; they count only when there is nothing else."""

PLAIN_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "big": ("large", "size"),
    "large": ("size",),
    "small": ("size",),
    "biggest": ("largest", "maximum"),
    "duration": ("length", "timebox", "long"),
    "long": ("length", "last", "timebox"),
    "unfinished": ("not done", "remaining"),
    "incomplete": ("not done", "remaining"),
    "finished": ("done",),
    "complete": ("done",),
    "meeting": ("event",),
    "meetings": ("events",),
    "boss": ("manager",),
    "price": ("cost", "fee"),
    "mark": ("score",),
    "score": ("mark",),
    "rank": ("order",),
    "guess": ("estimate", "forecast"),
    "job": ("role",),
    "duties": ("accountable", "responsible"),
    "tasks": ("work",),
    "1": ("i",),
    "2": ("ii",),
    "3": ("iii",),
}
"""Everyday words, and what texts on product work say instead."""

KINDS: Final[Mapping[str, str]] = {
    "articles": "article",
    "cards": "card",
    "questions": "question",
    "comparisons": "cell",
    "cells": "cell",
    "tables": "cell",
    "glossary": "term",
    "terms": "term",
    "notes": "note",
}
"""What ``in:`` takes, and the kind of entry that it means; the singular will do as well."""


@dataclass(frozen=True, slots=True)
class Group:
    """One or more words that belong together, and the other names that count as well."""

    words: Words
    others: tuple[Words, ...] = ()
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A limit on what may be found: ``name`` is in, tag, topic or role, ``words`` is its value.

    ``but`` turns it round: whatever it fits is left out.
    """

    name: str
    words: Words
    but: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A whole query. ``words`` are its loose words in order; ``phrases`` must, ``without`` must not be there."""

    groups: tuple[Group, ...]
    words: Words
    phrases: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.groups or self.phrases or self.filters)

    @property
    def one_kind(self) -> bool:
        """Whether things of one kind alone are asked for."""
        return any(each.name == "in" and not each.but for each in self.filters)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The values of ``in:`` that name no kind."""
        return tuple(
            " ".join(f.words) for f in self.filters if f.name == "in" and f.words and not kind_named(f.words)
        )


def words_of(text: str) -> Words:
    """The words of a text as the index has them: lower case, without accents."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", plain)))


def kind_named(words: Words) -> str:
    """The kind of entry that the value of ``in:`` means, which may be unfinished; empty for none."""
    wanted = "".join(words)
    return next((kind for name, kind in KINDS.items() if wanted and name.startswith(wanted)), "")


def wish_of(query: str, names: Names) -> Wish:
    """Take a query apart. ``names`` gives for a name, as words, the other names of the same thing."""
    loose: list[str] = []
    phrases: list[Words] = []
    without: list[Words] = []
    filters: list[Filter] = []
    unfinished = False
    for part in _PART.finditer(query):
        minus, filter_name, quoted, bare = part.groups()
        words = words_of(bare if quoted is None else quoted)
        unfinished = False
        if filter_name:
            filters += [Filter(filter_name.lower(), words, bool(minus))] if words else []
        elif minus and words:
            without.append(words)
        elif quoted is not None and words:
            phrases.append(words)
        elif words:
            loose += words
            unfinished = query[-1].isalnum() or query[-1] in "'’"
    kept = tuple(loose[:MAX_WORDS])
    return Wish(_groups(kept, unfinished, names), kept, tuple(phrases), tuple(without), tuple(filters))


def _groups(words: Words, unfinished: bool, names: Names) -> tuple[Group, ...]:
    groups: list[Group] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(min(5, len(words) - at), 0, -1) if words[at : at + n] in names), 1)
        own = words[at : at + length]
        at += length
        others = (
            *names.get(own, ()),
            *(tuple(other.split()) for other in PLAIN_WORDS.get(own[0], ()) if length == 1),
        )
        groups.append(Group(own, others, at == len(words) and unfinished))
    telling = [group for group in groups if _tells(group) or (group.unfinished and len(groups) == 1)]
    return tuple(telling or groups)


def _tells(group: Group) -> bool:
    return len(group.words) > 1 or group.words[0] not in COMMON
