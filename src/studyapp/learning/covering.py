"""Drawing a paper that asks about every subject once, however few questions a subject has.

Subjects and questions are matched (Kuhn 1955): a subject is left out only when no choice of questions could have
asked about all of them.
"""

import random
from collections.abc import Mapping, Sequence

from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Candidate, Paper, Place, Supply, option_order

Subjects = Mapping[str, Sequence[Candidate]]
"""The questions that can stand for each subject; one question may stand for several."""


def supply_each(subjects: Subjects) -> Supply:
    """What there is for a paper that asks about each of these once."""
    asked = [pool for pool in subjects.values() if pool]
    fresh = sum(any(candidate.fresh for candidate in pool) for pool in asked)
    new = sum(any(not candidate.seen for candidate in pool) for pool in asked)
    return Supply(len(asked), fresh, len(asked), covers=True, held=new - fresh)


def draw_each(subjects: Subjects, seed: int) -> Paper:
    """Draw one question for each subject, the rarest subjects first; unseen questions first.

    Near-duplicates are kept off the paper as long as that leaves no subject out.
    """
    dice = random.Random(seed)
    pools = {name: _shuffled(subjects[name], dice) for name in sorted(subjects)}
    match = _Match(pools)
    for name in sorted(pools, key=lambda name: len(pools[name])):
        if not match.take(name):
            match.make_room(name, set())
    taken = list(match.taken.items())
    dice.shuffle(taken)
    places = tuple(Place(c.id, name, option_order(c.options, c.fixed_order, dice)) for name, c in taken)
    return Paper(seed, places, sum(c.seen > 0 for _, c in taken))


def _shuffled(pool: Sequence[Candidate], dice: random.Random) -> list[Candidate]:
    shuffled = sorted(pool, key=lambda candidate: candidate.id)
    dice.shuffle(shuffled)
    shuffled.sort(key=lambda candidate: candidate.seen)
    return shuffled


class _Match:
    """One question for each subject, none twice."""

    def __init__(self, pools: Mapping[str, Sequence[Candidate]]) -> None:
        self._pools = pools
        self.taken: dict[str, Candidate] = {}
        self._subject_of: dict[ItemId, str] = {}

    def take(self, name: str) -> bool:
        """Take the first question of a subject that is free and resembles no other; whether there was one."""
        for candidate in self._pools[name]:
            if candidate.id not in self._subject_of and not any(
                map(candidate.resembles, self.taken.values())
            ):
                self._set(name, candidate)
                return True
        return False

    def make_room(self, name: str, asked: set[ItemId]) -> bool:
        """Take any question of a subject, moving others to another one of theirs; whether that could be done."""
        for candidate in self._pools[name]:
            if candidate.id in asked:
                continue
            asked.add(candidate.id)
            holder = self._subject_of.get(candidate.id)
            if holder is None or self.make_room(holder, asked):
                self._set(name, candidate)
                return True
        return False

    def _set(self, name: str, candidate: Candidate) -> None:
        self.taken[name] = candidate
        self._subject_of[candidate.id] = name
