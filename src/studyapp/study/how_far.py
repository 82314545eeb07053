"""How much of an article lies behind the reader: one figure for every page that tells what is left."""

from typing import NamedTuple

_AHEAD = 0.1
"""Whoever left an article so much further down than it was read had jumped there."""


class HowFar(NamedTuple):
    """The share (0–1) of an article that is behind the reader.

    It follows the window as the reader moves on. After a jump it waits: whoever looks a passage up in the middle has
    not read what stands before it, until a paragraph there was in sight long enough to be read.
    """

    share: float = 0.0
    waits: bool = False

    @classmethod
    def taken_up(cls, reached: float, position: float) -> "HowFar":
        """An article is opened again. ``reached`` is the share told last, ``position`` where the window stood."""
        return cls(reached, waits=position > reached + _AHEAD)

    def jumped(self) -> "HowFar":
        """A passage or heading was brought into sight."""
        return self._replace(waits=True)

    def moved(self, share: float) -> "HowFar":
        """The reader moved; ``share`` would be behind now."""
        return self if self.waits else HowFar(share)

    def saw(self, share: float) -> "HowFar":
        """A paragraph was read where ``share`` is behind."""
        return HowFar(share)


def minutes_left(minutes: int, share: float) -> float:
    """What is left of an article's reading time when a share (0–1) of it is behind; at least a minute in all."""
    return max(1, minutes) * (1 - min(1.0, max(0.0, share)))
