"""How the minutes of a day are shared out between cards and practice questions, and what to do first.

Two thirds of the minutes go to cards, one third to questions, at 45 seconds a question: 80 questions in 60
minutes is the pace that the PSPO exams ask for.
"""

from dataclasses import dataclass
from typing import Final

from studyapp.learning.next_step import NextStep

__all__ = ["NextStep", "Work", "next_step", "question_minutes", "questions_a_day"]

QUESTION_SECONDS: Final = 45.0
CARD_SHARE: Final = 2 / 3
"""The part of the day's minutes that goes to cards."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is open today. ``unread`` counts articles."""

    attempt_open: bool
    due: int
    new: int
    questions: int
    unread: int


def next_step(work: Work) -> NextStep:
    """First what is begun, then what would be forgotten, then what is new, practice, reading."""
    steps = (
        (work.attempt_open, NextStep.RESUME_EXAM),
        (work.due > 0, NextStep.DRILL_DUE),
        (work.new > 0, NextStep.LEARN_NEW),
        (work.questions > 0, NextStep.PRACTISE),
        (work.unread > 0, NextStep.READ),
    )
    return next((step for open_, step in steps if open_), NextStep.DONE)


def questions_a_day(minutes: int) -> int:
    """How many practice questions fit into a day's share for them."""
    return round(minutes * 60 * (1 - CARD_SHARE) / QUESTION_SECONDS)


def question_minutes(questions: int) -> int:
    """How long so many questions take, rounded up."""
    return -int(-questions * QUESTION_SECONDS // 60)
