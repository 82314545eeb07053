"""What each day serves: how many minutes it has, how far the exam is, and what counts on it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Pool
from studyapp.learning.agenda import Course, answers_a_new_card
from studyapp.learning.day_plan import CARD_SHARE
from studyapp.learning.evidence import shares_of
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.settings_desk import LearnerSettings, SettingsDesk


class Planner:
    """Turns the learner's choices into the course of the present day."""

    def __init__(self, library: Books, ledger: Ledger, settings: SettingsDesk) -> None:
        self._library, self._ledger, self._settings = library, ledger, settings

    def course(self) -> Course:
        """The course of today."""
        return course_of(self._settings.settings, self._library.catalog, self._ledger.today().date)


def course_of(settings: LearnerSettings, catalog: Catalog, today: date) -> Course:
    """What a day's cards serve by these settings."""
    left, chosen = days_left(settings, today), settings.chosen_on(today)
    seconds = 60.0 * (chosen if chosen is not None else CARD_SHARE * settings.minutes_on(today))
    ahead = left is not None and left >= 0
    return Course(
        today=seconds,
        left=left if ahead else None,
        until=60.0 * CARD_SHARE * sum(settings.minutes_on(day) for day in _days_to_exam(settings, today)),
        weights=weights(catalog, settings.certification) if ahead else {},
        new_a_day=settings.new_a_day,
        reviews_a_day=settings.reviews_a_day,
        a_new_card=answers_a_new_card(settings.rules),
    )


def days_left(settings: LearnerSettings, today: date) -> int | None:
    """Days from a date to the exam's; None without one, negative once it has passed.

    What is told counts from the calendar's date, what is planned from the study day's.
    """
    return (settings.exam_date - today).days if settings.exam_date else None


def weights(catalog: Catalog, certification: str) -> Mapping[str, float]:
    """What one card counts for on the exam, by its focus area: the area's share of the paper over its cards.

    Empty, so that all count alike, where the certification has no paper with areas.
    """
    mocks = (p for p in catalog.profiles() if p.certification == certification and p.pool is Pool.HELD_BACK)
    mock = next((p for p in mocks if p.pass_mark), None)
    if mock is None:
        return {}
    tested = [a.name for group in catalog.competencies() for a in group.areas if mock.level in a.levels]
    cards = Counter(card.area for card in catalog.cards().values())
    sizes = shares_of(dict(mock.quotas), mock.questions, dict.fromkeys(tested, 1)) if tested else {}
    return {area: size / cards[area] for area, size in sizes.items() if cards[area]}


def _days_to_exam(settings: LearnerSettings, today: date) -> Iterator[date]:
    """The days on which there is still time to study; the exam day counts when it is today."""
    left = days_left(settings, today)
    if left is not None and left >= 0:
        yield from (today + timedelta(days=day) for day in range(max(1, left)))
