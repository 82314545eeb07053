"""The text of an open document: where its headings stand, and how its characters are counted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.catalog.article import Heading

_EDGES = "\u2029\ufdd0\ufdd1"
"""What stands between paragraphs, and where a table or one of its cells begins and ends."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """Raw text of a rich text document.

    Qt counts in UTF-16 units, Python in characters; ``astral`` holds the indices of characters that take two units.
    ``headings`` are positions (in units) of the document's headings, ascending, one for each heading given.
    """

    raw: str
    astral: tuple[int, ...]
    headings: tuple[int, ...]

    def position(self, index: int) -> int:
        """Qt's position of the character at an index."""
        return index + bisect_left(self.astral, index)

    def index(self, position: int) -> int:
        """The index of the character at Qt's position."""
        low, high = max(0, position - len(self.astral)), position
        while low < high:
            middle = (low + high) // 2
            if self.position(middle) < position:
                low = middle + 1
            else:
                high = middle
        return low

    def heading_at(self, position: int) -> int:
        """Which heading a position stands under: an index, -1 before the first."""
        return bisect_right(self.headings, position) - 1


def read_text(raw: str, headings: Sequence[Heading]) -> ArticleText:
    """Find each heading as a line of its own, in order; one that cannot be found stands where the last one does."""
    astral = tuple(found.start() for found in _ASTRAL.finditer(raw)) if _has_astral(raw) else ()
    plain = ArticleText(raw, astral, ())
    positions: list[int] = []
    after = 0
    for heading in headings:
        found = _line(raw, heading.title, after)
        if found >= 0:
            after = found + len(heading.title)
        positions.append(plain.position(found) if found >= 0 else (positions[-1] if positions else 0))
    return ArticleText(raw, astral, tuple(positions))


def _line(raw: str, title: str, start: int) -> int:
    at = raw.find(title, start)
    while at >= 0:
        stop = at + len(title)
        if (at == 0 or raw[at - 1] in _EDGES) and (stop == len(raw) or raw[stop] in _EDGES):
            return at
        at = raw.find(title, at + 1)
    return -1


def _has_astral(raw: str) -> bool:
    return not raw.isascii() and max(raw, default="") > "\uffff"
