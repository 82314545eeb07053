"""Finished HTML set aside while Markdown is converted, with a mark left in its place."""

import re
from html import escape
from typing import Final

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
"""Private-use characters; they are taken out of the source before any mark is set."""

MAX_NESTING: Final = 3
"""A piece may hold marks, as code does with a tag that stays as it is."""

_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_IN_PARAGRAPH = re.compile(f"<p>\\s*((?:{OPEN}\\d+{CLOSE}\\s*)+)</p>")


class Stash:
    """Pieces of HTML by number. A block stands alone, an inline piece in running text."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []

    def block(self, html: str) -> str:
        """Set a block aside; its mark must stand on a line of its own."""
        return self._put(html, True)

    def inline(self, html: str) -> str:
        """Set a piece of running text aside."""
        return self._put(html, False)

    def literal(self, text: str) -> str:
        """Set text aside that must stay as it is."""
        return self._put(escape(text), False)

    def restored(self, html: str) -> str:
        """The converted text with everything back in its place."""
        html = _IN_PARAGRAPH.sub(self._unwrapped, html)
        for _ in range(MAX_NESTING):
            if OPEN not in html:
                break
            html = _MARK.sub(lambda match: self._piece(match)[0], html)
        return html

    def _put(self, html: str, block: bool) -> str:
        self._pieces.append((html, block))
        return f"{OPEN}{len(self._pieces) - 1}{CLOSE}"

    def _unwrapped(self, match: re.Match[str]) -> str:
        """A paragraph around blocks alone is none."""
        pieces = [self._piece(mark) for mark in _MARK.finditer(match[1])]
        if any(not block for _, block in pieces):
            return match[0]
        return "".join(html for html, _ in pieces)

    def _piece(self, match: re.Match[str]) -> tuple[str, bool]:
        number = int(match[1])
        return self._pieces[number] if number < len(self._pieces) else ("", False)


def without_marks(text: str) -> str:
    """Text without the characters that marks are made of."""
    return text.replace(OPEN, "").replace(CLOSE, "") if OPEN in text or CLOSE in text else text
