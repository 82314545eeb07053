"""The lines of the day: what to read on, and how well each area is recalled.

Named tuples, as all that every start needs: Python makes such a class in an eighth of the time of a dataclass.
"""

from datetime import date
from typing import NamedTuple

from studyapp.ids import ItemId


class ReadingRow(NamedTuple):
    """An article to read on.

    ``minutes`` is its whole reading time, ``share`` (0–1) is behind the reader; ``begun`` says that it was opened.
    """

    article: ItemId
    title: str
    minutes: int
    share: float
    begun: bool


class AreaRow(NamedTuple):
    """A competency: the share (0–1) of all its cards that would be recalled tomorrow; None before the first answer.

    The title is empty for the cards of no area, as the learner's own may be. ``scope`` is the value of a scope of kind
    ``area`` with all its cards.
    """

    title: str
    recalled: float | None
    seen: int
    total: int
    scope: str


class ChanceRow(NamedTuple):
    """The forecast that was told last: the chance to pass a mock and its 80 % interval, from 0 to 1.

    ``costs`` and ``gains`` name the focus area that costs most questions and the one where an hour gains most,
    by name and title; both are empty when it is not known. ``gain`` (0 to 1) is what that hour is to gain.
    """

    chance: float
    low: float
    high: float
    answers: int
    costs: tuple[str, str]
    gains: tuple[str, str]
    gain: float


class BackRow(NamedTuple):
    """The learner is back after days away: ``waiting`` cards are due, done within about so many ``days``.

    ``offers`` pair minutes for today with the cards that they carry.
    """

    waiting: int
    days: int
    offers: tuple[tuple[int, int], ...]


class MisfitRow(NamedTuple):
    """Not everything fits before the exam. What would, each alone: minutes a day, or a later exam date."""

    minutes: int | None
    exam: date | None
