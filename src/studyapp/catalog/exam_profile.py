"""Exam profiles, certification facts and the areas and objectives that everything is sorted by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from studyapp.catalog.question import Pool
from studyapp.ids import ItemId


class Marking(StrEnum):
    """How a question with several right options is marked."""

    ALL_OR_NOTHING = "all-or-nothing"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class ExamProfile:
    """How one kind of exam is sat. ``minutes`` 0 means no time limit, ``pass_mark`` (per cent) 0 no pass mark.

    ``by`` is "objective" where the paper asks about each learning objective once, else empty. Quotas are by focus
    area, then by set of objectives.
    """

    BY_OBJECTIVE: ClassVar[str] = "objective"

    id: ItemId
    title: str
    certification: str
    level: str
    questions: int
    minutes: int
    pass_mark: int
    pool: Pool
    marking: Marking
    pause: bool
    quotas: tuple[tuple[str, int], ...]
    as_of: date | None
    by: str = ""


STATUSES: Final = ("verified", "one-source", "conflicting", "unverified")
"""How sure a fact about a certification is."""


@dataclass(frozen=True, slots=True)
class CertificationFact:
    """One fact about a certification; ``status`` is one of STATUSES."""

    label: str
    value: str
    status: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renews a certificate: so many hours of learning in the ``months`` before it ends.

    Where sources differ, ``longest`` are the most months before the end that any of them counts.
    """

    units: int
    months: int
    longest: int


@dataclass(frozen=True, slots=True)
class Certification:
    """A certification and what is known of it on a date. Check with the awarding body.

    ``renewal`` is None where hours of learning renew nothing.
    """

    name: str
    title: str
    body: str
    facts: tuple[CertificationFact, ...]
    as_of: date | None
    renewal: Renewal | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A focus area and the levels that test it."""

    name: str
    title: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Competency:
    """A group of focus areas."""

    name: str
    title: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """One learning objective, paraphrased."""

    name: str
    text: str
    group: str
    set: str
