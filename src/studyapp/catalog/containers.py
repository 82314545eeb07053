"""What other generators write around blocks – fenced boxes, tabs, imports – made boxes and headings, or left out.

Known are Docusaurus, VuePress, MyST and Pandoc (``:::``), PyMdown (``///``, ``===``, ``--8<--``), mkdocstrings, MDX and
kramdown. Fenced code is passed over.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from studyapp.catalog.shortcodes import CALLOUTS, short_markdown
from studyapp.catalog.stash import Stash

_SIGNS: Final = re.compile(
    r"^[ \t]*(?::{3}|/{3}|={3}[+!]*[ \t]|;?-+8<-|import\b|export\b|<<<|\[\[toc)|\{:/?|\{[/#]",
    re.MULTILINE | re.IGNORECASE,
)
_CODE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*\Z)|~{3,})")
_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<marks>:{3,}|/{3,})[ \t]*(?P<rest>[^:/].*)?\Z")
_NAMED = re.compile(r"\{?[.]?(?P<name>[A-Za-z][\w:.-]*)(?:[^}\[]*\})?(?P<title>.*)\Z")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:[ \t]|\Z)")
_TAB = re.compile(r'([ \t]*)={3}[+!]*[ \t]+"(.*)"[ \t]*\Z')
_TOC_ITEM = re.compile(r"[ \t]*(?:[-*+]|1\.)[ \t]+\S.{0,80}\Z")
_TOC = re.compile(r"[ \t]*\{:[ \t]*toc\b[^{}]*\}[ \t]*\Z", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"""[ \t]*;?-+8<-+.*\Z|<<<[ \t]*[@./].*\Z|[ \t]*\[\[toc\]\][ \t]*\Z
    |import[ ](?:[\w*{},\s]+[ ]from[ ])?["'][^"']+["'];?[ \t]*\Z|export[ ](?:const|default|function)\b.*\Z
    |[ \t]*\{/\*.*\*/\}[ \t]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_LINE = re.compile(
    r"\{::comment\}.{0,2000}?\{:/(?:comment)?\}|\{::?/?(?:nomarkdown|options|comment)\b[^{}]*\}|\{:/\}"
    r"|\{#[ -].{0,500}?#\}",
    re.IGNORECASE,
)
_ADJOINING = re.compile(r"(\{:[^{}]*)\}\{:[ ]*")
_FOLDED: Final = frozenset({"details", "dropdown", "expand", "collapse", "spoiler"})
_WORDS = re.compile(r"[^\W\d_]{2}")


def without_containers(text: str, stash: Stash) -> str:
    """The text with the signs of other generators replaced."""
    if not _SIGNS.search(text):
        return text
    lines = text.split("\n")
    return "\n".join(_Reader(lines, stash).read())


class _Reader:
    """Reads line by line."""

    def __init__(self, lines: Sequence[str], stash: Stash) -> None:
        self._lines, self._stash = lines, stash
        self._out: list[str] = []
        self._code = lines_of_code(lines)
        self._ends = _partners(lines, self._code)
        self._closing: dict[int, str] = {}

    def read(self) -> list[str]:
        at = 0
        while at < len(self._lines):
            at = at + 1 if at not in self._code and self._left_out(at) else self._taken(at)
        return self._out

    def _taken(self, at: int) -> int:
        """Write a line; gives the next to read."""
        line = self._lines[at]
        if at in self._code:
            self._out.append(line)
            return at + 1
        if at in self._closing:
            self._set_aside(line, self._closing.pop(at))
            return at + 1
        if _TOC_ITEM.match(line) and at + 1 < len(self._lines) and _TOC.match(self._lines[at + 1]):
            return at + 2
        fence = _FENCE.match(line)
        if fence and fence["rest"] and (at in self._ends or fence["marks"][0] == ":"):
            return self._opened(at, fence)
        if tab := _TAB.match(line):
            line = f'{tab[1]}!!! note "{tab[2].replace(chr(34), chr(0x201D))}"'
        if "{" in line and "`" not in line:
            line = _ADJOINING.sub(r"\1 ", _IN_LINE.sub("", line))
        self._out.append(line)
        return at + 1

    def _left_out(self, at: int) -> bool:
        line = self._lines[at]
        stray = _FENCE.match(line)
        alone = bool(stray and not stray["rest"] and stray["marks"][0] == ":" and at not in self._closing)
        return alone or bool(_LEFT_OUT.match(line))

    def _opened(self, at: int, fence: re.Match[str]) -> int:
        """A box until its end; without an end, as mkdocstrings writes, a name whose indented settings are left out."""
        named = _NAMED.match(fence["rest"].strip())
        name = named["name"] if named else ""
        following = at + 1
        if at not in self._ends:
            self._set_aside(
                fence["indent"], f'<div class="unknown-shortcode"><p class="label">{escape(name)}</p></div>'
            )
            return self._after(following, f"{fence['indent']}    ")
        while following < self._ends[at] and _OPTION.match(self._lines[following]):
            following += 1
        opening, self._closing[self._ends[at]] = _box(name.lower(), named["title"] if named else "")
        self._set_aside(fence["indent"], opening)
        return following

    def _after(self, at: int, indent: str) -> int:
        while at < len(self._lines) and self._lines[at].startswith(indent):
            at += 1
        return at

    def _set_aside(self, line: str, html: str) -> None:
        indent = line[: len(line) - len(line.lstrip())]
        self._out += ["", indent + self._stash.block(html), ""]


def _box(name: str, title: str) -> tuple[str, str]:
    """What opens and closes a box of this name."""
    title = _ATTRIBUTES.sub("", title).strip().removeprefix("|").strip().strip("[]\"'")
    title = short_markdown(title) if _WORDS.search(title) else ""
    if name in CALLOUTS:
        head = f'<p class="admonition-title">{title}</p>' if title else ""
        return f'<div class="admonition {CALLOUTS[name]}">{head}', "</div>"
    if name in _FOLDED:
        return f"<details><summary>{title or '…'}</summary>", "</details>"
    return f"<div>{f'<p><b>{title}</b></p>' if title else ''}", "</div>"


def lines_of_code(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are fenced code, counted from 0, fences included."""
    found: list[int] = []
    marks = ""
    for at, line in enumerate(lines):
        if marks:
            found.append(at)
            body = line.strip(" \t>")
            marks = "" if body.startswith(marks) and not body.strip(marks[0]) else marks
        elif fence := _CODE.match(line):
            found.append(at)
            marks = fence[1]
    return frozenset(found)


def _partners(lines: Sequence[str], code: frozenset[int]) -> dict[int, int]:
    """For each line that opens a box, the line that closes it."""
    found: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        fence = _FENCE.match(line) if at not in code else None
        if fence is None:
            continue
        if fence["rest"]:
            opened.append((at, fence["marks"]))
            continue
        same = [place for place in opened[-50:] if place[1] == fence["marks"]]
        if same:
            found[same[-1][0]] = at
            del opened[opened.index(same[-1]) :]
    return found
