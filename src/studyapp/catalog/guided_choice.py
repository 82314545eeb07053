"""A guided choice: a question for each factor, answers with their weights, and what the sum of them points to."""

from dataclasses import dataclass
from typing import Final

from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId

EVEN: Final = "even"
"""The outcome of a scale on which neither side is clearly ahead."""


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a scale. ``colour`` is a role colour of the theme, or empty."""

    name: str
    title: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it means that a ``side`` is ahead, or that it is `EVEN`."""

    side: str
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Two sides that weights are put on."""

    name: str
    title: str
    sides: tuple[Side, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much an answer speaks for a side."""

    side: str
    points: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a factor's question, with the reason for its weights."""

    name: str
    text: str
    why: str
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One question. ``scrum`` is what Scrum says beside the advice, ``proof`` the sentence that proves that."""

    name: str
    title: str
    question: str
    answers: tuple[Answer, ...]
    scrum: str
    proof: Proof | None
    source: Citation


@dataclass(frozen=True, slots=True)
class ChoiceNote:
    """What has to be said with every result."""

    title: str
    text: str
    proof: Proof | None
    source: Citation


@dataclass(frozen=True, slots=True)
class GuidedChoice:
    """A whole choice."""

    id: ItemId
    title: str
    intro: str
    scales: tuple[Scale, ...]
    factors: tuple[Factor, ...]
    notes: tuple[ChoiceNote, ...]
