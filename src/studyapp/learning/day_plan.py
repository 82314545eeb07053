"""How the minutes of a day are shared out between cards, practice questions and reading, and what to do first.

Two thirds of the minutes go to cards. The third that is left is shared by questions, at 45 seconds a question (80
questions in 60 minutes is the pace that the PSPO exams ask for), and by reading, while there is something to read.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

from studyapp.learning.next_step import NextStep

__all__ = ["NextStep", "Shares", "Work", "next_step", "questions_in", "share_out", "whole_minutes"]

QUESTION_SECONDS: Final = 45.0
CARD_SHARE: Final = 2 / 3
"""The part of the day's minutes that goes to cards."""

LAST_WEEK: Final = 7
"""So many days before an exam nothing new is read any more: questions tell what is missing."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is open today. ``reading`` are minutes."""

    attempt_open: bool
    due: int
    new: int
    questions: int
    reading: int


def next_step(work: Work) -> NextStep:
    """First what is begun, then what would be forgotten, then what is new, practice, reading."""
    steps = (
        (work.attempt_open, NextStep.RESUME_EXAM),
        (work.due > 0, NextStep.DRILL_DUE),
        (work.new > 0, NextStep.LEARN_NEW),
        (work.questions > 0, NextStep.PRACTISE),
        (work.reading > 0, NextStep.READ),
    )
    return next((step for open_, step in steps if open_), NextStep.DONE)


@dataclass(frozen=True, slots=True)
class Shares:
    """A day's seconds for cards, for practice questions and for reading."""

    cards: float
    questions: float
    reading: float


def share_out(minutes: float, *, unread: bool, left: int | None = None) -> Shares:
    """How a day's minutes are shared out.

    Half of what is not for cards goes to reading while articles are ``unread``; in the last week before an exam,
    ``left`` days away, it goes to questions.
    """
    seconds = minutes * 60.0
    rest = seconds * (1 - CARD_SHARE)
    reads = unread and (left is None or left > LAST_WEEK)
    return Shares(seconds * CARD_SHARE, rest / 2 if reads else rest, rest / 2 if reads else 0.0)


def questions_in(seconds: float) -> int:
    """How many practice questions fit into so many seconds."""
    return round(seconds / QUESTION_SECONDS)


def whole_minutes(seconds: float) -> int:
    """The minutes that a whole day's work takes, rounded up once, whatever kinds it is made of."""
    return ceil(round(seconds, 3) / 60)
