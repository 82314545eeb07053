"""What somebody typed, taken apart: words, the last of them perhaps unfinished, with other names for the same thing."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MAX_WORDS: Final = 16
_WORD = re.compile(r"\w+")
COMMON: Final = frozenset(
    "a about an and are as at be been by can could did do does for from had has have how i if in into is"
    " it its me my of on or our should so than that the their them then there they this to was we were"
    " what when where which who whom why will with would you your".split()
)
"""Words that say little; they count only when there is nothing else."""


@dataclass(frozen=True, slots=True)
class Group:
    """One or more words that belong together, and the other names that count as well."""

    words: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A whole query. ``words`` are all of its words in order."""

    groups: tuple[Group, ...]
    words: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as the index has them: lower case, without accents."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", plain)))


def wish_of(query: str, names: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]) -> Wish:
    """Take a query apart. ``names`` gives for a name, as words, the other names of the same thing."""
    words = words_of(query)[:MAX_WORDS]
    finished = not query or not (query[-1].isalnum() or query[-1] in "'’")
    groups: list[Group] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(min(5, len(words) - at), 0, -1) if words[at : at + n] in names), 1)
        own = words[at : at + length]
        at += length
        groups.append(Group(own, names.get(own, ()), at == len(words) and not finished))
    telling = [
        g
        for g in groups
        if g.others or len(g.words) > 1 or g.words[0] not in COMMON or (g.unfinished and len(groups) == 1)
    ]
    return Wish(tuple(telling or groups), words)
