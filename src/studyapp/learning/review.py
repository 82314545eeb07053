"""One answer to one card."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating


@dataclass(frozen=True, slots=True)
class Review:
    """How well a card was recalled, when, and how long the learner took."""

    card: ItemId
    rating: Rating
    at: datetime
    took: timedelta = timedelta()
