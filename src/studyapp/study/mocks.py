"""Which papers stand for the exam that a learner aims at."""

from collections.abc import Iterable

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.question import Pool


def mocks_of(certification: str, profiles: Iterable[ExamProfile]) -> tuple[ExamProfile, ...]:
    """The full mocks for a certification: the papers that draw from the held-back pool."""
    return tuple(p for p in profiles if p.certification == certification and p.pool is Pool.HELD_BACK)


def forecast_mock(certification: str, profiles: Iterable[ExamProfile]) -> ExamProfile | None:
    """The mock whose outcome is forecast for a certification; None when it has none with a pass mark."""
    return next((mock for mock in mocks_of(certification, profiles) if mock.pass_mark), None)
