"""Drawing a paper: which questions, in which order, and their options in which order."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from studyapp.ids import ItemId

MIX = {1: 0.30, 2: 0.45, 3: 0.25}
"""The shares of easy, middle and hard questions that a paper aims at.

Ours; no awarding body publishes any.
"""

ALIKE = 0.6
"""Two stems that share this much of their words (intersection over union) ask the same thing."""

SHORTEST_SHARE = 4
"""A shorter mock still has at least one question in this many of the full one, else it is a repeat."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question as far as drawing needs to know it.

    ``seen`` counts how often it stood on the screen before; one that is ``reserved`` was not shown yet and stands on a
    paper that lies open. ``words`` are the telling words of its stem and
    ``rests_on`` names the sentence that proves it: two questions alike in either are near-duplicates. ``rare`` are
    the `rarest` of its words, by which near-duplicates are found; without them all words serve, more slowly.
    """

    id: ItemId
    area: str
    difficulty: int = 2
    options: int = 4
    fixed_order: bool = False
    seen: int = 0
    reserved: bool = False
    words: frozenset[str] = frozenset()
    rests_on: str = ""
    rare: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it was never seen and yet is not to be had: an open paper holds it."""
        return self.reserved and not self.seen

    @property
    def fresh(self) -> bool:
        """Whether it was never seen and can stand on a new paper."""
        return not self.reserved and not self.seen

    def resembles(self, other: "Candidate") -> bool:
        """Whether one of the two would give the other away."""
        if self.rests_on and self.rests_on == other.rests_on:
            return True
        shared = len(self.words & other.words)
        return shared > 0 and shared >= ALIKE * len(self.words | other.words)


@dataclass(frozen=True, slots=True)
class Place:
    """One question's place on a paper; ``order`` lists the author's option numbers as they are shown."""

    question: ItemId
    area: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A drawn paper. The same candidates, wish and seed always make the same one."""

    seed: int
    places: tuple[Place, ...]
    repeats: int

    def __len__(self) -> int:
        return len(self.places)


class Standing(StrEnum):
    """What kind of paper a pool still allows."""

    FULL = "full"
    """As long as the profile asks, every question new."""
    SHORTER = "shorter"
    """Every question new, but fewer than the profile asks."""
    REPEAT = "repeat"
    """With questions that were seen before: it says little about an exam."""
    EMPTY = "empty"
    """No question at all."""


@dataclass(frozen=True, slots=True)
class Supply:
    """What a pool holds for a profile.

    ``fresh`` questions never seen, ``held`` more on an open paper, ``total`` of all, ``size`` of the paper. One that
    ``covers`` asks about each of so many subjects once and counts subjects: a seen question is better than a subject
    left out.
    """

    wanted: int
    fresh: int
    total: int
    covers: bool = False
    held: int = 0

    @property
    def standing(self) -> Standing:
        """Full if enough are new; shorter while enough are new for a fair part; then a repeat."""
        if self.total == 0 or self.wanted == 0:
            return Standing.EMPTY
        if self.fresh >= self.wanted:
            return Standing.FULL
        if not self.covers and self.fresh * SHORTEST_SHARE >= self.wanted:
            return Standing.SHORTER
        return Standing.REPEAT

    @property
    def size(self) -> int:
        """How many questions the paper will have."""
        if self.standing is Standing.SHORTER:
            return self.fresh
        return min(self.wanted, self.total)

    @property
    def honest_papers(self) -> int:
        """How many full papers of new questions are left."""
        return self.fresh // self.wanted if self.wanted else 0


def rarest(words: frozenset[str], commonness: Mapping[str, int]) -> tuple[str, ...]:
    """So many of the rarest words that every stem alike shares one of its own rarest (Bayardo, Ma, Srikant 2007)."""
    ordered = sorted(words, key=lambda word: (commonness[word], word))
    return tuple(ordered[: len(ordered) - ceil(ALIKE * len(ordered)) + 1])


def supply(candidates: Iterable[Candidate], wanted: int) -> Supply:
    """Count what ``candidates`` are for a paper of ``wanted`` questions, near-duplicates once; each that is held."""
    kept, candidates = _Selection(), list(candidates)
    for candidate in sorted(candidates, key=lambda c: (c.seen, c.reserved, c.id)):
        kept.take(candidate)
    fresh, held = sum(c.fresh for c in kept.taken), sum(c.held for c in candidates)
    return Supply(wanted, fresh, len(kept.taken), held=held)


def draw(candidates: Iterable[Candidate], wanted: int, quotas: Mapping[str, int], seed: int) -> Paper:
    """Draw at most ``wanted`` questions: quotas by area first, the rest from any area; unseen first.

    The rest comes from areas with more new questions than the next paper's quota needs, as far as there are any.
    No two near-duplicates stand on one paper, so it may be shorter than wished. Within an area and among
    equally often seen questions, difficulties are mixed as `MIX` says. Quotas shrink in proportion on a short
    paper.
    """
    dice = random.Random(seed)
    pool = sorted(candidates, key=lambda c: c.id)
    dice.shuffle(pool)
    pool.sort(key=lambda c: c.seen)
    wanted = min(wanted, len(pool))
    chosen = _Selection()
    for area, share in apportion(quotas, wanted).items():
        chosen.fill([c for c in pool if c.area == area], share)
    for rest in (_spare(pool, chosen, quotas), pool):
        chosen.fill(rest, wanted - len(chosen.taken))
    questions = list(chosen.taken)
    dice.shuffle(questions)
    places = tuple(Place(c.id, c.area, option_order(c.options, c.fixed_order, dice)) for c in questions)
    return Paper(seed, places, sum(c.seen > 0 for c in questions))


def _spare(pool: Sequence[Candidate], chosen: "_Selection", quotas: Mapping[str, int]) -> list[Candidate]:
    """The new questions that are left over when every area keeps its quota for the next paper."""
    kept, found = dict(quotas), []
    for candidate in reversed(pool):
        if candidate.seen or chosen.holds(candidate):
            continue
        if kept.get(candidate.area, 0) > 0:
            kept[candidate.area] -= 1
        else:
            found.append(candidate)
    return found[::-1]


def apportion(quotas: Mapping[str, int], size: int) -> dict[str, int]:
    """Scale quotas down to a paper of ``size`` questions, by largest remainder; never up."""
    asked = sum(quotas.values())
    if asked <= size:
        return dict(sorted(quotas.items()))
    exact = {area: quota * size / asked for area, quota in sorted(quotas.items())}
    shares = {area: int(value) for area, value in exact.items()}
    by_remainder = sorted(exact, key=lambda area: (shares[area] - exact[area], area))
    for area in by_remainder[: size - sum(shares.values())]:
        shares[area] += 1
    return shares


def option_order(options: int, fixed: bool, dice: random.Random) -> tuple[int, ...]:
    """The author's option numbers in the order to show them."""
    order = list(range(options))
    if not fixed:
        dice.shuffle(order)
    return tuple(order)


class _Selection:
    """Questions taken so far, none resembling another, difficulties kept near the mix."""

    def __init__(self) -> None:
        self.taken: list[Candidate] = []
        self._proofs: set[str] = set()
        self._by_word: dict[str, list[Candidate]] = {}
        self._ids: set[ItemId] = set()
        self._levels: Counter[int] = Counter()

    def fill(self, queue: Sequence[Candidate], count: int) -> None:
        """Take up to ``count`` more from ``queue``: least seen first, then what the mix lacks most."""
        goal = len(self.taken) + count
        for seen in sorted({c.seen for c in queue}):
            piles: dict[int, list[Candidate]] = {}
            for candidate in reversed(queue):
                if candidate.seen == seen and candidate.id not in self._ids:
                    piles.setdefault(candidate.difficulty, []).append(candidate)
            while piles and len(self.taken) < goal:
                level = min(piles, key=self._supplied)
                self.take(piles[level].pop())
                if not piles[level]:
                    del piles[level]

    def holds(self, candidate: Candidate) -> bool:
        """Whether a question is taken."""
        return candidate.id in self._ids

    def take(self, candidate: Candidate) -> bool:
        """Take a question unless it resembles one that is taken; say whether it was."""
        if candidate.rests_on in self._proofs or any(map(candidate.resembles, self._neighbours(candidate))):
            return False
        self.taken.append(candidate)
        self._ids.add(candidate.id)
        self._levels[candidate.difficulty] += 1
        if candidate.rests_on:
            self._proofs.add(candidate.rests_on)
        for word in candidate.rare or candidate.words:
            self._by_word.setdefault(word, []).append(candidate)
        return True

    def _neighbours(self, candidate: Candidate) -> Iterable[Candidate]:
        """Taken questions that share one of the rarest words: only they can resemble it."""
        words = candidate.rare or candidate.words
        return {other.id: other for word in words for other in self._by_word.get(word, ())}.values()

    def _supplied(self, level: int) -> tuple[float, int]:
        return self._levels[level] / MIX.get(level, 0.2), level
