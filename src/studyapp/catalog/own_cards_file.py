"""The file of the learner's own cards: entries are put in, changed and taken out line by line.

Whatever else stands in the file stays as its owner wrote it: comments between the cards, blank lines, other keys.
Before a new text is given away it is read again, so that no change can make the file unreadable.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from studyapp.catalog.fields import Fields
from studyapp.catalog.own_card import OwnCard, entry_values, read_own_card
from studyapp.catalog.problem import Problem, Severity
from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import read_yaml

HEAD: Final = """# Cards of your own. The program adds entries here and changes them; you may do so by hand as well.
# A card needs a name that no other has, and a type: basic, reversed, cloze (text with {{c1::a gap}}) or type-in.
# Comments between the cards are kept; those within a card are lost when the card is edited in the window.
source: unsettled
cards:
"""

_PLAIN: Final = re.compile(r"[A-Za-z(][\w ,.;/()–’“”+*%-]*\Z")
_TAKEN: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_EMPTY_LIST: Final = re.compile(r"cards:\s*(\[\s*\]\s*)?(#.*)?\Z")


class OwnCardsFileError(Exception):
    """The file cannot be changed as it stands; ``problem`` says where, why and how to mend it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of one entry, the first counted from 0 and the one after the last, and where its dash stands."""

    first: int
    end: int
    dash: int


@dataclass(frozen=True, slots=True)
class OwnCardsFile:
    """The file's lines, and its cards by name in their order."""

    lines: tuple[str, ...]
    cards: Mapping[str, OwnCard]
    places: Mapping[str, Place]

    @property
    def text(self) -> str:
        """What is to be written."""
        return "".join(f"{line}\n" for line in self.lines)

    def with_card(self, card: OwnCard) -> "OwnCardsFile":
        """With a card more, at the end; one of the same name is replaced where it stands."""
        return self.changed(put=[card])

    def without(self, name: str) -> "OwnCardsFile":
        """Without the card of that name. Raises KeyError when there is none."""
        return self.changed(drop=[name])

    def changed(self, put: Sequence[OwnCard] = (), drop: Sequence[str] = ()) -> "OwnCardsFile":
        """With some cards put in or replaced and others taken out, read again.

        Raises KeyError when one to drop is not there, OwnCardsFileError when the new text could not be read.
        """
        edits = [self._taken_out(name, whole=not put) for name in drop]
        new = [card for card in put if card.name not in self.places]
        known = ((card, self.places[card.name]) for card in put if card.name in self.places)
        edits += [(place.first, place.end, _written(card, place.dash)) for card, place in known]
        if new:
            edits.append(self._appended(new))
        lines = list(self.lines)
        for first, end, fresh in sorted(edits, reverse=True):
            lines[first:end] = fresh
        after = read_own_cards("\n".join(lines))
        wanted = {name: card for name, card in self.cards.items() if name not in set(drop)}
        if after.cards != {**wanted, **{card.name: card for card in put}}:
            raise _unsuited(min(edits)[0] + 1)
        return after

    def _taken_out(self, name: str, *, whole: bool) -> "_Edit":
        """``whole``: with the blank line between this card and the next."""
        place = self.places[name]
        end = place.end
        while whole and end < len(self.lines) and not self.lines[end].strip():
            end += 1
        return place.first, end, []

    def _appended(self, cards: Sequence[OwnCard]) -> "_Edit":
        if self.cards and not self.places:
            raise _unsuited(1)
        if self.places:
            last = max(self.places.values(), key=lambda each: each.end)
            at, end, dash, head = last.end, last.end, last.dash, [""]
        else:
            at = next((n for n, line in enumerate(self.lines) if _EMPTY_LIST.match(line)), len(self.lines))
            end, dash, head = min(at + 1, len(self.lines)), 2, ["cards:"]
        blocks = [_written(card, dash) for card in cards]
        return at, end, [*head, *(line for block in blocks for line in (*block, ""))][:-1]


def read_own_cards(text: str) -> OwnCardsFile:
    """The file as it stands. Raises OwnCardsFileError when it is no YAML that can be read."""
    report, text = Report(""), text.replace("\r\n", "\n")
    node = read_yaml(text, report)
    faults = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    if faults:
        raise OwnCardsFileError(faults[0])
    lines = tuple(text.removesuffix("\n").split("\n"))
    if node is None:
        return OwnCardsFile(lines, {}, {})
    cards: dict[str, OwnCard] = {}
    places: dict[str, Place] = {}
    for entry in Fields(node, Report("")).mappings("cards"):
        card = read_own_card(entry)
        place = _place(lines, entry.node.line - 1)
        if card.name and card.name not in cards:
            cards[card.name] = card
            if place is not None:
                places[card.name] = place
    return OwnCardsFile(lines, cards, places)


_Edit = tuple[int, int, list[str]]
"""The lines to replace, the first counted from 0 and the one after the last, and what takes their place."""


def _unsuited(line: int) -> OwnCardsFileError:
    message = "the file is written in a way that cannot be changed line by line"
    hint = "begin each card with `- name:` on a line of its own"
    return OwnCardsFileError(Problem("", line, 1, "own-cards-form", message, hint))


def _place(lines: Sequence[str], at: int) -> Place | None:
    """The lines of the entry whose first key stands in a line."""
    while at > 0 and not lines[at].lstrip().startswith("-"):
        at -= 1
    dash = len(lines[at]) - len(lines[at].lstrip())
    if not lines[at].lstrip().startswith("-"):
        return None
    end = at + 1
    for number in range(at + 1, len(lines)):
        bare = lines[number].strip()
        if bare and len(lines[number]) - len(lines[number].lstrip()) <= dash:
            break
        if bare:
            end = number + 1
    return Place(at, end, dash)


def _written(card: OwnCard, dash: int) -> list[str]:
    lines = list(_lines(entry_values(card)))
    return [f"{' ' * dash}{'- ' if n == 0 else '  '}{line}".rstrip() for n, line in enumerate(lines)]


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, tuple):
            yield f"{key}: [{', '.join(json.dumps(text, ensure_ascii=False) for text in value)}]"
        elif isinstance(value, str) and "\n" in value and _may_be_block(value):
            yield f"{key}: |-"
            yield from (f"  {line}" for line in value.split("\n"))
        else:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    text = str(value)
    if isinstance(value, int) or (_PLAIN.match(text) and text.casefold() not in _TAKEN and text[-1] != " "):
        return text
    return json.dumps(text, ensure_ascii=False)


def _may_be_block(text: str) -> bool:
    return text == text.strip() and all(
        line == line.rstrip() and "\t" not in line for line in text.split("\n")
    )
