"""What is known of how well a learner remembers one card."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """Where a card stands on its way into long-term memory."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"

    @property
    def stepping(self) -> bool:
        """Whether the card comes back after minutes rather than days."""
        return self in (Phase.LEARNING, Phase.RELEARNING)


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of FSRS for one card, and our own counts.

    ``stability`` is the number of days after which recall has fallen to 90 %, ``difficulty`` lies between 1
    and 10. ``step`` is the index of the learning or relearning step, None past them. ``lapses`` counts how
    often the card was forgotten after it had left its learning steps.
    """

    stability: float
    difficulty: float
    due_at: datetime
    reviewed_at: datetime
    phase: Phase
    step: int | None
    reviews: int
    lapses: int
