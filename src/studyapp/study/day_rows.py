"""The lines of the day: what to read on, and how well each area is recalled."""

from dataclasses import dataclass

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """An article to read on: its whole reading time in minutes, and the share (0–1) that is read."""

    article: ItemId
    title: str
    minutes: int
    position: float


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A competency: how well its cards are recalled now, on average of those seen; None before the first.

    ``scope`` is the value of a scope of kind ``area`` with all its cards.
    """

    title: str
    recalled: float | None
    seen: int
    total: int
    scope: str
