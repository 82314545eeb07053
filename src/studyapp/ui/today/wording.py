"""The sentences of the Today page."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from studyapp.learning.evidence import TooLittle
from studyapp.learning.next_step import NextStep
from studyapp.study.day_rows import BackRow, ChanceRow, MisfitRow
from studyapp.study.glance import Glance
from studyapp.ui.address import article_address, page_address
from studyapp.ui.wording import counted, evidence_missing, time_left, whole_chance

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
    """The day's work in one line; reading, of which there are ``read`` minutes, is named when there is nothing else."""
    parts: list[str] = []
    if cards:
        parts.append(counted(cards, "card", "cards"))
    if questions:
        parts.append(counted(questions, "question", "questions"))
    if read and not parts:
        parts.append("Some reading")
    if not parts:
        return "Nothing is due today"
    return f"{', '.join(parts)}, about {counted(max(1, minutes), 'minute', 'minutes')}"


def work_detail(
    due: int, new: int, learning: int, weakest: str, later: int = 0, gain: str = "", read: int = 0
) -> str:
    """What the day's work is made of, and where most is to gain or, while that is not known, the weakest area."""
    parts = [f"Due now {due + learning}"] if due + learning else []
    if new:
        parts.append(f"new {new}" if parts else f"New {new}")
    if read:
        parts.append(f"{'r' if parts else 'R'}eading {read} min")
    if later:
        parts.append(f"{later} more due, spread over the days ahead")
    if gain:
        parts.append(gain if parts else gain[0].upper() + gain[1:])
    elif weakest:
        parts.append(f"weakest area: {weakest}" if parts else f"Weakest area: {weakest}")
    return " · ".join(parts)


def reading_left(minutes: int, share: float, *, begun: bool) -> str:
    """How much of an article there is to read; of one that was opened in the words of the Read page."""
    return time_left(minutes, share) if begun else f"unread · {max(1, minutes)} min"


def recalled(share: float | None, seen: int, total: int) -> str:
    """How well an area is recalled."""
    cards = counted(total, "card", "cards")
    if share is None or not seen:
        return f"{cards}, none seen yet"
    return f"{round(share * 100)} % recalled · {seen} of {total} cards seen"


def mean_recall(rows: Sequence[tuple[float | None, int]]) -> float | None:
    """The mean of areas' recall weighted by all their cards; None before the first answer."""
    if all(share is None for share, _ in rows):
        return None
    return sum((share or 0.0) * cards for share, cards in rows) / sum(cards for _, cards in rows)


def chance_note(chance: ChanceRow, recall: float | None, total: int) -> str:
    """How sure the forecast is, what it rests on, and recall beside it."""
    low, high = map(whole_chance, (chance.low, chance.high))
    told = f"likely {low} to {high} % · from {counted(chance.answers, 'first answer', 'first answers')}"
    if recall is None:
        return told
    return f"{told} · {round(recall * 100)} % recalled tomorrow of {counted(total, 'card', 'cards')}"


def no_chance(missing: TooLittle | None) -> str:
    """Why the chance to pass is not told; empty before the first question, and when nothing is missing."""
    if missing is None or not missing.answers:
        return ""
    return f"Chance to pass: not enough evidence yet. {evidence_missing(missing)}"


def most_to_gain(chance: ChanceRow) -> str:
    """Where an hour gains most; empty when that is not known."""
    points = round(chance.gain * 100)
    told = f"an hour gains most in {chance.gains[1]}: {counted(points, 'point', 'points')}"
    return told if chance.gains[1] and points else ""


def recall_colour(share: float | None, seen: int, total: int) -> str:
    """The colour of a bar; the figure beside it says the same. To have seen less than half is no failure."""
    if share is None:
        return "line"
    if 2 * seen < total:
        return "accent"
    return "good" if share >= 0.75 else "warn" if share >= 0.5 else "bad"


class Day(NamedTuple):
    """The words of the day's card, and where its button leads.

    ``gain`` names the area where most is to gain, empty when that is not known. ``offers`` are the minutes to choose
    from after days away and what each button says; they take the button's place.
    """

    above: str
    title: str
    below: str
    button: str
    target: str
    offers: tuple[tuple[int, str], ...] = ()
    gain: str = ""


WAITING: Final = Day(
    "", "Looking through your cards", "With so many it takes a moment.", *_STEPS[NextStep.DRILL_DUE]
)
"""What is said while the day is being worked out for the first time."""


def exam_name(certification: str) -> str:
    """``PSPO I`` for ``pspo-1``, ``CSPO`` for ``cspo``: as people call it."""
    name, _, level = certification.partition("-")
    roman = {"1": "I", "2": "II", "3": "III"}.get(level, level)
    return f"{name.upper()} {roman}".strip()


def welcome_back(back: BackRow) -> str:
    """What to know on the return after days away."""
    cards = counted(back.waiting, "card has", "cards have")
    days = counted(back.days, "day", "days")
    return (
        f"{cards} come due meanwhile; that is fine. The most valuable come first, whatever time you choose. "
        f"The others are spread over the next {days} or so, within your usual minutes."
    )


def misfit_note(misfit: MisfitRow) -> str:
    """What will not fit before the exam, and what would."""
    ways = []
    if misfit.minutes is not None:
        ways.append(f"{counted(misfit.minutes, 'minute', 'minutes')} a day")
    if misfit.exam is not None:
        ways.append(f"an exam on {misfit.exam.day} {misfit.exam:%B %Y}")
    would = f"; {' or '.join(ways)} would give time for all of them" if ways else ""
    return f"Not all cards fit before the exam, so those that add most to it come first{would}."


def day_of(glance: Glance) -> Day:
    """The words for what the day holds."""
    if glance.back is not None:
        offers = tuple((minutes, f"{minutes} minutes") for minutes, _ in glance.back.offers)
        above = days_to_exam(glance.days_left, exam_name(glance.certification))
        target = page_address("cards", scope="due")
        return Day(above, "Welcome back. How much time today?", welcome_back(glance.back), "", target, offers)
    above = days_to_exam(glance.days_left, exam_name(glance.certification))
    if glance.next_step is NextStep.RESUME_EXAM:
        above = " · ".join(part for part in ("An exam lies open", above) if part)
    title = work_ahead(glance.cards, glance.questions, glance.minutes, glance.read)
    if glance.off and not glance.cards:
        title = "A day off"
    elif glance.later and not (glance.cards or glance.questions or glance.read):
        title = "Done for today"
    chance = glance.chance
    gain = most_to_gain(chance) if chance else ""
    below = work_detail(
        glance.due, glance.new, glance.learning, glance.weakest, glance.later, gain, glance.read
    )
    button, target = _STEPS[glance.next_step]
    if glance.next_step is NextStep.PRACTISE:
        target = page_address("exam", practice="all:", questions=str(glance.questions))
    if glance.next_step is NextStep.READ and glance.reading:
        target = article_address(glance.reading[0].article)
    elif chance and glance.next_step is NextStep.PRACTISE and chance.costs[0]:
        button, target = (
            f"Practise {chance.costs[1]}",
            page_address("exam", practice=f"area:{chance.costs[0]}", questions=str(glance.questions)),
        )
    elif chance and glance.next_step is NextStep.DONE and chance.gains[0]:
        target = page_address("cards", scope=f"area:{chance.gains[0]}", ahead="yes")
    if glance.misfit:
        below = f"{below}\n{misfit_note(glance.misfit)}".lstrip()
    return Day(above, title, below, button, target, gain=chance.gains[1] if chance and gain else "")
