"""The paragraphs of an article, each with a fingerprint by which it is known again after an edit elsewhere."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from studyapp.catalog.article import Rendered

WORTH_A_CARD: Final = 8
"""So many words say something that a card could ask; captions, table heads and the like are shorter."""

_LINE_ENDS: Final = "\n\u2028\u2029\ufdd0\ufdd1"
"""What ends a line in plain text and in rich text, frame marks included."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or table cell: its offsets in the text, its fingerprint, the id of its heading.

    ``text`` has single spaces; ``weighty`` says whether it is long enough for a card.
    """

    start: int
    stop: int
    print: str
    heading: str
    text: str
    weighty: bool


def paragraphs_of(rendered: Rendered) -> tuple[Paragraph, ...]:
    """Every paragraph in order; headings are none."""
    starts = [heading.start for heading in rendered.headings]
    found = []
    for start, text in lines_of(rendered.text):
        under = bisect_right(starts, start) - 1
        if under >= 0 and starts[under] == start:
            continue
        heading = rendered.headings[under].id if under >= 0 else ""
        words = plain_line(text)
        weighty = words.count(" ") + 1 >= WORTH_A_CARD
        found.append(Paragraph(start, start + len(text), print_of(words), heading, words, weighty))
    return tuple(found)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Every line that holds words, with its offset; also of the raw text of a rich text document."""
    for end in _LINE_ENDS[1:]:
        if end in text:
            text = text.replace(end, "\n")
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield at, line
        at += len(line) + 1


def plain_line(text: str) -> str:
    """A line's words with single spaces, pictures left out: the same in plain and in rich text."""
    return " ".join((text.replace("\ufffc", " ") if "\ufffc" in text else text).split())


def print_of(words: str) -> str:
    """The fingerprint of a paragraph by its words with single spaces."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
