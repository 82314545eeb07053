"""What an address in content may be: a place in the packs, a page outside, an image of the pack – nothing else."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from studyapp.catalog.file_tree import IMAGES

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OUTSIDE: Final = ("http://", "https://", "mailto:")
_HIDDEN = re.compile(r"[\x00-\x20\x7f]+")


def link_of(given: Mapping[str, str]) -> tuple[str, str]:
    """Opening and closing tag of a link. What may not be followed is text without a link."""
    address = address_of(unescape(given.get("href", "")))
    if address:
        return f'<a href="{escape(address)}">', "</a>"
    if name := given.get("name", ""):
        return f'<a name="{name}">', "</a>"
    return "", ""


def address_of(href: str) -> str:
    """``app:…`` for a place in the packs, ``#…`` for one in the same article, a page outside as it is; else empty."""
    href = _HIDDEN.sub(" ", href).strip()
    lower = href.lower()
    if lower.startswith(_OUTSIDE):
        return href.replace(" ", "%20")
    for own in ("app:", "studyapp:"):
        if lower.startswith(own):
            return "app:" + href[len(own) :]
    if not href or href.startswith(("//", "\\")) or _SCHEME.match(href):
        return ""
    return href if href.startswith("#") else f"app:{href}"


def image_of(source: str) -> str:
    """The path of an image as the article names it, or empty when it cannot be one of the pack."""
    path = unquote(source.partition("?")[0].partition("#")[0]).strip()
    outside = not path or _SCHEME.match(path) or path.startswith("//") or "\\" in path
    if outside or not path.isprintable() or not path.lower().endswith(IMAGES):
        return ""
    return path
