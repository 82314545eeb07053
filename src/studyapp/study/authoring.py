"""Packs that are being written: what has changed on disk, what is wrong, and where that shows on the screen."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.file_tree import FolderTree, Stamp
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem
from studyapp.catalog.report import Report
from studyapp.ids import ItemId
from studyapp.study.check_desk import report_on

_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$")
_FENCE: Final = re.compile(r"^ {0,3}(```|~~~)")
_ATTRIBUTES: Final = re.compile(r"\s*\{[^}]*\}\s*$")
_LINK: Final = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
_MARKUP: Final = re.compile(r"[*_`~]{1,3}|^\s*(?:[-*+>]|\d+[.)]|:)\s+|<[^>]*>|\{\{.*?\}\}")
_SHORTEST: Final = 12

Seen = tuple[tuple[str, tuple[tuple[str, Stamp], ...]], ...]
"""The files of each place with what tells that they are unchanged."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What lay at these places when it was read."""

    roots: tuple[Path, ...]
    catalog: Catalog
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class WatchedPacks:
    """Where packs lie and how they are read. Its verbs take no lock and touch no screen: call them from any thread."""

    roots: tuple[Path, ...]
    cache: Path | None
    language: str = ""
    own: Path | None = None

    def look(self) -> Seen:
        """What lies there now."""
        return tuple((str(root), _stamps(root)) for root in self.roots)

    def read(self) -> Reading:
        """Read what has changed; ``Library.take`` goes on with it."""
        catalog, problems = load(self.roots, self.cache, language=self.language, own=self.own)
        catalog.articles()  # taken out of the cache here, so that the window need not
        return Reading(self.roots, catalog, problems)

    def check(self) -> tuple[Problem, ...]:
        """The problems of files, and those across them: proofs, links, names, words."""
        catalog, problems = load(self.roots, self.cache, language=self.language, own=self.own)
        try:
            return report_on(catalog, problems).problems
        finally:
            catalog.close()


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a line of a file shows: an item and, in an article, a heading and words to find."""

    item: ItemId
    heading: str = ""
    quote: str = ""


def shown_at(catalog: Catalog, problem: Problem) -> Shown | None:
    """The place on the screen that a problem speaks of; None when nothing of its file is shown."""
    found = _file_of(catalog, Path(problem.path))
    if found is None:
        return None
    pack, path = found
    article = next(
        (
            each
            for each in catalog.articles().values()
            if each.path == path and each.id.startswith(f"{pack}/")
        ),
        None,
    )
    if article is not None:
        lines = (catalog.file(pack, path) or "").split("\n")
        titles = {each.title.casefold(): each.id for each in catalog.rendered(article.id).headings}
        heading = titles.get(_title_above(lines, problem.line).casefold(), "")
        return Shown(article.id, heading, _words(lines, problem.line))
    return _item_at(catalog, pack, path, problem.line)


def _file_of(catalog: Catalog, file: Path) -> tuple[str, str] | None:
    for pack in catalog.packs:
        if file.is_relative_to(pack.root):
            return pack.id, file.relative_to(pack.root).as_posix()
    return None


def _title_above(lines: Sequence[str], line: int) -> str:
    """The nearest heading at or above a line (from 1); empty when there is none."""
    title, fenced = "", False
    for text in lines[:line]:
        if _FENCE.match(text):
            fenced = not fenced
        elif not fenced and (match := _HEADING.match(text)):
            title = _plain(_ATTRIBUTES.sub("", match[1]))
    return title


def _words(lines: Sequence[str], line: int) -> str:
    """The words of a line as a reader sees them; empty when they are too few to be found again."""
    words = _plain(lines[line - 1]) if 0 < line <= len(lines) else ""
    return words if len(words) >= _SHORTEST and not _HEADING.match(lines[line - 1]) else ""


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split())


def _item_at(catalog: Catalog, pack: str, path: str, line: int) -> Shown | None:
    """The item of a data file that a line belongs to."""
    begins = sorted(
        (min(spot[1] for spot in spots), item)
        for name, file, places in catalog.places()
        if (name, file) == (pack, path)
        for item, spots in places.items()
        if spots and item.count("/") > 1  # a source, for one, has no identifier of its own
    )
    at = bisect_right([begin for begin, _ in begins], line) - 1
    return Shown(ItemId(begins[at][1])) if at >= 0 else None


def _stamps(root: Path) -> tuple[tuple[str, Stamp], ...]:
    try:
        if root.is_dir():
            return tuple(FolderTree(root, Report("")).stamps.items())
        status = root.stat()
    except OSError:  # it is gone, or nobody may look there; opening it says so
        return ()
    return (("", Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)),)
