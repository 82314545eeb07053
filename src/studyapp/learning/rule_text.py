"""Rules of scheduling as people write them: a list of parameters from another program, steps such as ``1m 10m``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log
from typing import Final

from studyapp.learning.schedule_rules import LONGEST_STEP, LOWER, MOST_STEPS, PARAMETERS, UPPER, out_of_bounds

FSRS_4_5: Final = 17
FSRS_5: Final = 19
FSRS_6: Final = len(PARAMETERS)

_OLD_DECAY: Final = 0.5
"""The decay of forgetting that was fixed before FSRS-6."""

_LISTED: Final = re.compile(r"[\[(](.*)[\])]", re.DOTALL)
_BRACKETS: Final = " \n\t[]()"
_BETWEEN: Final = re.compile(r"[\s,;]+")
_STEP: Final = re.compile(r"(\d{1,5})\s*(s|sec|m|min|h|)", re.IGNORECASE)
_SECONDS: Final = {"s": 1, "": 60, "m": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Parameters for FSRS-6, and how many numbers they were made from: 21, 19 or 17."""

    parameters: tuple[float, ...]
    given: int


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """What stands at a place, counted from 1, and the bounds that it breaks; no bounds where it is no number."""

    place: int
    text: str
    bounds: tuple[float, float] | None = None


class NumbersError(ValueError):
    """A text holds no parameters: too few or too many numbers (``wrong`` is empty then), or some that cannot be."""

    def __init__(self, given: int, wrong: Sequence[WrongNumber] = ()) -> None:
        super().__init__(f"{given} numbers, wrong: {[each.place for each in wrong]}")
        self.given, self.wrong = given, tuple(wrong)


class StepsError(ValueError):
    """A text holds no steps; ``text`` is the first word that is none, empty when there are too many."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def read_numbers(text: str) -> Numbers:
    """Parameters from a text, with or without brackets. Raises NumbersError.

    Sets of FSRS-5 and FSRS-4.5 are taken as fsrs-rs takes them, the engine in Anki: what they do not have changes
    nothing, the decay is the one that was fixed then, and the difficulties of 4.5 are put on the later scale.
    """
    listed = _LISTED.search(text)
    words = [word for word in _BETWEEN.split(listed[1] if listed else text.strip(_BRACKETS)) if word]
    values = [_number(word) for word in words]
    strange = [WrongNumber(at, words[at - 1]) for at, value in enumerate(values, 1) if value is None]
    if strange:
        raise NumbersError(len(words), strange)
    found = [value for value in values if value is not None]
    if len(found) not in (FSRS_4_5, FSRS_5, FSRS_6):
        raise NumbersError(len(found))
    whole = _as_fsrs_6(found)
    wrong = [WrongNumber(n + 1, f"{whole[n]:g}", (LOWER[n], UPPER[n])) for n in out_of_bounds(whole)]
    if wrong:
        raise NumbersError(len(found), wrong)
    return Numbers(tuple(whole), len(found))


def numbers_text(parameters: Sequence[float]) -> str:
    """Parameters as other programs write them."""
    return ", ".join(map(str, parameters))


def read_steps(text: str) -> tuple[int, ...]:
    """Steps in seconds from words such as ``30s 10m 2h``; a bare number means minutes. Raises StepsError."""
    steps = []
    for word in _BETWEEN.split(text.strip()):
        if word:
            found = _STEP.fullmatch(word)
            seconds = int(found[1]) * _SECONDS[found[2][:1].lower()] if found else 0
            if not 1 <= seconds <= LONGEST_STEP:
                raise StepsError(word)
            steps.append(seconds)
    if len(steps) > MOST_STEPS:
        raise StepsError("")
    return tuple(steps)


def steps_text(steps: Sequence[int]) -> str:
    """Steps as they are written."""
    return " ".join(map(_step_text, steps))


def _step_text(seconds: int) -> str:
    if seconds % 3600 == 0:
        return f"{seconds // 3600}h"
    return f"{seconds // 60}m" if seconds % 60 == 0 else f"{seconds}s"


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None


def _as_fsrs_6(numbers: Sequence[float]) -> list[float]:
    found = list(numbers)
    if len(found) == FSRS_4_5:
        found[4] = round(found[4] + 2 * found[5], 6)
        found[5] = round(log(3 * found[5] + 1) / 3, 6) if 3 * found[5] > -1 else -inf
        found[6] += 0.5
        found += [0.0, 0.0]
    if len(found) == FSRS_5:
        found += [0.0, _OLD_DECAY]
    return found
