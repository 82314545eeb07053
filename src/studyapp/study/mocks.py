"""Which papers stand for the exam that a learner aims at, and which questions a paper may hold."""

from collections.abc import Iterable
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.question import Pool, Question, QuestionKind

FREE_TEXT_LEVELS: Final = frozenset({"pspo-3"})
"""Levels whose papers are written in the learner's own words; elsewhere such questions cannot be marked."""


def mocks_of(certification: str, profiles: Iterable[ExamProfile]) -> tuple[ExamProfile, ...]:
    """The full mocks for a certification: the papers that draw from the held-back pool."""
    return tuple(p for p in profiles if p.certification == certification and p.pool is Pool.HELD_BACK)


def forecast_mock(certification: str, profiles: Iterable[ExamProfile]) -> ExamProfile | None:
    """The mock whose outcome is forecast for a certification; None when it has none with a pass mark."""
    return next((mock for mock in mocks_of(certification, profiles) if mock.pass_mark), None)


def eligible(catalog: Catalog, profile: ExamProfile) -> list[Question]:
    """The questions that a paper of this profile may hold."""
    free = profile.level in FREE_TEXT_LEVELS
    return [
        question
        for question in catalog.questions().values()
        if question.level == profile.level
        and question.pool is profile.pool
        and (question.kind is QuestionKind.FREE_TEXT) == free
    ]
