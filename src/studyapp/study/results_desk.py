"""Results of real exams, as the learner enters them."""

from datetime import date
from typing import Final

from studyapp.catalog.exam_profile import Certification
from studyapp.ids import ItemId, item_id
from studyapp.store.fold_forecasts import RESULT
from studyapp.store.forecast_rows import RealResult, real_results
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change

__all__ = ["RealResult", "ResultsDesk"]

_SCORES: Final = (0.0, 100.0)


class ResultsDesk:
    """Enters, mends and removes results; every step is an entry of the log."""

    def __init__(self, library: Books, ledger: Ledger) -> None:
        self._library, self._ledger = library, ledger

    def results(self) -> tuple[RealResult, ...]:
        """All results, the newest first."""
        return real_results(self._ledger)

    def certifications(self) -> tuple[Certification, ...]:
        """Those that have an exam: the content has a paper with a time limit for them."""
        catalog = self._library.catalog
        timed = {profile.certification for profile in catalog.profiles() if profile.minutes}
        return tuple(c for c in catalog.certifications() if c.name in timed)

    def today(self) -> date:
        """The calendar's date of the present moment; a result cannot lie after it."""
        return self._ledger.date()

    def pass_mark(self, certification: str) -> int | None:
        """In per cent, that of the longest paper with a time limit; None where the content knows of none."""
        profiles = self._library.catalog.profiles()
        timed = (p for p in profiles if p.certification == certification and p.minutes and p.pass_mark)
        longest = max(timed, key=lambda profile: profile.questions, default=None)
        return longest.pass_mark if longest is not None else None

    def contradiction(self, certification: str, *, passed: bool, score: float | None) -> int | None:
        """The pass mark where ``score``, in per cent, says the opposite of ``passed``; else None."""
        mark = self.pass_mark(certification)
        if mark is None or score is None or (score >= mark) is passed:
            return None
        return mark

    def enter(self, certification: str, day: date, *, passed: bool, score: float | None = None) -> Change:
        """Enter a result; ``score`` is in per cent. Raises ValueError for a day to come or a score out of range."""
        taken = {result.id for result in self.results()}
        stem = f"{certification}-{day.isoformat()}"
        names = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
        free = (item_id("studyapp", RESULT, name) for name in names)
        return self.mend(
            next(i for i in free if i not in taken), certification, day, passed=passed, score=score
        )

    def mend(
        self, result: ItemId, certification: str, day: date, *, passed: bool, score: float | None = None
    ) -> Change:
        """Say anew how an exam went. Raises ValueError as `enter` does."""
        if day > self.today():
            raise ValueError(f"a day to come: {day}")
        low, high = _SCORES
        if score is not None and not low <= score <= high:
            raise ValueError(f"score: {score}")
        said = {"certification": certification, "day": day.isoformat(), "passed": passed, "score": score}
        self._ledger.record(RESULT, result, 1, said)
        return Change.EXAMS

    def remove(self, result: ItemId) -> Change:
        """Take a result out of the list; the log keeps what was said."""
        self._ledger.record(RESULT, result, 1, {"removed": True})
        return Change.EXAMS
