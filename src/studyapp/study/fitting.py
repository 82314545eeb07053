"""Fits the parameters of FSRS to the learner's own answers, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from studyapp.learning.fsrs_fit import ENOUGH, Verdict, counted, fit, judge, split
from studyapp.learning.schedule_rules import PARAMETERS, Rules
from studyapp.store.history_rows import histories
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.store.rescheduling import Foreseen

__all__ = ["ENOUGH", "Fitted", "Fitting", "Fittings", "Verdict"]

_SEED: Final = 42
"""The same answers always come to the same parameters."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a fit came to: parameters, and how they forecast held-back answers against those in use."""

    parameters: tuple[float, ...]
    verdict: Verdict


class Fittings:
    """Counts answers and fits to them. What is fitted is taken into use through the settings, if the learner likes."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def count(self) -> Callable[[], int]:
        """A question to the log, for a thread: how many answers a fit can learn from; `ENOUGH` are needed."""
        return _Counting(self._profile.reader)

    def foreseeing(self, rules: Rules) -> Callable[[], Foreseen]:
        """A question to the log, for a thread: what other rules make of all that is scheduled."""
        return _Foreseeing(self._profile.reader, rules)

    def fitting(self) -> "Fitting":
        """A fit to all answers, for a thread."""
        return Fitting(self._profile.reader)


class Fitting:
    """One fit. It is called on a thread; how far it is may be seen, and it may be stopped, from any other."""

    def __init__(self, reader: Callable[[], Ledger]) -> None:
        self._reader, self._stopped = reader, False
        self.done = 0.0
        """How far it has come, 0 to 1."""

    def stop(self) -> None:
        """End soon, with nothing."""
        self._stopped = True

    def __call__(self) -> Fitted | None:
        """Fit; None when it was stopped or there are fewer than `ENOUGH` answers."""
        ledger = self._reader()
        try:
            stories, in_use = list(histories(ledger)), ledger.scheduler.parameters
        finally:
            ledger.close()
        if counted([story for _, story in stories]) < ENOUGH:
            return None
        to_fit, held_back = split(stories)
        best: tuple[float, ...] = PARAMETERS
        for progress in fit(to_fit, PARAMETERS, Random(_SEED)):
            self.done, best = progress.done, progress.parameters
            if self._stopped:
                return None
        best = tuple(round(value, 4) for value in best)
        return Fitted(best, judge(held_back, in_use, best))


@dataclass(frozen=True, slots=True)
class _Counting:
    reader: Callable[[], Ledger]

    def __call__(self) -> int:
        ledger = self.reader()
        try:
            return counted([story for _, story in histories(ledger)])
        finally:
            ledger.close()


@dataclass(frozen=True, slots=True)
class _Foreseeing:
    reader: Callable[[], Ledger]
    rules: Rules

    def __call__(self) -> Foreseen:
        ledger = self.reader()
        try:
            return ledger.foresee(self.rules)
        finally:
            ledger.close()
