"""Find a sentence in a text although white space, quotation marks and dashes may differ."""

import re
from collections.abc import Iterator
from functools import lru_cache

_MARKS = {"'": "['‘’‚‛′`´]", '"': "(?:[\"“”„‟″«»]|'')", "-": "[-‐‑‒–—―−]"}
_MARK_OF = {
    **dict.fromkeys("'‘’‚‛′`´", "'"),
    **dict.fromkeys('"“”„‟″«»', '"'),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
}
_GAP = "[\\s\u00ad\u200b\ufdd0\ufdd1\ufffc]+"
"""White space as rich text has it: line and paragraph separators, frame marks and objects as well."""


def find_quote(text: str, quote: str, start: int = 0, stop: int | None = None) -> tuple[int, int] | None:
    """Where the quote stands between two offsets: first character and the one after the last, or None.

    A place where it stands to the letter comes before any other; to look for one takes a hundredth of the time.
    """
    if not quote.split():
        return None
    stop = len(text) if stop is None else stop
    at = text.find(quote, start, stop)
    if at >= 0:
        return at, at + len(quote)
    found = _pattern(quote).search(text, start, stop)
    return found.span() if found else None


def occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Every place where the quote stands, in the order of the text."""
    return (found.span() for found in _pattern(quote).finditer(text)) if quote.split() else iter(())


@lru_cache(maxsize=64)
def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(_GAP.join("".join(map(_one, word)) for word in quote.split()))


def _one(character: str) -> str:
    mark = _MARK_OF.get(character)
    return _MARKS[mark] if mark else re.escape(character)
