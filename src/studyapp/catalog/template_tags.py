"""Finds the template syntax in a text: Hugo shortcodes, Jekyll's Liquid, Go templates; code is passed over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

RAW: Final = frozenset(
    {
        "highlight",
        "code-toggle",
        "output",
        "mermaid",
        "math",
        "katex",
        "latex",
        "plantuml",
        "graphviz",
        "chart",
        "code",
        "raw",
        "comment",
    }
)
"""Pairs whose inside is no Markdown and holds no tags."""

_TOKEN = re.compile(
    r"^(?P<fence>[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*(?:`{3,}(?=[^`\n]*$)|~{3,}))"
    r"|(?P<code>(?<!`)`+)"
    r"|(?P<escape>\\[\\`{])"
    r"|(?P<comment><!--)"
    r"|(?P<hugo>\{\{[<%])"
    r"|(?P<liquid>\{%)"
    r"|(?P<output>\{{2,4})",
    re.MULTILINE,
)
_NAME = re.compile(r"[-\s]*(/?)\s*([\w./:-]*)")
_ARGUMENT = re.compile(
    r"""(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|'([^']*)'|([^\s"'`=]+))""", re.DOTALL
)
_INSIDE = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}")
"""What an argument takes from elsewhere."""
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
LONGEST_TAG: Final = 8000


@dataclass(slots=True)
class Tag:
    """One tag. ``inner`` is the raw inside of a pair that is not Markdown; ``end`` marks a closing tag.

    ``source`` is the tag as written; ``last`` says that nothing follows it on its line, ``alone`` that it fills its
    line, ``indent`` by how much it is indented.
    ``partner`` says that it is one half of a pair, ``boxed`` that both halves fill their lines, ``closed`` that it
    closes itself.
    """

    syntax: str
    name: str
    source: str
    positional: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    inner: str = ""
    end: bool = False
    last: bool = False
    alone: bool = False
    indent: str = ""
    partner: bool = False
    boxed: bool = False
    closed: bool = False

    def argument(self, name: str, position: int = 0) -> str:
        """A named argument, or the one at a position (from 0)."""
        if name in self.named:
            return self.named[name]
        return self.positional[position] if position < len(self.positional) and not self.named else ""


def pieces_of(text: str) -> list[str | Tag]:
    """The text in pieces, tags parted from what stands between them; opening and closing tags know of each other."""
    pieces = list(_Scanner(text).pieces())
    _pair([piece for piece in pieces if isinstance(piece, Tag)])
    return pieces


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._none_beyond: dict[str, int] = {}

    def pieces(self) -> Iterator[str | Tag]:
        text, start, position = self._text, 0, 0
        while match := _TOKEN.search(text, position):
            kind = match.lastgroup
            if kind in ("hugo", "liquid", "output") and not self._in_indented_code(match.start()):
                found = self._tag(match.start(), str(kind))
                if found is not None:
                    piece, position = found
                    yield text[start : match.start()]
                    yield piece
                    start = position
                    continue
            position = self._passed(match, str(kind))
        yield text[start:]

    def _passed(self, match: re.Match[str], kind: str) -> int:
        """Where to go on after code, a comment, an escaped character or what is no tag after all."""
        text = self._text
        if kind == "fence":
            return self._after_fence(match)
        if kind == "code":
            close = re.compile(rf"(?<!`){match[0]}(?!`)").search(
                text, match.end(), self._paragraph_end(match.end())
            )
            return close.end() if close else match.end()
        if kind == "comment":
            close_at = self._find("-->", match.end())
            return close_at + 3 if close_at >= 0 else match.end()
        return match.end()

    def _after_fence(self, match: re.Match[str]) -> int:
        marks = match[0].lstrip(" \t>-*+0123456789.)")
        close = re.compile(rf"^[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$", re.MULTILINE)
        found = close.search(self._text, match.end())
        return found.end() if found else len(self._text)

    def _paragraph_end(self, start: int) -> int:
        end = self._find("\n\n", start)
        return end if end >= 0 else len(self._text)

    def _find(self, what: str, start: int) -> int:
        """``str.find`` that does not look twice through a text in which there is nothing."""
        if start >= self._none_beyond.get(what, len(self._text) + 1):
            return -1
        found = self._text.find(what, start)
        if found < 0:
            self._none_beyond[what] = min(start, self._none_beyond.get(what, start))
        return found

    def _tag(self, start: int, kind: str) -> tuple[Tag, int] | None:
        braces = 2 + sum(self._text.startswith("{" * count, start) for count in (3, 4))
        opening, closing = {"hugo": (3, self._text[start + 2 : start + 3].replace("<", ">") + "}}"),
                            "liquid": (2, "%}"), "output": (braces, "}" * braces)}[kind]  # fmt: skip
        end = self._find(closing, start + opening)
        if end < 0 or end - start > LONGEST_TAG:
            return Tag("broken", "", self._text[start : start + opening]), start + opening
        inside, after = self._text[start + opening : end], end + len(closing)
        source = self._text[start:after]
        if kind == "output":
            name = " ".join(inside.strip(" -\n").split())
            return (Tag(kind, name, source), after) if "\n\n" not in inside and "{{" not in inside else None
        return self._named(kind, inside, source, start, after)

    def _named(self, kind: str, inside: str, source: str, start: int, after: int) -> tuple[Tag, int]:
        match = _NAME.match(inside)
        name = match[2] if match else ""
        rest = inside[match.end() :] if match else ""
        is_end = bool(match and match[1])
        if kind == "liquid" and name.startswith("end") and len(name) > 3:
            is_end, name = True, name[3:]
        positional, named = _arguments(rest)
        closed = kind == "hugo" and rest.rstrip(" -").endswith("/")
        before = self._text.rfind("\n", 0, start) + 1
        lead, tail = self._text[before:start], self._text[after : self._line_end(after)]
        tag = Tag(kind, name.lower(), source, positional, named, end=is_end, closed=closed)
        tag.last = not tail.strip()
        if not lead.strip() and tag.last:
            tag.alone, tag.indent = True, lead
        if (name.lower() in RAW or "lang" in named) and not is_end and not closed:
            close = re.compile(rf"\{{\{{?[<%]-?\s*(?:/\s*|end){re.escape(name)}\s*-?[%>]\}}\}}?").search(
                self._text, after
            )
            if close:
                tag.inner, tag.partner, after = self._text[after : close.start()], True, close.end()
        return tag, after

    def _line_end(self, start: int) -> int:
        end = self._find("\n", start)
        return end if end >= 0 else len(self._text)

    def _in_indented_code(self, start: int) -> bool:
        """Whether a line is indented by four, after a blank line, with no list above that it could belong to."""
        text = self._text
        line = text.rfind("\n", 0, start) + 1
        if not text.startswith(("    ", "\t"), line) or text[line:start].strip():
            return (
                text.startswith(("    ", "\t"), line)
                and bool(text[line:start].strip())
                and self._code_above(line)
            )
        return self._code_above(line)

    def _code_above(self, line: int) -> bool:
        blank = False
        end = line - 1
        for _ in range(50):
            if end < 0:
                return True
            begin = self._text.rfind("\n", 0, end) + 1
            above = self._text[begin:end]
            if not above.strip():
                blank = True
            elif not above.startswith(("    ", "\t")):
                return blank and not _LIST_ITEM.match(above) and not above.startswith("  ")
            end = begin - 1
        return False


def _arguments(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    positional: list[str] = []
    named: dict[str, str] = {}
    for name, quoted, raw, single, bare in _ARGUMENT.findall(text):
        value = _INSIDE.sub("", quoted.replace('\\"', '"') or raw or single or bare)
        if name:
            named[name.lower()] = value
        elif value not in ("/", "-", "|"):
            positional.append(value)
    return tuple(positional), named


def _pair(tags: list[Tag]) -> None:
    """Join each closing tag to the nearest open one of its name; a tag that is never closed stands alone."""
    open_tags: list[Tag] = []
    for tag in tags:
        if tag.syntax not in ("hugo", "liquid"):
            continue
        if tag.closed or (tag.partner and not tag.end):
            continue
        if not tag.end:
            open_tags.append(tag)
            continue
        for index in range(len(open_tags) - 1, max(-1, len(open_tags) - 200), -1):
            if open_tags[index].name == tag.name:
                opening = open_tags[index]
                opening.partner = tag.partner = True
                opening.boxed = tag.boxed = opening.alone and tag.alone
                del open_tags[index:]
                break
