"""One entry of the learner's log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.study_day import day_of, on_the_calendar

RETRACT: Final = "retract"
"""The kind of an entry that takes another back; its payload names it as ``{"target": "device:seq"}``."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, once and for ever.

    ``device`` and ``seq`` (from 1, without gaps) name the entry. ``order`` is its place among all entries of
    all devices; ties are broken by device and sequence number. ``at`` is UTC in whole milliseconds,
    ``offset_minutes`` what the learner's clock added to it, ``rollover_hour`` when the learner's day ended
    then. ``item`` is whatever the kind's state is kept by: a card, an article, an attempt, a setting.
    """

    device: str
    seq: int
    order: int
    at: datetime
    offset_minutes: int
    rollover_hour: int
    kind: str
    item: ItemId
    revision: int
    payload: Mapping[str, Any] = field(default_factory=dict)
    payload_version: int = 1

    @property
    def name(self) -> str:
        """``device:seq``, as a retraction names it."""
        return f"{self.device}:{self.seq}"

    @property
    def place(self) -> tuple[int, str, int]:
        """The key by which entries of all devices stand in one order."""
        return self.order, self.device, self.seq

    @property
    def day(self) -> date:
        """The study day in which it happened."""
        return day_of(self.at, self.offset_minutes, self.rollover_hour)

    @property
    def told_at(self) -> datetime:
        """When it happened by the learner's own clock and calendar."""
        return on_the_calendar(self.at, self.offset_minutes)
