"""Mends paragraphs that a figure or another block in their midst broke in two.

HTML knows no block inside a paragraph: the words before it keep the paragraph, those after it lose theirs, and an
empty one is left at the end.
"""

import re
from typing import Final

_BLOCK: Final = (
    "address|article|aside|blockquote|center|details|div|dl|dd|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav"
    "|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_EMPTY: Final = re.compile(r"<p>\s*</p>")
_BROKEN: Final = re.compile(
    rf"(\A|</?(?:{_BLOCK})(?:\s[^>]*)?>)"
    rf"([^<]*(?:<(?!/?(?:{_BLOCK})[\s>])[^>]*>[^<]*)*)"
    r"(?:<p>\s*</p>\s*)+"
)
"""A block's tag, the words after it, and an empty paragraph; the sanitiser wrote the tags, so they are well formed.

There are no possessive quantifiers in it: Python 3.11.2, which is Debian 12's own, loses matches with them.
"""


def mend_paragraphs(html: str) -> str:
    """Give words after a block their paragraph back, and leave out empty ones. ``html`` is what the sanitiser wrote."""
    return _BROKEN.sub(_mended, html) if _EMPTY.search(html) else html


def _mended(found: re.Match[str]) -> str:
    words = found[2].strip()
    return f"{found[1]}<p>{words}</p>" if words else found[1] + found[2]
