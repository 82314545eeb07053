"""Text made comparable: white space, quotation marks and dashes of any form count as the same."""

import re
from typing import Final

_MARKS: Final = str.maketrans({
    **dict.fromkeys('"“”„‟«»″', "'"), **dict.fromkeys("‘’‚‛‹›′`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "...",
    "\u00ad": None, "\u200b": None,
})  # fmt: skip
_HYPHENS = re.compile(r"\s*--+\s*|\s+-\s+")


def comparable(text: str) -> str:
    """The text with one form of each mark and single spaces; a dash with or without spaces is the same."""
    plain = text.translate(_MARKS)
    return " ".join(_HYPHENS.sub(" - ", plain).split())
