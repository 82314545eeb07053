"""How the forecasts have fared: what was said before each honest mock and each real exam, and what came."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.learning.evidence import TooLittle
from studyapp.learning.forecast import Forecast, Interval
from studyapp.store.forecast_rows import RealResult, real_results, told_before
from studyapp.store.ledger import Ledger
from studyapp.study.attempt_rows import attempt_rows
from studyapp.study.exam_values import AttemptRow

FRESH: Final = timedelta(days=14)
"""What was told longer ago than this is no forecast of an exam."""

Afterwards = Callable[[datetime], Forecast | TooLittle]
"""The forecast from what was answered before a moment."""


@dataclass(frozen=True, slots=True)
class Fared:
    """One exam: what was forecast before it and how it went.

    ``told`` is False where nothing was told in time and the forecast was worked out afterwards from the answers
    before. ``day`` is the date on which a mock began, or that of a real exam. ``interval`` is the wide one
    before a real exam. ``share`` (0–1) is the score where it is known.
    """

    day: date
    real: bool
    title: str
    chance: float
    interval: Interval
    told: bool
    passed: bool
    share: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Several exams together: the mean chance forecast, how many were passed, and the mean squared error of both."""

    exams: int
    said: float
    passed: int
    error: float


def verdict(fared: Iterable[Fared]) -> Verdict:
    """What several exams say of the forecasts. The error of always saying 50 % is 0.25."""
    rows = tuple(fared)
    count = max(1, len(rows))
    error = sum((row.chance - row.passed) ** 2 for row in rows) / count
    return Verdict(len(rows), sum(row.chance for row in rows) / count, sum(row.passed for row in rows), error)


def fared(ledger: Ledger, mock: ExamProfile, afterwards: Afterwards) -> tuple[Fared, ...]:
    """Every telling mock of a profile and every real exam of its certification, the newest first."""
    found = [*_mocks(ledger, mock, afterwards), *_real(ledger, mock, afterwards)]
    return tuple(sorted(found, key=lambda row: (row.day, row.real), reverse=True))


def _mocks(ledger: Ledger, mock: ExamProfile, afterwards: Afterwards) -> Iterator[Fared]:
    for row in attempt_rows(ledger):
        if row.profile.id != mock.id or row.handed_in_at is None or not row.telling or row.passed is None:
            continue
        told = told_before(ledger, mock.id, row.began_at, row.began_at - FRESH)
        said = (told.chance, told.near, True) if told else _worked_out(afterwards, row.began_at)
        if said is not None:
            yield _mock(row, *said)


def _mock(row: AttemptRow, chance: float, interval: tuple[float, float], told: bool) -> Fared:
    return Fared(
        row.began_at.date(),
        False,
        row.profile.title,
        chance,
        Interval(*interval),
        told,
        bool(row.passed),
        row.share,
    )


def _real(ledger: Ledger, mock: ExamProfile, afterwards: Afterwards) -> Iterator[Fared]:
    for result in real_results(ledger):
        if result.certification != mock.certification:
            continue
        until = _end_of(ledger, result)
        told = told_before(ledger, mock.id, until, until - FRESH)
        said = (told.chance, told.wide, True) if told else _worked_out(afterwards, until, wide=True)
        if said is not None:
            chance, interval, kept = said
            share = None if result.score is None else result.score / 100
            yield Fared(result.day, True, mock.title, chance, Interval(*interval), kept, result.passed, share)


def _end_of(ledger: Ledger, result: RealResult) -> datetime:
    """Midnight at the end of the day of an exam, at the learner's present offset."""
    midnight = datetime(result.day.year, result.day.month, result.day.day, tzinfo=ledger.now().tzinfo)
    return midnight + timedelta(days=1)


def _worked_out(
    afterwards: Afterwards, moment: datetime, *, wide: bool = False
) -> tuple[float, tuple[float, float], bool] | None:
    found = afterwards(moment)
    if isinstance(found, TooLittle):
        return None
    interval = found.wide if wide else found.interval
    return found.chance, (interval.low, interval.high), False
