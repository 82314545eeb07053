"""What can be found, and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a search may find.

    ``address`` is an identifier, for a passage with ``#heading``. ``kind`` is article, card, question, cell or
    term. ``heading`` is a passage's own title, empty for the whole item.
    """

    kind: str
    address: str
    title: str
    heading: str
    text: str
    topic: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``marks`` are the places of the words in ``snippet``: start and end, in characters."""

    kind: str
    address: str
    title: str
    snippet: str
    score: float
    marks: tuple[tuple[int, int], ...] = ()
