"""What a pack sets out to cover, so that holes can be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to cover; items name it in ``facts``, ``dimensions`` or ``answers``."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Syllabus:
    """A set of subjects.

    ``wants`` says what each of them must have: articles, cards, questions, or places (a row of a comparison or a
    passage of an article).
    """

    name: str
    title: str
    wants: tuple[str, ...]
    subjects: tuple[Subject, ...]
