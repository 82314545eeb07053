"""Words that several pages use."""

from studyapp.learning.evidence import FEWEST_ANSWERS, TooLittle
from studyapp.study.how_far import minutes_left


def counted(number: int, one: str, many: str) -> str:
    """``1 card``, ``38 cards``."""
    return f"{number} {one if number == 1 else many}"


def time_left(minutes: int, share: float) -> str:
    """How long the rest of an article takes when a share (0–1) of it is behind the reader."""
    if share >= 1:
        return "at the end"
    left = minutes_left(minutes, share)
    return f"{round(left)} min left" if left >= 1 else "less than a minute left"


def whole_chance(share: float) -> int:
    """A forecast chance in whole per cent, 1 to 99: no forecast is certain."""
    return min(99, max(1, round(share * 100)))


def chance_told(share: float) -> str:
    """``62 %``."""
    return f"{whole_chance(share)} %"


def evidence_missing(found: TooLittle) -> str:
    """Why there is no forecast."""
    if found.answers < FEWEST_ANSWERS:
        return f"{found.answers} of the {FEWEST_ANSWERS} first answers that it needs, in mocks or practice."
    covered = int(found.covered * 100 + 1e-9)
    return f"Your answers reach areas that make up {covered} % of the paper; it needs 60 %."
