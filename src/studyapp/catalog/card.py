"""A flashcard: one side to see, one to recall."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId


class CardKind(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    REVERSED = "reversed"
    CLOZE = "cloze"
    TYPE_IN = "type-in"


@dataclass(frozen=True, slots=True)
class Card:
    """One card as it is asked.

    A reversed entry of a file makes two cards and a cloze with several numbers makes one card for each; those share
    ``note`` (the entry's name) and are siblings. ``front`` and ``back`` are Markdown. In a cloze the front shows
    ``[…]`` or ``[hint]`` for the gap and the back the whole sentence with the gap in bold. For a type-in card ``back``
    is the expected answer and ``accept`` holds other spellings taken as right.
    """

    id: ItemId
    note: str
    kind: CardKind
    topic: str
    area: str
    front: str
    back: str
    why: str
    proof: Proof
    source: Citation
    accept: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    revision: int = 1
