"""Text for a terminal from the HTML of the house dialect: headings, paragraphs, lists, boxes, code and tables."""

import textwrap
from html.parser import HTMLParser
from typing import Final

from studyapp.cli.columns import columns

WIDTH: Final = 78
"""Columns to which paragraphs and tables are laid out."""

_NARROWEST: Final = 20
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_MARGINS: Final = {"blockquote": "> ", "dd": "    "}
_PLAIN_BLOCKS: Final = frozenset(("p", "div", "dt", "dl"))


def readable(html: str, heading: str = "", width: int = WIDTH) -> str:
    """The text of an article, or of one section of it with its own subsections; blocks apart by an empty line.

    Raises KeyError when it has no such heading.
    """
    writer = _Writer(width, heading)
    writer.feed(html)
    writer.close()
    writer.finish_block()
    if heading and not writer.found:
        raise KeyError(heading)
    return writer.text()


def readable_line(html: str) -> str:
    """A short text, not broken into lines: for what stands between other words."""
    return " ".join(readable(html, width=1_000_000).split())


class _Writer(HTMLParser):
    """Goes through the tags once and writes block after block."""

    def __init__(self, width: int, heading: str) -> None:
        super().__init__(convert_charrefs=True)
        self._width, self._wanted, self._level = width, heading, 0
        self.found, self._writing = False, not heading
        self._lines: list[str] = []
        self._close = False
        """Whether the next block follows the one before without an empty line."""
        self._box = self._last_box = 0
        """How many boxes were begun, and in which the last block stands; 0 outside."""
        self._words: list[str] = []
        self._margins: list[str] = []
        self._bullet = ""
        self._lists: list[int] = []
        """For each open list the number of its next item; 0 for one without numbers."""
        self._items = 0
        self._follows_item = False
        self._tables: list[str] = []
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._verbatim = False
        self._links: list[tuple[str, int]] = []

    def text(self) -> str:
        """Everything written."""
        return "\n".join(line.rstrip() for line in self._lines)

    # -- what the parser meets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _HEADINGS:
            self._begin_heading(tag, given.get("id", ""))
        elif tag == "table":
            self.finish_block()
            kind = given.get("class", "").partition(" ")[0]
            self._tables.append(kind)
            if kind != "grid":
                self._margins.append("    " if kind == "code" else "| ")
                self._box += not "".join(self._margins[:-1]).startswith("|")
        elif tag in ("tr", "td", "th"):
            self._begin_cell(tag)
        elif tag in ("ul", "ol"):
            self.finish_block()
            self._lists.append(int(given.get("start") or 1) if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag == "pre":
            self._verbatim = True
        elif tag in _MARGINS or tag in _PLAIN_BLOCKS or tag == "hr":
            self._begin_block(tag)
        else:
            self._begin_inline(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._end_table()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("ul", "ol"):
            self.finish_block()
            self._lists = self._lists[:-1]
            self._follows_item = bool(self._lists)
        elif tag == "li":
            self.finish_block()
            self._margins = self._margins[:-1]
            self._items -= 1
        elif tag in _HEADINGS or tag in _MARGINS or tag in _PLAIN_BLOCKS:
            self._end_block(tag)
        elif tag == "pre":
            self.finish_block()
            self._verbatim = False
        elif tag == "a":
            self._end_link()
        elif tag == "sup":
            self._words.append("]")

    def handle_data(self, data: str) -> None:
        self._words.append(data if self._verbatim else " ".join(f"x{data}x".split())[1:-1])

    # -- blocks

    def finish_block(self) -> None:
        """Write down the words gathered so far as a block of their own."""
        if self._cell is not None:
            self._cell += ["".join(self._words), " "]
            self._words = []
            return
        text, self._words = "".join(self._words), []
        if self._verbatim:
            self._put(text.strip("\n").split("\n"))
        elif text.strip():
            lines = [line for part in text.split("\n") for line in self._wrapped(part)]
            self._put(lines)

    def _wrapped(self, text: str) -> list[str]:
        room = max(_NARROWEST, self._width - len("".join(self._margins)))
        return textwrap.wrap(" ".join(text.split()), room, break_on_hyphens=False) or [""]

    def _put(self, lines: list[str]) -> None:
        """Write lines with the margin of all that is open; the first of a list item bears its mark."""
        margin, bullet = "".join(self._margins), self._bullet
        self._bullet = ""
        if not self._writing:
            return
        first = margin[: len(margin) - len(bullet)] + bullet
        box = self._box if margin.startswith("|") else 0
        if self._lines and not self._close and not (bullet and self._follows_item):
            self._lines.append("|" if box and box == self._last_box else "")  # the bar of a box goes on
        self._follows_item, self._close, self._last_box = self._items > 0, False, box
        self._lines += [first + lines[0], *(margin + line for line in lines[1:])]

    def _begin_block(self, tag: str) -> None:
        if self._cell is None:
            self.finish_block()
        if tag in _MARGINS:
            self._margins.append(_MARGINS[tag])
        elif tag == "hr":
            self._put(["-" * 20])

    def _begin_inline(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self._words.append("\n")
        elif tag == "img":
            self._words.append(f"[picture: {given.get('alt') or given.get('src', '')}]")
        elif tag == "a":
            self._links.append((given.get("href", ""), len(self._words)))
        elif tag == "sup":
            self._words.append("[")

    def _end_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._end_heading(tag)
            return
        if self._cell is None:
            self.finish_block()
        else:
            self._words.append(" ")
        if tag in _MARGINS and self._margins:
            self._margins.pop()
        self._close = tag == "dt"

    def _begin_heading(self, tag: str, name: str) -> None:
        self.finish_block()
        level = int(tag[1])
        if self.found and level <= self._level:
            self._writing = False
        if self._wanted and not self.found and name == self._wanted:
            self._level, self.found, self._writing = level, True, True

    def _end_heading(self, tag: str) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        lines = self._wrapped(text)
        mark = {"h1": "=", "h2": "-", "h3": "~"}.get(tag, "")
        self._put([*lines, mark * max(map(len, lines))] if mark else lines)
        self._follows_item = False

    def _begin_item(self) -> None:
        self.finish_block()
        number = self._lists[-1] if self._lists else 0
        mark = f"{number}. " if number else "- "
        if number:
            self._lists[-1] += 1
        self._items += 1
        self._margins.append(" " * len(mark))
        self._bullet = mark

    def _end_link(self) -> None:
        href, start = self._links.pop() if self._links else ("", 0)
        words = "".join(self._words[start:]).strip()
        if href.startswith("#") and words == "↩":
            del self._words[start:]
        elif href.startswith(("http:", "https:")) and words != href:
            self._words.append(f" <{href}>")

    # -- tables

    def _in_grid(self) -> bool:
        return bool(self._tables) and self._tables[-1] == "grid"

    def _begin_cell(self, tag: str) -> None:
        if not self._in_grid():
            return
        if tag == "tr":
            self._rows.append([])
        else:
            self._words, self._cell = [], []

    def _end_cell(self) -> None:
        if self._in_grid() and self._cell is not None:
            text = "".join([*self._cell, *self._words])
            self._cell, self._words = None, []
            self._rows[-1].append(" ".join(text.split()))
        elif not self._in_grid():
            self.finish_block()

    def _end_table(self) -> None:
        if not self._tables:
            return
        self.finish_block()
        if self._tables.pop() != "grid":
            self._margins.pop()
            return
        rows, self._rows = [row for row in self._rows if row], []
        if rows:
            self._put(columns(rows, max(_NARROWEST, self._width - len("".join(self._margins)))))
