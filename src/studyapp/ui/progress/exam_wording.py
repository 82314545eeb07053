"""The sentences on mocks, forecasts and real exams."""

from collections.abc import Sequence
from datetime import date

from studyapp.learning.forecast import Forecast, Interval
from studyapp.study.fared import Fared, verdict
from studyapp.study.outlook import Outlook
from studyapp.study.report import Figures
from studyapp.study.results_desk import RealResult
from studyapp.ui.progress.wording import count, short_day
from studyapp.ui.wording import chance_told, whole_chance

_TELLING_EXAMS = 5
_COIN = 0.25
"""The squared error of always saying 50 per cent."""


def mock_figure(figures: Figures) -> tuple[str, str]:
    """The figure on mock exams: the first and the last score."""
    mark = f"pass mark {figures.pass_mark} %" if figures.pass_mark else "no pass mark"
    scores = _scores(figures)
    if not scores:
        return "–", f"{mark}; none with new questions yet"
    if len(scores) == 1:
        return f"{scores[0]} %", mark
    return f"{scores[0]} % → {scores[-1]} %", mark


def mocks_sentence(figures: Figures) -> str:
    """What the line of mock scores means."""
    scores = _scores(figures)
    passed = sum(bool(row.passed) for row in figures.mocks)
    if len(scores) == 1:
        return (
            "One honest mock so far: all its questions were new to you. A second one shows the way it goes."
        )
    trend = scores[-1] - scores[0]
    way = "up" if trend > 0 else "down" if trend < 0 else "level"
    step = f"{way} by {count(abs(trend), 'point')}" if trend else "level"
    told = f"{passed} of {len(scores)} honest mocks passed; {step} since the first."
    return f"{told} On our questions, not the real ones."


def forecast_sentence(outlook: Outlook) -> str:
    """What the line of forecasts means."""
    first, last = outlook.past[0].chance, outlook.past[-1].chance
    if len(outlook.past) == 1 or abs(last - first) < 0.02:
        way = f"about {chance_told(last)}"
    else:
        way = f"{'up' if last > first else 'down'} from {chance_told(first)} to {chance_told(last)}"
    alone = not all(past.told for past in outlook.past)
    earlier = "; where none was told, it is worked out from first answers alone" if alone else ""
    told = f"The chance to pass one of our mocks is {way}{earlier}."
    return f"{told} The band holds it in four of five cases."


def likely(found: Forecast) -> str:
    """The two intervals in words, and what they rest on."""
    near = f"80 % likely between {chance_told(found.interval.low)} and {chance_told(found.interval.high)}"
    wide = f"for the real exam between {chance_told(found.wide.low)} and {chance_told(found.wide.high)}"
    return (
        f"{near} · from {count(found.answers, 'first answer')} · {wide}, because nobody knows how it compares"
    )


def result_text(result: RealResult, title: str) -> str:
    """One result of a real exam."""
    score = "" if result.score is None else f" with {result.score:g} %"
    outcome = "passed" if result.passed else "not passed"
    return f"{title}, {short_day(result.day)} {result.day.year}: {outcome}{score}"


def day_to_come(day: date) -> str:
    """Why a day is not taken."""
    told = f"{short_day(day)} {day.year} is still to come."
    return f"{told} Enter the day on which you sat the exam, today at the latest."


def contradiction(title: str, score: float, mark: int, *, passed: bool) -> tuple[str, str]:
    """A score that says the opposite of the outcome: the question, and why it is asked."""
    outcome = "Passed" if passed else "Not passed"
    way = "below" if score < mark else "not below"
    why = (
        f"The pass mark of {title} is {mark} %, as far as the content knows. {score:g} % is {way} it, so the outcome "
        "and the score do not fit together. Nothing is kept yet: go back to mend one of them, or save both if that "
        "is how it was."
    )
    return f"{outcome} with {score:g} %?", why


def fared_text(row: Fared) -> str:
    """What was forecast of one exam, and how it went."""
    score = "" if row.share is None else f" with {_scored(row, row.share)} %"
    outcome = f"{'passed' if row.passed else 'not passed'}{score}"
    return f"{'said' if row.told else 'would have said'} {chance_told(row.chance)} · {outcome}"


def _scored(row: Fared, share: float) -> str:
    """A mock's score in whole per cent, as everywhere; a real exam's as it was entered."""
    return f"{round(share * 100, 2):g}" if row.real else str(_whole(share))


def likely_span(interval: Interval) -> str:
    """An interval in words: ``30 to 83 %``."""
    return f"{whole_chance(interval.low)} to {chance_told(interval.high)}"


def fared_sentence(fared: Sequence[Fared]) -> str:
    """How the forecasts have fared on the whole."""
    found = verdict(fared)
    if found.exams == 1:
        outcome = "it was passed" if found.passed else "it was not passed"
        told = f"Before 1 exam the forecast was {chance_told(found.said)}; {outcome}."
    else:
        passed = f"{found.passed} of {found.exams} passed"
        told = f"Before {found.exams} exams the forecast was {chance_told(found.said)} on average; {passed}."
    if found.exams < _TELLING_EXAMS:
        return f"{told} From {_TELLING_EXAMS} exams on this begins to tell how honest it is."
    better = "better" if found.error < _COIN else "no better"
    return f"{told} That is {better} than a coin: squared error {found.error:.2f}, against {_COIN:g}."


def _scores(figures: Figures) -> list[int]:
    return [_whole(row.share) for row in figures.mocks]


def _whole(share: float) -> int:
    """In whole per cent, never rounded up: 84.9 is no pass at 85."""
    return int(share * 100 + 1e-9)
