"""The sentences of the Today page."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.learning.next_step import NextStep
from studyapp.study.day_rows import ChanceRow
from studyapp.study.glance import Glance
from studyapp.ui.address import article_address, page_address
from studyapp.ui.wording import counted

_STEPS = {
    NextStep.RESUME_EXAM: ("Go on with the exam", page_address("exam")),
    NextStep.DRILL_DUE: ("Start today’s session", page_address("cards", scope="due")),
    NextStep.LEARN_NEW: ("Start today’s session", page_address("cards", scope="due")),
    NextStep.PRACTISE: ("Answer practice questions", page_address("exam", practice="all:")),
    NextStep.READ: ("Read on", page_address("read")),
    NextStep.DONE: ("Study ahead", page_address("cards", scope="due", ahead="yes")),
}
"""What the primary button says and where it leads, by the next step."""


def days_to_exam(days: int | None, exam: str) -> str:
    """The line above the day's work."""
    if days is None:
        return f"Preparing for {exam}, no exam date set" if exam else "No exam date set"
    name = f"your {exam} exam" if exam else "your exam"
    if days > 0:
        return f"{counted(days, 'day', 'days')} to {name}"
    return f"{name[0].upper()}{name[1:]} is today" if days == 0 else f"The date of {name} has passed"


def work_ahead(cards: int, questions: int, minutes: int, read: int = 0) -> str:
    """The day's work in one line; ``read`` are the minutes of reading in it."""
    parts: list[str] = []
    if cards:
        parts.append(counted(cards, "card", "cards"))
    if questions:
        parts.append(counted(questions, "question", "questions"))
    if read:
        parts.append("some reading")
    if not parts:
        return "Nothing is due today"
    return f"{', '.join(parts)}, about {counted(max(1, minutes), 'minute', 'minutes')}"


def work_detail(due: int, new: int, learning: int, weakest: str, later: int = 0, gain: str = "") -> str:
    """What the day's work is made of, and where most is to gain or, while that is not known, the weakest area."""
    parts = [f"Due now {due + learning}"] if due + learning else []
    if new:
        parts.append(f"new {new}" if parts else f"New {new}")
    if later:
        parts.append(f"{later} more spread over the days ahead")
    if gain:
        parts.append(gain if parts else gain[0].upper() + gain[1:])
    elif weakest:
        parts.append(f"weakest area: {weakest}" if parts else f"Weakest area: {weakest}")
    return " · ".join(parts)


def minutes_left(minutes: int, share: float) -> str:
    """How far an article has been read."""
    if share >= 1:
        return "read"
    if share <= 0:
        return f"unread · {minutes} min"
    return f"{max(1, round(minutes * (1 - share)))} min left"


def recalled(share: float | None, seen: int, total: int) -> str:
    """How well an area is recalled."""
    cards = counted(total, "card", "cards")
    if share is None or not seen:
        return f"{cards}, none seen yet"
    return f"{round(share * 100)} % recalled · {seen} of {total} cards seen"


def mean_recall(rows: Sequence[tuple[float | None, int]]) -> float | None:
    """The mean of areas' recall weighted by the cards seen; None before the first answer."""
    pairs = [(share, seen) for share, seen in rows if share is not None and seen]
    cards = sum(seen for _, seen in pairs)
    return sum(share * seen for share, seen in pairs) / cards if cards else None


def chance_note(chance: ChanceRow, recall: float | None, seen: int) -> str:
    """How sure the forecast is, what it rests on, and recall beside it."""
    low, high = round(chance.low * 100), round(chance.high * 100)
    told = f"likely {low} to {high} % · from {counted(chance.answers, 'first answer', 'first answers')}"
    if recall is None:
        return told
    return f"{told} · {round(recall * 100)} % recalled of {counted(seen, 'card', 'cards')}"


def most_to_gain(chance: ChanceRow) -> str:
    """Where an hour gains most; empty when that is not known."""
    points = round(chance.gain * 100)
    return f"an hour gains most in {chance.gains[1]}: +{points} %" if chance.gains[1] and points else ""


def recall_colour(share: float | None) -> str:
    """The colour of a bar; the figure beside it says the same."""
    if share is None:
        return "line"
    return "good" if share >= 0.75 else "warn" if share >= 0.5 else "bad"


class Day(NamedTuple):
    """The words of the day's card, and where its button leads."""

    above: str
    title: str
    below: str
    button: str
    target: str


def exam_name(certification: str) -> str:
    """``PSPO I`` for ``pspo-1``, ``CSPO`` for ``cspo``: as people call it."""
    name, _, level = certification.partition("-")
    roman = {"1": "I", "2": "II", "3": "III"}.get(level, level)
    return f"{name.upper()} {roman}".strip()


def day_of(glance: Glance) -> Day:
    """The words for what the day holds."""
    above = days_to_exam(glance.days_left, exam_name(glance.certification))
    title = work_ahead(glance.cards, glance.questions, glance.minutes, glance.read)
    if glance.off and not glance.cards:
        title = "A day off"
    chance = glance.chance
    gain = most_to_gain(chance) if chance else ""
    below = work_detail(glance.due, glance.new, glance.learning, glance.weakest, glance.later, gain)
    button, target = _STEPS[glance.next_step]
    if glance.next_step is NextStep.READ and glance.reading:
        target = article_address(glance.reading[0].article)
    elif chance and glance.next_step is NextStep.PRACTISE and chance.costs[0]:
        button, target = (
            f"Practise {chance.costs[1]}",
            page_address("exam", practice=f"area:{chance.costs[0]}"),
        )
    elif chance and glance.next_step is NextStep.DONE and chance.gains[0]:
        target = page_address("cards", scope=f"area:{chance.gains[0]}", ahead="yes")
    return Day(above, title, below, button, target)
