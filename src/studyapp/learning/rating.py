"""How well a card was recalled."""

from enum import IntEnum


class Rating(IntEnum):
    """The four answers of FSRS, with its own numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4
