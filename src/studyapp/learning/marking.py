"""Marking: what an answer is worth, and what the answers of a paper say together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from fractions import Fraction
from typing import Final

HASTY = timedelta(seconds=8)
"""A wrong answer given in less than this was not read."""

_SENTENCE: Final = re.compile(r"(?<=[.?!:”])\s+")
_NEGATION: Final = re.compile(r"\b(?:not|except|least|never|cannot|neither)\b", re.IGNORECASE)

_ONE = Fraction(1)
_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer is worth under both markings, each from 0 to 1."""

    whole: Fraction
    partial: Fraction

    @property
    def right(self) -> bool:
        """Whether exactly the right options were chosen."""
        return self.whole == _ONE


WRONG = Mark(_NONE, _NONE)


def mark(key: frozenset[int], chosen: frozenset[int]) -> Mark:
    """Mark one answer.

    All or nothing: the full point for exactly the key. Partial credit: one part for each right option chosen,
    less one for each choice more than were asked, so that ticking everything earns nothing extra.
    """
    if not key:
        return WRONG
    surplus = max(0, len(chosen) - len(key))
    earned = max(0, len(key & chosen) - surplus)
    return Mark(_ONE if chosen == key else _NONE, Fraction(earned, len(key)))


class Swing(Enum):
    """What changing an answer did."""

    NONE = auto()
    RIGHT_TO_WRONG = auto()
    WRONG_TO_RIGHT = auto()
    WRONG_TO_WRONG = auto()


def swing(key: frozenset[int], choices: tuple[frozenset[int], ...]) -> Swing:
    """Compare the first complete selection with the last one.

    A selection being built up is no change of mind.
    """
    complete = [choice for choice in choices if len(choice) >= len(key)]
    if not complete or complete[0] == choices[-1]:
        return Swing.NONE
    if complete[0] == key:
        return Swing.RIGHT_TO_WRONG
    return Swing.WRONG_TO_RIGHT if choices[-1] == key else Swing.WRONG_TO_WRONG


class Slip(Enum):
    """A way to lose a point that is not lack of knowledge."""

    MISSED_NOT = auto()
    TOO_FEW = auto()
    TOO_MANY = auto()
    HASTY = auto()
    NOT_ANSWERED = auto()


def slips(stem: str, key: frozenset[int], chosen: frozenset[int], spent: timedelta) -> tuple[Slip, ...]:
    """How a wrong answer may have slipped; nothing for a right one."""
    if chosen == key:
        return ()
    if not chosen:
        return (Slip.NOT_ANSWERED,)
    found = [Slip.MISSED_NOT] if asks_what_is_not(stem) else []
    if len(chosen) < len(key):
        found.append(Slip.TOO_FEW)
    if len(chosen) > len(key):
        found.append(Slip.TOO_MANY)
    if spent < HASTY:
        found.append(Slip.HASTY)
    return tuple(found)


def asks_what_is_not(stem: str) -> bool:
    """Whether the last sentence of a stem turns on a NOT, which is easily overlooked."""
    sentences = [sentence for sentence in _SENTENCE.split(stem.strip()) if sentence]
    return bool(sentences) and bool(_NEGATION.search(sentences[-1]))


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked question.

    Its area, the misconceptions its wrong options offered, and those that were taken.
    """

    area: str
    mark: Mark
    offered: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    scored: bool = True


@dataclass(frozen=True, slots=True)
class Score:
    """Points out of a count, under one marking."""

    points: Fraction
    out_of: int

    @classmethod
    def of(cls, points: float, out_of: int) -> "Score":
        """A score from points that were kept as a number; parts of a point are thirds, quarters and so on."""
        return cls(Fraction(points).limit_denominator(10_000), out_of)

    @property
    def share(self) -> float:
        """Points as a share of all, 0 to 1; 0 for an empty paper."""
        return float(self.points / self.out_of) if self.out_of else 0.0

    def passes(self, pass_mark: int) -> bool:
        """Whether the score reaches the pass mark (per cent), exactly and without rounding."""
        return self.out_of > 0 and self.points * 100 >= pass_mark * self.out_of


@dataclass(frozen=True, slots=True)
class AreaScore:
    """Right answers in one focus area."""

    area: str
    right: int
    out_of: int


@dataclass(frozen=True, slots=True)
class Belief:
    """How often a misconception was taken, out of how often it was on offer."""

    misconception: str
    taken: int
    offered: int


def scores(items: Iterable[Marked]) -> tuple[Score, Score]:
    """All-or-nothing and partial-credit score; questions that are not scored count for neither."""
    marks = [item.mark for item in items if item.scored]
    whole = sum((m.whole for m in marks), _NONE)
    partial = sum((m.partial for m in marks), _NONE)
    return Score(whole, len(marks)), Score(partial, len(marks))


def by_area(items: Iterable[Marked]) -> tuple[AreaScore, ...]:
    """Right answers by focus area, weakest first."""
    counts: dict[str, list[int]] = {}
    for item in items:
        if item.scored:
            tally = counts.setdefault(item.area, [0, 0])
            tally[0] += item.mark.right
            tally[1] += 1
    found = [AreaScore(area, right, out_of) for area, (right, out_of) in counts.items()]
    return tuple(sorted(found, key=lambda a: (a.right / a.out_of, -a.out_of, a.area)))


def by_misconception(items: Iterable[Marked]) -> tuple[Belief, ...]:
    """Misconceptions that were taken at least once, the most persistent first; what is not scored counts for none."""
    offered: dict[str, int] = {}
    taken: dict[str, int] = {}
    for item in (each for each in items if each.scored):
        for name in item.offered | item.taken:
            offered[name] = offered.get(name, 0) + 1
        for name in item.taken:
            taken[name] = taken.get(name, 0) + 1
    found = [Belief(name, count, offered[name]) for name, count in taken.items()]
    return tuple(sorted(found, key=lambda b: (-b.taken, -b.taken / b.offered, b.misconception)))
