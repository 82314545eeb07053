"""The sentences of the Progress page."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from studyapp.learning.forecast import Forecast
from studyapp.study.confusions import Confusions
from studyapp.study.fared import Fared, verdict
from studyapp.study.forgetting import Recalled
from studyapp.study.outlook import Outlook
from studyapp.study.report import AreaMemory, Coverage, DayDone, Figures, Progress
from studyapp.study.results_desk import RealResult

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_ENOUGH_REVIEWS = 100
_TELLING_CARDS = 3
_TELLING_EXAMS = 5
_COIN = 0.25
"""The squared error of always saying 50 per cent."""


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


def mock_figure(figures: Figures) -> tuple[str, str]:
    """The figure on mock exams: the first and the last score."""
    mark = f"pass mark {figures.pass_mark} %" if figures.pass_mark else "no pass mark"
    scores = [int(row.share * 100 + 1e-9) for row in figures.mocks]
    if not scores:
        return "–", f"{mark}; none sat yet"
    if len(scores) == 1:
        return f"{scores[0]} %", mark
    return f"{scores[0]} % → {scores[-1]} %", mark


def time_figure(figures: Figures) -> tuple[str, str]:
    """The figure on time."""
    if not figures.study_days:
        return span(figures.studied), "no day of study yet"
    return span(figures.studied), f"{span(figures.a_day)} a day, on {count(figures.study_days, 'day')}"


def done_text(day: DayDone) -> str:
    """What was done on a day."""
    parts = [count(day.cards, "card")] if day.cards else []
    parts += [count(day.questions, "question")] if day.questions else []
    return f"{day_name(day.day)} {day.day.year}: {', '.join(parts) or 'a paper begun'}, {span(day.took)}"


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


def ahead_sentence(ahead: Sequence[int]) -> str:
    """What the bars of the coming days mean."""
    week, today = ahead[:7], ahead[0]
    most = max(range(len(week)), key=lambda n: week[n])
    more = (
        f" The heaviest day of the week comes in {count(most, 'day')}: {week[most]}."
        if most and week[most] > today
        else ""
    )
    return f"{count(today, 'card')} due today, {sum(week)} within a week, if you add no new ones.{more}"


def areas_sentence(areas: Sequence[AreaMemory]) -> str:
    """What the bars of the areas mean."""
    known = [
        (area.recalled, area.title)
        for area in areas
        if area.recalled is not None and area.seen >= _TELLING_CARDS
    ]
    if not known:
        return "How many of an area's cards you would recall now, on average of those you have seen."
    low, title = min(known)
    return f"Of the cards you have seen, you would recall least in {title}: {per_cent(low)} now."


def area_text(area: AreaMemory) -> str:
    """One area in words."""
    seen = f"{area.seen} of {area.total} cards seen"
    return f"{per_cent(area.recalled)} recalled · {seen}" if area.recalled is not None else seen


def mocks_sentence(figures: Figures) -> str:
    """What the line of mock scores means."""
    scores = [row.share for row in figures.mocks]
    passed = sum(bool(row.passed) for row in figures.mocks)
    if len(scores) == 1:
        return (
            "One honest mock so far: all its questions were new to you. A second one shows the way it goes."
        )
    trend = scores[-1] - scores[0]
    way = "up" if trend > 0.005 else "down" if trend < -0.005 else "level"
    step = f"{way} by {abs(trend) * 100:.0f} points" if way != "level" else "level"
    told = f"{passed} of {len(scores)} honest mocks passed; {step} since the first."
    return f"{told} On our questions, not the real ones."


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


def forecast_sentence(outlook: Outlook) -> str:
    """What the line of forecasts means."""
    first, last = (past.forecast.chance for past in (outlook.past[0], outlook.past[-1]))
    if len(outlook.past) == 1 or abs(last - first) < 0.02:
        way = f"about {per_cent(last)}"
    else:
        way = f"{'up' if last > first else 'down'} from {per_cent(first)} to {per_cent(last)}"
    told = f"The chance to pass one of our mocks is {way}, from first answers alone."
    return f"{told} The band holds it in four of five cases."


def likely(found: Forecast) -> str:
    """The two intervals in words, and what they rest on."""
    near = f"likely between {per_cent(found.interval.low)} and {per_cent(found.interval.high)}"
    wide = f"for the real exam between {per_cent(found.wide.low)} and {per_cent(found.wide.high)}"
    return (
        f"{near} · from {count(found.answers, 'first answer')} · {wide}, because nobody knows how it compares"
    )


def result_text(result: RealResult, title: str) -> str:
    """One result of a real exam."""
    score = "" if result.score is None else f" with {result.score:g} %"
    outcome = "passed" if result.passed else "not passed"
    return f"{title}, {short_day(result.day)} {result.day.year}: {outcome}{score}"


def fared_text(row: Fared) -> str:
    """What was forecast of one exam, and how it went."""
    score = "" if row.share is None else f" with {int(row.share * 1000 + 1e-6) / 10:g} %"
    outcome = f"{'passed' if row.passed else 'not passed'}{score}"
    return f"{'said' if row.told else 'would have said'} {per_cent(row.chance)} · {outcome}"


def fared_sentence(fared: Sequence[Fared]) -> str:
    """How the forecasts have fared on the whole."""
    found = verdict(fared)
    exams, passed = count(found.exams, "exam"), f"{found.passed} of {found.exams} passed"
    told = f"Before {exams} the forecast was {per_cent(found.said)} on average; {passed}."
    if found.exams < _TELLING_EXAMS:
        return f"{told} From {_TELLING_EXAMS} exams on this begins to tell how honest it is."
    better = "better" if found.error < _COIN else "no better"
    return f"{told} That is {better} than a coin: squared error {found.error:.2f}, against {_COIN:g}."


def pair_text(found: Confusions) -> str:
    """The pair that is mixed up most: ``Product Owner ↔ Product Manager``; empty when there is none."""
    things = [found.thing(name) for name in found.worst.pair] if found.worst else []
    return " ↔ ".join(thing.column.title for thing in things if thing)


def mixed_up_sentence(found: Confusions) -> str:
    """What a confusion matrix means."""
    key = "Rows: what was right; columns: what you answered."
    worst = found.worst
    if worst is None:
        return f"{key} Of late, no pair is mixed up more than slips explain."
    return f"{key} You mix up {pair_text(found)} most: {worst.mistakes} of the last {count(worst.chances, 'answer')}."


def taken_text(right: str, chosen: str, times: int, *, heavy: bool) -> str:
    """One cell of a confusion matrix."""
    if right == chosen:
        return f"{right}, answered rightly: {count(times, 'time')}"
    told = f"{right}, taken for {chosen}: {count(times, 'time')}"
    return f"{told}, more than slips explain" if heavy else told
