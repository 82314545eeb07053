"""Where what is said about the roles differs from a guide, and what an exam takes as right."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.source import Citation


class Verdict(StrEnum):
    """What becomes of a claim that is heard."""

    TRAP = "trap"
    STALE = "stale"
    PRACTICE = "practice"
    OPINION = "opinion"
    NUANCE = "nuance"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A ``claim`` that is made ``by`` some text, what the cited document ``says`` instead, and what the exam takes."""

    claim: str
    by: str
    says: str
    source: Citation
    exam: str
    verdict: Verdict
