"""A key and what it does, as the overview of keys lists it."""

from typing import NamedTuple


class Keys(NamedTuple):
    """What keys do that a widget answers to itself, such as ``("Walk along the plot", ("Left", "Right"))``."""

    text: str
    keys: tuple[str, ...]
