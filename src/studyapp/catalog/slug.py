"""Names made from titles and file names."""

import re
import unicodedata


def slug_of(text: str) -> str:
    """Lower case letters and digits of any script, joined by single hyphens; ``x`` when nothing is left."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-") or "x"


def anchor_of(title: str) -> str:
    """The id that Hugo gives a heading: letters, digits, ``-`` and ``_`` kept, blanks become hyphens."""
    kept = (c for c in unicodedata.normalize("NFC", title).strip().lower() if c.isalnum() or c in "-_ ")
    return "".join("-" if c == " " else c for c in kept)


def clean(text: str) -> str:
    """A title as one line of visible characters: no control or formatting characters, single spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    kept = (" " if c.isspace() else c for c in text if c.isspace() or c in _JOINERS or not _hidden(c))
    return " ".join("".join(kept).split())


_JOINERS = "\u200c\u200d"
"""Zero-width joiners shape letters in Persian and Hindi and hold emoji together."""


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co")
