"""Where in an article's file its author wrote a link, an image or a heading's id."""

import re
from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import Final
from urllib.parse import unquote

from studyapp.catalog.containers import lines_of_code
from studyapp.catalog.front_matter import split

_BEFORE_LINK: Final = r"""(?:\]\(\s*<?|\]:\s*<?|(?:href|src)\s*=\s*["']?|ref\s+["'`]?)"""
_LINK: Final = re.compile(_BEFORE_LINK + r"""([^\s"'`<>()\]]+)""")
_CODE: Final = re.compile(r"(?<!`)`[^`\n]{1,500}`(?!`)")
_REFUSED: Final = re.compile(
    r"""(?:!\[[^\[\]\n]{0,500}\]\(\s*<?|\bsrc\s*=\s*["']?)((?!https?:|mailto:|app:)[a-z][a-z0-9+.-]*:[^\s"'<>)]*)""",
    re.IGNORECASE,
)
"""An image with an address of a kind that the sanitiser takes away."""


class Written:
    """The text of one file. Offsets count characters; 0 stands for what is not found."""

    def __init__(self, text: str) -> None:
        self._text = text

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of an offset."""
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)

    def link(self, target: str) -> int:
        """Where a link or an image stands: as one, else anywhere; rather not where it is only shown as code."""
        names = [*dict.fromkeys((target, unquote(target), escape(target, quote=False)))]
        found = next((self._links[name] for name in names if name in self._links), None)
        if found is None:
            found = next(self._sought(names), 0)
        return found

    def image(self) -> int:
        """Where the first tag of an image stands."""
        return max(self._prose.find("<img"), 0)

    def refused(self) -> dict[str, int]:
        """The addresses of images that are taken away whole, as those with ``file:``, each where it first stands."""
        found: dict[str, int] = {}
        for match in _REFUSED.finditer(self._prose):
            found.setdefault(match[1], match.start(1))
        return found

    def headings(self, name: str) -> list[int]:
        """Every place where an id is given to a heading."""
        own = re.escape(name)
        given = re.compile(
            rf"\{{:?[^{{}}\n]{{0,200}}#({own})(?![\w:.-])[^{{}}\n]{{0,200}}\}}[ \t#]*$"
            rf"|<h[1-6]\b[^<>]*\bid\s*=\s*[\"']?({own})[\"'\s>]",
            re.MULTILINE,
        )
        return [match.start(match.lastindex or 0) for match in given.finditer(self._prose)]

    def _sought(self, names: list[str]) -> Iterator[int]:
        for text in (self._prose, self._text):
            for name in names:
                if match := re.search(_BEFORE_LINK + re.escape(name) + r"(?![\w/.-])", text):
                    yield match.end() - len(name)
        for text in (self._prose, self._text):
            yield from (at for name in names if (at := text.find(name)) >= 0)

    @cached_property
    def _links(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for match in _LINK.finditer(self._prose):
            found.setdefault(match[1], match.start(1))
        return found

    @cached_property
    def _prose(self) -> str:
        """The text of the page alone, every other character made a blank, so that offsets hold."""
        lines = self._text.split("\n")
        first = split(self._text).line - 1
        code = lines_of_code(lines[first:])
        kept = (
            " " * len(line) if at < first or at - first in code else line for at, line in enumerate(lines)
        )
        return _CODE.sub(lambda code: " " * len(code[0]), _without_comments("\n".join(kept)))


def _without_comments(text: str) -> str:
    parts, at = list[str](), 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += [text[at:begin], re.sub(r"[^\n]", " ", text[begin : end + 3])]
        at = end + 3
    return "".join([*parts, text[at:]])
