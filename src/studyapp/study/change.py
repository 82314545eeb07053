"""What a verb altered, so that pages know whether to look again."""

from enum import Flag, auto


class Change(Flag):
    """The parts of the learner's world that one action touched."""

    NOTHING = 0
    REVIEWS = auto()
    """Card memory, due counts, suspensions, flags."""
    EXAMS = auto()
    """Attempts, answers to questions, the held-back pool."""
    READING = auto()
    """Positions, what is read, bookmarks."""
    NOTES = auto()
    """Notes and highlights."""
    SETTINGS = auto()
    """Choices that change a schedule or a plan."""
    CONTENT = auto()
    """The packs that are open."""
    DAY = auto()
    """The study day: the one before is over."""


EVERYTHING = ~Change.NOTHING
"""What is altered when nothing that was seen before can be relied on."""
