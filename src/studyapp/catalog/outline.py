"""The sections of a Markdown text without rendering it: what a search needs, in a hundredth of the time."""

import re
from dataclasses import dataclass
from html import unescape

from studyapp.catalog.front_matter import split
from studyapp.catalog.slug import anchor_of, clean

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")
_TELLING = re.compile(r"[ \t>]*[`~#=-]")
"""How every line begins that is more than text."""
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_OWN_ID = re.compile(r"\s*\{[:]?[^{}]*#([\w:.-]+)[^{}]*\}\s*\Z|\s*\{[:]?[.#][^{}]*\}\s*\Z")
_TAGS = re.compile(r"<!--.{0,2000}?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_TEMPLATES = re.compile(r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}|\{\{.{0,500}?\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#][^{}]*\}|\{[\w-]+=[^{}\n]*\}|\{::?/?[\w ][^{}\n]*\}")
_LINKS = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[\^[^\]]+\]:?")
_BEGINNINGS = re.compile(
    r"^[ \t]*(?:={3}[+!]*[ \t]+|:{3,}[ \t]*(?:\{[\w-]+\}|[a-z-]+\b)?"
    r"|(?:[-+*]|\d+[.)]|>|!!![ \t]+\w+|#{1,6})[ \t]+|!!![ \t]+[\w-]+$|[|: -]{3,}$)",
    re.MULTILINE,
)
_UNDERSCORES = re.compile(r"(?<!\w)_+|_+(?!\w)")
_SIGNS = str.maketrans("", "", "*`|")


@dataclass(frozen=True, slots=True)
class Section:
    """A passage under one heading; the part before the first heading has neither heading nor title."""

    heading: str
    title: str
    text: str


def sections_of(text: str) -> list[Section]:
    """The passages of an article's file, in order."""
    found: list[Section] = []
    heading, title, lines = "", "", list[str]()
    taken: dict[str, int] = {}
    for kind, line in _lines(split(text).body):
        if kind != "heading":
            lines.append(line)
            continue
        found.append(Section(heading, title, plain_of("\n".join(lines))))
        own = _OWN_ID.search(line)
        title = clean(plain_of(_OWN_ID.sub("", line)))
        heading = _unique(own[1] if own and own[1] else anchor_of(title) or "section", taken)
        lines = []
    found.append(Section(heading, title, plain_of("\n".join(lines))))
    return [section for section in found if section.text or section.title]


def plain_of(markdown: str) -> str:
    """Markdown without its signs; good enough to search in and to quote from."""
    if "{" in markdown:
        markdown = _ATTRIBUTES.sub("", _TEMPLATES.sub(" ", markdown))
    if "<" in markdown:
        markdown = _TAGS.sub(" ", markdown)
    if "[" in markdown:
        markdown = _LINKS.sub(r"\1", markdown)
    markdown = _BEGINNINGS.sub("", markdown).translate(_SIGNS)
    if "_" in markdown:
        markdown = _UNDERSCORES.sub("", markdown)
    return " ".join((unescape(markdown) if "&" in markdown else markdown).split())


def _lines(body: str) -> list[tuple[str, str]]:
    """The lines, each ``text`` or ``heading``; headings without their signs."""
    found: list[tuple[str, str]] = []
    fence = ""
    for line in body.split("\n"):
        if not fence and not _TELLING.match(line):
            found.append(("text", line))
            continue
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and line.strip().startswith(fence) else fence
            found += [] if mark else [("text", line)]
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.match(line):
            found.append(("heading", heading[2]))
        elif _UNDERLINE.match(line) and found and found[-1][0] == "text" and found[-1][1].strip():
            found[-1] = ("heading", found[-1][1].strip())
        else:
            found.append(("text", line))
    return found


def _unique(name: str, taken: dict[str, int]) -> str:
    number, found = taken.get(name, 0), name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken[name] = number
    taken.setdefault(found, 0)
    return found
