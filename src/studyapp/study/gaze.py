"""Which paragraphs were plausibly read: they stood in sight for long enough, all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from studyapp.study.reading_room import PLAUSIBLE_SHARE

CHARACTERS_A_SECOND: Final = 20.0
"""The pace of a learner by which reading times are reckoned: 200 words of six characters a minute."""
_WHOLE = 0.9
"""So much of a paragraph must have been in sight; a line that peeps out at an edge has not been read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in the open document, from its first character to the one after its last."""

    start: int
    stop: int
    print: str


class Gaze:
    """Gathers for one document how long each paragraph was in sight.

    Whoever looks at a screenful reads from its top to its end, so the time is shared out by length: a paragraph was
    seen when its share was at least ``PLAUSIBLE_SHARE`` of what reading it takes.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._starts = [place.start for place in places]
        self._stops = [place.stop for place in places]
        self._seconds = [0.0] * len(places)
        self._reach = [(place.stop, place.start) for place in places]
        self._seen: dict[str, None] = {}

    @property
    def seen(self) -> tuple[str, ...]:
        """The fingerprints of the paragraphs that were seen, in the order in which they were."""
        return tuple(self._seen)

    def dwell(self, first: int, last: int, seconds: float) -> bool:
        """The text between two positions was in sight for so long; whether that made another paragraph seen."""
        known = len(self._seen)
        at, end = bisect_right(self._stops, first), bisect_left(self._starts, last)
        parts = [
            (index, max(first, self._places[index].start), min(last, self._places[index].stop))
            for index in range(at, end)
        ]
        total = sum(stop - start for _, start, stop in parts)
        for index, start, stop in parts if total > 0 else ():
            self._seconds[index] += seconds * (stop - start) / total
            low, high = self._reach[index]
            self._reach[index] = min(low, start), max(high, stop)
            if self._read(index):
                self._seen.setdefault(self._places[index].print)
        return len(self._seen) > known

    def _read(self, index: int) -> bool:
        place, (low, high) = self._places[index], self._reach[index]
        length = place.stop - place.start
        needed = PLAUSIBLE_SHARE * length / CHARACTERS_A_SECOND
        return high - low >= _WHOLE * length and self._seconds[index] >= needed
