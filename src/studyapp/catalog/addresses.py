"""Finds the article that a link, an alias or a name means."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from studyapp.catalog.address import Address
from studyapp.catalog.article import Article
from studyapp.catalog.file_tree import TEXTS
from studyapp.ids import ItemId, item_id, name_of, pack_of

_PREFIXES: Final = ("studyapp:", "app:")
_ENDINGS: Final = (*TEXTS, ".html", ".htm")
_INDEXES: Final = ("index", "_index", "readme")
_LANGUAGE: Final = re.compile(r"(?<=.)\.[a-z]{2}(?:-[a-z]{2})?\Z")
"""How Hugo marks the language of a page in its file's name."""
_ROOTS: Final = ("content/", "articles/")


Names = dict[str, dict[str, ItemId]]
"""For each pack, the articles by one kind of name."""


class Addresses:
    """Every name that the articles go by. The pack of the page that links is asked first.

    What an article is called comes before what another only answers to: names, urls and paths before aliases, and
    those before titles.
    """

    def __init__(self, articles: Iterable[Article], packs: Sequence[str]) -> None:
        self._ids: set[ItemId] = set()
        self._packs = tuple(packs)
        self._names, self._urls, self._paths, self._aliases, self._stems, self._titles, self._folders = (
            self._empty() for _ in range(7)
        )
        self._tails, self._alias_tails = self._empty(), self._empty()
        self._kinds = (
            self._names, self._urls, self._paths, self._aliases, self._stems, self._titles, self._folders
        )  # fmt: skip
        for article in articles:
            self._add(article)

    def _empty(self) -> Names:
        return {pack: {} for pack in self._packs}

    def resolve(self, address: str, base: Article | None) -> Address | None:
        """The place that ``address`` means, seen from ``base``."""
        for prefix in _PREFIXES:
            address = address.removeprefix(prefix)
        place, _, fragment = address.partition("#")
        heading = unquote(fragment)
        if place in self._ids:  # as it is printed, also where a slug holds a per cent sign
            return Address(ItemId(place), heading)
        place = unquote(place.partition("?")[0]).strip()
        if not place:
            return Address(base.id, heading) if base is not None else None
        item = ItemId(place) if place in self._ids else self._find(place, base)
        return Address(item, heading) if item is not None else None

    def _add(self, article: Article) -> None:
        self._ids.add(article.id)
        paths = _spellings(article.path)
        named: tuple[tuple[Names, Iterable[str]], ...] = (
            (self._names, map(key_of, own_names(article))),
            (self._urls, (key_of(article.url),)),
            (self._paths, paths),
            (self._aliases, map(key_of, article.aliases)),
            (self._stems, (key_of(article.slug),)),
            (self._titles, (key_of(article.title),)),
            (self._folders, _folders_of(article.path)),
            (self._tails, (tail for path in paths for tail in _tails_of(path))),
            (self._alias_tails, _relative_aliases(article)),
        )
        for known, keys in named:
            for key in filter(None, keys):
                known[pack_of(article.id)].setdefault(key, article.id)

    def _find(self, place: str, base: Article | None) -> ItemId | None:
        packs = list(self._packs)
        groups = [packs]
        if base is not None:
            packs.sort(key=lambda name: name != pack_of(base.id))
            groups = [packs[:1], packs[1:]]
            places = _from(base.path, place)
            for known in (self._paths[packs[0]], self._folders[packs[0]]):
                found = next((known[path] for path in places if path in known), None)
                if found is not None:
                    return found
        key = key_of(place)
        ranked = (names[pack] for group in groups for names in self._kinds for pack in group)
        found = next((names[key] for names in ranked if key in names), None)
        return found if found is not None else self._by_tail(key, packs)

    def _by_tail(self, key: str, packs: list[str]) -> ItemId | None:
        """By as many of its last parts as possible: sites put languages, versions and dates before them."""
        parts = [part for part in key.split("/") if part not in ("", ".", "..")]
        for start in range(len(parts)):
            tail = "/".join(parts[start:])
            for pack in packs:
                own = item_id(pack, "article", tail)
                found = own if own in self._ids else self._ending(pack, tail)
                if found is not None:
                    return found
        return None

    def _ending(self, pack: str, tail: str) -> ItemId | None:
        ranked = (
            self._names, self._urls, self._tails, self._aliases, self._stems, self._alias_tails, self._titles
        )  # fmt: skip
        return next((names[pack][tail] for names in ranked if tail in names[pack]), None)


def own_names(article: Article) -> tuple[str, ...]:
    """What an article is called by itself: the name in its identifier, and the slug that this was made of."""
    name = name_of(article.id)
    return (name, article.slug) if article.slug.replace(" ", "-") == name else (name,)


def key_of(name: str) -> str:
    """What two spellings of an address have in common: neither case nor slashes around it nor its ending count."""
    key = name.strip().strip("/").casefold()
    return _without_ending(key.removesuffix("/index.html"))


def _relative_aliases(article: Article) -> list[str]:
    """What Hugo makes of aliases without a slash before them: they begin in the folder of the page."""
    relative = [alias for alias in article.aliases if not alias.startswith("/")]
    folders = [PurePosixPath(path).parent for path in _spellings(article.path)] if relative else []
    joined = (_joined(folder, alias) for alias in relative for folder in folders)
    return [key_of(path) for path in joined if path]


def _without_ending(path: str) -> str:
    return next((path.removesuffix(ending) for ending in _ENDINGS if path.endswith(ending)), path)


def _tails_of(path: str) -> list[str]:
    """The last parts of a path, from two of them on; one alone is too common a name."""
    parts = path.split("/")
    return ["/".join(parts[start:]) for start in range(1, len(parts) - 1)]


def _spellings(path: str) -> list[str]:
    """The keys that a file answers to: with and without its ending, its folder for an index."""
    whole = path.casefold()
    bare = _without_ending(whole)
    found = [whole, bare]
    if language := _LANGUAGE.search(bare):
        found.append(bare[: language.start()])
    if PurePosixPath(bare).name in _INDEXES:
        found.append(bare.rpartition("/")[0])
    found += [key[len(root) :] for root in _ROOTS for key in tuple(found) if key.startswith(root)]
    return found


def _folders_of(path: str) -> list[str]:
    """The folders that a file lies in: a link to one of them means its first article."""
    folder = path.casefold().rpartition("/")[0]
    found = []
    while folder:
        found.append(folder)
        found += [folder[len(root) :] for root in _ROOTS if folder.startswith(root)]
        folder = folder.rpartition("/")[0]
    return found


def _from(base: str, place: str) -> list[str]:
    """The paths that a link may mean: from the folder of its file, or from its page's own address."""
    folder = PurePosixPath(base).parent
    own = PurePosixPath(_without_ending(base))
    starts = [PurePosixPath()] if place.startswith("/") else [folder, own, PurePosixPath()]
    return [path.casefold() for start in starts for path in (_joined(start, place),) if path is not None]


def _joined(start: PurePosixPath, place: str) -> str | None:
    parts = list(start.parts)
    for part in place.strip("/").split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)
