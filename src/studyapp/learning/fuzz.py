"""Spread of intervals, the same on every device and in every rebuild.

The range is that of FSRS: intervals below 2.5 days are left alone; otherwise the interval may move by 1 day,
plus 15 % of what lies between 2.5 and 7 days, 10 % of what lies between 7 and 20 and 5 % of what lies beyond,
never below 2 days. Where FSRS draws a random number, ours follows from the card and the number of the answer:
a BLAKE2b hash taken modulo the number of days in the range, so that each of them is equally likely and a
replay of the log gives the same schedule.
"""

from hashlib import blake2b
from typing import Final

from studyapp.ids import ItemId

_SPREAD: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def fuzz_range(days: int, longest: int) -> tuple[int, int]:
    """The shortest and the longest interval that may stand in for one of so many days."""
    if days < _SPREAD[0][0]:
        return days, days
    delta = 1.0 + sum(share * max(min(float(days), end) - start, 0.0) for start, end, share in _SPREAD)
    high = min(round(days + delta), longest)
    return min(max(2, round(days - delta)), high), high


def fuzzed(days: int, card: ItemId, review: int, longest: int) -> int:
    """The interval that a card gets after its so manieth answer instead of ``days``."""
    low, high = fuzz_range(days, longest)
    if low == high:
        return low
    digest = blake2b(f"{card}:{review}".encode(), digest_size=8).digest()
    return low + int.from_bytes(digest, "big") % (high - low + 1)
