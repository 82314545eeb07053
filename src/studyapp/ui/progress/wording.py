"""The sentences of the Progress page."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from studyapp.learning.confusion import MixUp
from studyapp.study.confusions import Confusions
from studyapp.study.forgetting import Recalled
from studyapp.study.report import AreaMemory, Coverage, DayDone, Figures, Progress

_ENGLISH = QLocale.c()  # English with three letters for a month: Sep, where the British locale has Sept
_ENOUGH_REVIEWS = 100
_TELLING_CARDS = 3


def per_cent(share: float, places: int = 0) -> str:
    """``91.4 %``."""
    return f"{share * 100:.{places}f} %"


def count(number: int, one: str, many: str = "") -> str:
    """``1 card``, ``2 cards``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def span(time: timedelta) -> str:
    """``9 h 20 min``."""
    minutes = round(time.total_seconds() / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def day_name(day: date) -> str:
    """``Mon 23 Nov``."""
    name = _ENGLISH.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name} {day.day} {_ENGLISH.monthName(day.month, QLocale.FormatType.ShortFormat)}"


def short_day(day: date) -> str:
    """``23 Nov``."""
    return f"{day.day} {_ENGLISH.monthName(day.month, QLocale.FormatType.ShortFormat)}"


def recall_figure(figures: Figures) -> tuple[str, str]:
    """The figure on recall, and the line below it."""
    if figures.recall_30_days is None:
        return "–", f"target {per_cent(figures.target)}; known after the first reviews"
    return per_cent(figures.recall_30_days, 1), f"target {per_cent(figures.target)}"


def learned_figure(figures: Figures) -> tuple[str, str]:
    """The figure on cards."""
    new = figures.learned_this_week
    return (
        f"{figures.cards_learned:,} of {figures.cards_total:,}",
        f"+{new} this week" if new else "none this week",
    )


def time_figure(figures: Figures) -> tuple[str, str]:
    """The figure on time."""
    if not figures.study_days:
        return span(figures.studied), "no day of study yet"
    return span(figures.studied), f"{span(figures.a_day)} a day, on {count(figures.study_days, 'day')}"


def done_text(day: DayDone) -> str:
    """What was done on a day."""
    parts = [count(day.cards, "card")] if day.cards else []
    parts += [count(day.questions, "question")] if day.questions else []
    parts += [count(day.exercises, "exercise")] if day.exercises else []
    parts += [f"{span(day.read)} of reading"] if day.read else []
    return (
        f"{day_name(day.day)} {day.day.year}: {', '.join(parts) or 'a paper begun'}; {span(day.took)} in all"
    )


def days_sentence(progress: Progress) -> str:
    """What the calendar means."""
    done = {day.day for day in progress.days}
    recent = sum(progress.today - timedelta(days=n) in done for n in range(30))
    longest, run = 0, 0
    day = min(done, default=progress.today)
    while day <= progress.today:
        run = run + 1 if day in done else 0
        longest = max(longest, run)
        day += timedelta(days=1)
    return f"You studied on {recent} of the last 30 days; the longest run was {count(longest, 'day')}."


def areas_sentence(areas: Sequence[AreaMemory]) -> str:
    """What the bars of the areas mean."""
    known = [
        (area.recalled, area.title)
        for area in areas
        if area.recalled is not None and area.seen >= _TELLING_CARDS
    ]
    if not known:
        return "How many of an area's cards you would recall tomorrow; those not seen count as not recalled."
    low, title = min(known)
    return f"Of the areas begun you would recall least in {title}: {per_cent(low)} of its cards tomorrow, seen or not."


def area_text(area: AreaMemory) -> str:
    """One area in words."""
    seen = f"{area.seen} of {count(area.total, 'card')} seen"
    return f"{per_cent(area.recalled)} recalled · {seen}" if area.recalled is not None else seen


def honest_sentence(progress: Progress) -> str:
    """Whether the memory model is honest for this learner."""
    reviews = sum(row.reviews for row in progress.recall)
    recalled = sum(row.recalled for row in progress.recall)
    expected = sum(row.expected * row.reviews for row in progress.recall)
    if reviews < _ENOUGH_REVIEWS:
        so_far = f"After {count(reviews, 'review')} it is too early to tell"
        return f"{so_far}; from {_ENOUGH_REVIEWS} on this means something."
    gap = (recalled - expected) / reviews
    if abs(gap) < 0.02:
        word = "The model is honest for you"
    else:
        word = (
            "You recall more than the model expects" if gap > 0 else "You recall less than the model expects"
        )
    return f"{word}: {per_cent(recalled / reviews)} recalled, {per_cent(expected / reviews)} expected."


def forgetting_sentence(progress: Progress) -> str:
    """Whether the curve is honest, and what it is drawn for."""
    drawn = "The dashed curve is what is expected, drawn for a card that lasts ten days; others are stretched to it."
    return f"{honest_sentence(progress)} {drawn}"


def recalled_text(row: Recalled) -> str:
    """What was recalled at one place of the curve."""
    age = "within a day" if row.day < 1 else f"after {count(round(row.day), 'day')}"
    told = f"{row.recalled} of {row.reviews} recalled"
    return f"{age[0].upper()}{age[1:]}: {told}, {per_cent(row.expected)} expected"


def hours_sentence(progress: Progress) -> str:
    """When the learner studies."""
    busiest = max(progress.hours, key=lambda row: row.answers)
    return f"Most answers fall between {busiest.hour}:00 and {busiest.hour + 1}:00."


def coverage_sentence(coverage: Sequence[Coverage]) -> str:
    """How much is read."""
    read, total = sum(row.read for row in coverage), sum(row.total for row in coverage)
    return f"{read} of {count(total, 'article')} read."


def pair_text(found: Confusions, pair: MixUp) -> str:
    """A pair by its titles: ``Product Owner ↔ Product Manager``."""
    things = (found.thing(name) for name in pair.pair)
    return " ↔ ".join(thing.column.title for thing in things if thing)


def mixed_up_sentence(found: Confusions) -> str:
    """What a confusion matrix means."""
    key = "Rows: what was right; columns: what you answered, long ago included."
    wrong = any(times and right != taken for (right, taken), times in found.counts.items())
    if not wrong:
        return f"{key} Nothing has been mixed up."
    if not found.mix_ups:
        return f"{key} What you mixed up you tell apart by now."
    most = found.worst or found.mix_ups[0]
    last = "the last answer" if most.chances == 1 else f"{most.mistakes} of the last {most.chances} answers"
    told = f"{pair_text(found, most)}: {last}"
    if found.worst is None:
        return f"{key} Lately most often {told}, no more than slips explain."
    return f"{key} You mix up most {told}."


def taken_text(right: str, chosen: str, times: int, *, heavy: bool) -> str:
    """One cell of a confusion matrix."""
    if right == chosen:
        return f"{right}, answered rightly: {count(times, 'time')}"
    told = f"{right}, taken for {chosen}: {count(times, 'time')}"
    return f"{told}, more than slips explain" if heavy else told
