"""Which exercises of a table come now, and in which order.

One exercise a cell at a time. What is due comes first, the least likely to be recalled before the others; then cells
never asked about, in the order of the table; then further tasks about settled cells; then what is due soonest. An
exercise over several cells closes the handful, once its cells have been met. Neighbours differ in row and column as far
as possible, because telling apart is learnt by turns (Rohrer, 2012).
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory

A_HANDFUL: Final = 12
"""So many exercises lie on the desk at a time."""

CLOSING: Final = 2
"""So many of them may be about several cells."""

BLOCKS: Final = 2
"""So many rows of a pair are asked A-B-A before the pair is mixed."""

LATER: Final = 4
"""After so many others a missed exercise comes again."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise as far as its order depends on it.

    ``cells`` are those it asks about and ``rivals`` the things that can be chosen wrongly; ``thing`` is what the
    first cell is about, ``row`` where it stands, ``rank`` its place among the tasks of a cell, the plainest first.
    """

    item: ItemId
    cells: tuple[ItemId, ...]
    row: str
    thing: str
    rivals: frozenset[str]
    rank: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the learner: memory by exercise, the chance of recall by memory, and the present moment."""

    memories: Mapping[ItemId, Memory]
    recall: Callable[[Memory], float]
    now: datetime


def handful(
    exercises: Sequence[Exercise], known: Known, dice: random.Random, count: int = A_HANDFUL
) -> tuple[ItemId, ...]:
    """The exercises to ask now."""
    met = {cell for each in exercises if each.item in known.memories for cell in each.cells}
    chosen = _by_need(exercises, known, met)[: max(1, count - CLOSING)]
    now_met = met | {cell for each in chosen for cell in each.cells}
    fresh = {cell for each in chosen for cell in each.cells}
    wide = [each for each in exercises if len(each.cells) > 1 and now_met.issuperset(each.cells)]
    wide.sort(key=lambda each: (_need(each, known, met), -len(fresh.intersection(each.cells))))
    closing = _of_each_rank(wide, fresh)[: count - len(chosen)]
    return tuple(each.item for each in (*_mixed(chosen, dice), *closing))


def pair_handful(
    exercises: Iterable[Exercise],
    pair: tuple[str, str],
    known: Known,
    dice: random.Random,
    count: int = A_HANDFUL,
) -> tuple[ItemId, ...]:
    """Exercises that set two things against each other: A-B-A, B-A-B, then mixed."""
    both = frozenset(pair)
    about = [e for e in exercises if len(e.cells) == 1 and e.thing in both and both <= {e.thing, *e.rivals}]
    met = {cell for each in about if each.item in known.memories for cell in each.cells}
    about.sort(key=lambda each: (_need(each, known, met), each.rank))
    opening: list[Exercise] = []
    for row in dict.fromkeys(each.row for each in about):
        if len(opening) < 3 * BLOCKS:
            turn = pair if len(opening) % 2 == 0 else pair[::-1]
            opening += _block([each for each in about if each.row == row], turn)
    rest = [each for each in about if each not in opening]
    mixed = _mixed(_one_a_cell(rest)[: max(0, count - len(opening))], dice)
    return tuple(each.item for each in (*opening, *mixed))[:count]


def again(queue: Sequence[ItemId], at: int, item: ItemId) -> tuple[ItemId, ...]:
    """The queue with the missed exercise at ``at`` put in once more, a little later."""
    place = min(len(queue), at + 1 + LATER)
    return (*queue[:place], item, *queue[place:])


def _block(about: Sequence[Exercise], turn: tuple[str, str]) -> list[Exercise]:
    """A-B-A on one row; nothing when the row has too little for it."""
    first = [each for each in about if each.thing == turn[0]]
    second = [each for each in about if each.thing == turn[1]]
    return [first[0], second[0], first[1]] if len(first) > 1 and second else []


def _by_need(exercises: Iterable[Exercise], known: Known, met: set[ItemId]) -> list[Exercise]:
    """One exercise for each cell, those needed most first."""
    narrow = [each for each in exercises if len(each.cells) == 1]
    narrow.sort(key=lambda each: (_need(each, known, met), each.rank))  # stable: the order of the table stays
    return sorted(_one_a_cell(narrow), key=lambda each: _need(each, known, met))


def _one_a_cell(exercises: Iterable[Exercise]) -> list[Exercise]:
    found: dict[ItemId, Exercise] = {}
    for each in exercises:
        found.setdefault(each.cells[0], each)
    return list(found.values())


def _need(each: Exercise, known: Known, met: set[ItemId]) -> tuple[int, float]:
    memory = known.memories.get(each.item)
    if memory is None:
        return (2, 0.0) if met.issuperset(each.cells) else (1, 0.0)
    if memory.due_at <= known.now:
        return 0, known.recall(memory)
    return 3, memory.due_at.timestamp()


def _of_each_rank(wide: Iterable[Exercise], fresh: set[ItemId]) -> list[Exercise]:
    """The first of each task that is about something of this handful."""
    found: dict[int, Exercise] = {}
    for each in wide:
        if fresh.intersection(each.cells):
            found.setdefault(each.rank, each)
    return list(found.values())


def _mixed(exercises: Iterable[Exercise], dice: random.Random) -> list[Exercise]:
    """In an order of chance, in which neighbours share neither thing nor row where that can be had."""
    left = list(exercises)
    dice.shuffle(left)
    found: list[Exercise] = []
    while left:
        last = found[-1] if found else None
        found.append(left.pop(_next(left, last)))
    return found


def _next(left: Sequence[Exercise], last: Exercise | None) -> int:
    if last is None:
        return 0
    alike = [(each.thing == last.thing) * 2 + (each.row == last.row) for each in left]
    return alike.index(min(alike))
