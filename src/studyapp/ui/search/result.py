"""What the search palette lists: hits, commands, earlier searches, each under the title of its group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.search_entry import Hit

MOST_OF_A_KIND = 7
"""So many results stand in one group while there are others."""


class Act(StrEnum):
    """What choosing a result does."""

    OPEN = "open"
    GO = "go"
    RUN = "run"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the list.

    ``target`` is an identifier to open, an address to go to, the number of a command, or words to ask again;
    ``quote`` is the sentence to open at where that is not the snippet.
    """

    act: Act
    target: str
    title: str
    icon: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    key: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: a result, or the title of a group."""

    group: str = ""
    result: Result | None = None


_KINDS = {
    "article": ("Articles", "read"),
    "card": ("Cards", "cards"),
    "question": ("Exam questions", "exam"),
    "cell": ("Comparisons", "compare"),
    "term": ("Glossary", "info"),
    "note": ("Notes", "note"),
}


def listed(hits: Sequence[Hit], commands: Sequence[Result], query: str = "") -> list[Entry]:
    """Hits by kind, the kind of the best hit first; commands last, but first where ``query`` names one and no hit."""
    groups: dict[str, list[Result]] = {}
    if _name(query, commands) and not _name(query, hits):
        groups["Commands"] = []
    for hit in hits:
        title, icon = _KINDS.get(hit.kind, (hit.kind.capitalize(), "search"))
        groups.setdefault(title, []).append(
            Result(Act.OPEN, hit.address, hit.title, icon, hit.snippet, hit.marks, quote=hit.quote)
        )
    if commands:
        groups["Commands"] = list(commands)
    return [entry for title, results in groups.items() for entry in under(title, results)]


def _name(query: str, found: Iterable[Hit | Result]) -> bool:
    """Whether the query is the whole title of one."""
    return any(each.title.casefold() == query.casefold() for each in found)


def under(title: str, results: Sequence[Result]) -> list[Entry]:
    """Results below the title of their group; nothing when there are none."""
    return [Entry(title), *(Entry(result=result) for result in results)] if results else []
