"""Text without any markup: each line a paragraph, lines that begin with a hyphen a list."""

import re
from html import escape
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from studyapp.catalog.slug import clean

LONGEST_TITLE: Final = 80

_ITEM = re.compile(r"[ \t]*[-*•][ \t]+(?=\S)")
_BAR = re.compile(r"[-=_*~#+ ]{3,}\Z")
_MACHINE_NAME = re.compile(r"\d{5,}|[0-9a-f]{8,}")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:!?]")


def title_of_plain(text: str, path: str) -> str:
    """The first line when it is short; else the file's name, or the first words when that says nothing."""
    first = clean(_first_line(text))
    if 0 < len(first) <= LONGEST_TITLE and not _ITEM.match(first):
        return first.rstrip(".") or first
    stem = PurePosixPath(path).stem
    if first and _MACHINE_NAME.search(stem):
        return " ".join(first.split()[:9]).rstrip(",;:") + " …"
    words = re.sub(r"[-_]+", " ", stem).strip()
    return clean(words[:1].upper() + words[1:]) or path


def html_of_plain(text: str, title: str) -> str:
    """Paragraphs and lists. A first line that became the title, and is no sentence, is not repeated."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines and clean(lines[first]) == title:
        lines = lines[first + 1 :]
    if _is_wrapped(lines):
        lines = _joined(lines)
    parts: list[str] = []
    in_list = False
    for line in lines:
        item = _ITEM.match(line)
        if in_list and not item and line.strip():
            parts.append("</ul>")
            in_list = False
        if item:
            parts.append(f"{'' if in_list else '<ul>'}<li>{_inline(line[item.end() :])}</li>")
            in_list = True
        elif line.strip():
            parts.append("<hr>" if _BAR.match(line.strip()) else f"<p>{_inline(line)}</p>")
    return "\n".join(parts) + ("</ul>" if in_list else "")


def _first_line(text: str) -> str:
    return next((line for line in text.split("\n") if line.strip() and not _BAR.match(line.strip())), "")


def _inline(line: str) -> str:
    parts: list[str] = []
    start = 0
    for match in _ADDRESS.finditer(line):
        address = escape(match[0])
        parts.append(f'{escape(line[start : match.start()])}<a href="{address}">{address}</a>')
        start = match.end()
    return ("".join(parts) + escape(line[start:])).strip()


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a typewriter's margin broke the lines: none is long, most that another follows are nearly full."""
    followed = [len(a) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(followed) < 4 or max(map(len, lines)) > 100:
        return False
    return sum(length > 55 for length in followed) * 10 >= len(followed) * 6


def _joined(lines: list[str]) -> list[str]:
    """One line a paragraph; a list item takes the lines that follow it."""
    joined: list[str] = []
    open_paragraph = False
    for line in lines:
        if open_paragraph and line.strip() and not _ITEM.match(line):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
        open_paragraph = bool(line.strip())
    return joined
