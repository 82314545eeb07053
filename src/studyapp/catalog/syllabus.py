"""What a pack sets out to cover, so that holes can be told."""

from dataclasses import dataclass
from typing import Final

WANTS: Final = ("articles", "cards", "questions", "places")
"""What each subject of a set may have to have; a place is a row of a comparison or a passage of an article."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to cover; items name it in ``facts``, ``dimensions`` or ``answers``."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Syllabus:
    """A set of subjects.

    ``wants`` says which of WANTS each of them must have.
    """

    name: str
    title: str
    wants: tuple[str, ...]
    subjects: tuple[Subject, ...]
