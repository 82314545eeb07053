"""What can be found, and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a search may find.

    ``address`` is an identifier, for a passage with ``#heading``. ``kind`` is article, card, question, cell, term or
    note. ``heading`` is a passage's own title, empty for the whole item. ``rests`` is the article that it is part of
    or that proves it, ``role`` the names of the role that a cell speaks of. ``quote`` is the sentence to open at.
    """

    kind: str
    address: str
    title: str
    heading: str
    text: str
    topic: str = ""
    tags: tuple[str, ...] = ()
    rests: str = ""
    role: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``marks`` are the places of the words in ``snippet``: start and end, in characters.

    ``quote`` is the sentence to open at where the snippet is none of the text.
    """

    kind: str
    address: str
    title: str
    snippet: str
    score: float
    marks: tuple[tuple[int, int], ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query came to. ``meant`` is the query as it was understood when a word was taken for a slip, else empty.

    ``unknown`` are values of ``in:`` that name nothing.
    """

    hits: tuple[Hit, ...] = ()
    meant: str = ""
    unknown: tuple[str, ...] = ()
