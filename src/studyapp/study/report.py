"""Where the learner stands: the figures of the Progress page, worked out away from the window.

``Report.inquiry`` gathers what the content has to say in the window's thread; the `Inquiry` it gives reads
the log through a query-only connection of its own wherever it is called.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.exam_profile import ExamProfile
from studyapp.ids import ItemId
from studyapp.learning.statistics import AnswerDay, days_in_a_row, totals
from studyapp.store import report_rows
from studyapp.store.day_rows import answer_days
from studyapp.store.drill_rows import drill_time
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.store.readings import read_articles, reading_days
from studyapp.study.attempt_rows import attempt_rows
from studyapp.study.books import Books
from studyapp.study.exam_values import AttemptRow
from studyapp.study.forgetting import Forgetting, forgetting
from studyapp.study.mocks import mocks_of
from studyapp.study.question_cards import called_cards
from studyapp.study.recall import Recall, recall_by_area
from studyapp.study.settings_desk import SettingsDesk

AHEAD: Final = 28
"""So many days of reviews ahead are told."""

_READ: Final = timedelta(minutes=1)
"""A day on which an article was open for less is no day of study."""

_MONTH: Final = timedelta(days=30)
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures. ``recall_30_days`` is None before the first review; shares are 0 to 1.

    ``mocks`` are the telling mocks of the certification aimed at, the oldest first; ``studied`` counts cards, papers,
    practice and reading, ``study_days`` the days with an answer or a minute of reading, ``days_in_a_row`` those without
    a gap up to now.
    """

    recall_30_days: float | None
    reviews_30_days: int
    target: float
    cards_learned: int
    cards_total: int
    learned_this_week: int
    mocks: tuple[AttemptRow, ...]
    pass_mark: int
    studied: timedelta
    study_days: int
    days_in_a_row: int

    @property
    def a_day(self) -> timedelta:
        """The time spent on a day of study, on average."""
        return self.studied / self.study_days if self.study_days else timedelta()


@dataclass(frozen=True, slots=True)
class DayDone:
    """What was done on one study day: cards and questions answered, exercises of tables, reading, the time of all."""

    day: date
    cards: int
    questions: int
    exercises: int
    read: timedelta
    took: timedelta


@dataclass(frozen=True, slots=True)
class AreaMemory:
    """The share of all cards of a focus area that would be recalled tomorrow (0 to 1); None before the first answer."""

    name: str
    title: str
    recalled: float | None
    seen: int
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles of a topic are read."""

    title: str
    read: int
    total: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that the Progress page shows, as of ``today``."""

    today: date
    figures: Figures
    days: tuple[DayDone, ...]
    ahead: tuple[int, ...]
    areas: tuple[AreaMemory, ...]
    coverage: tuple[Coverage, ...]
    hours: tuple[report_rows.HourRow, ...]
    recall: tuple[report_rows.RecallRow, ...]
    forgetting: Forgetting


class Report:
    """Puts questions to the log."""

    def __init__(self, library: Books, profile: Profile, settings: SettingsDesk) -> None:
        self._library, self._profile, self._settings = library, profile, settings

    def inquiry(self) -> "Inquiry":
        """An inquiry into the log as it will be when it is called."""
        catalog = self._library.catalog
        articles = defaultdict[str, list[ItemId]](list)
        for item, article in catalog.articles().items():
            articles[article.topic].append(item)
        titles = {topic.name: topic.title for topic in catalog.topics()}
        made, called = called_cards(catalog, self._profile.ledger)
        return Inquiry(
            reader=self._profile.reader,
            cards={item: card.area for item, card in catalog.cards().items()},
            areas=tuple(self._areas_of(catalog)),
            topics=tuple((titles.get(topic, topic), tuple(items)) for topic, items in articles.items()),
            mocks=mocks_of(self._settings.settings.certification, catalog.profiles()),
            made=frozenset(made),
            called=called,
        )

    def _areas_of(self, catalog: Catalog) -> Iterable[tuple[str, str, bool]]:
        """Every focus area, and whether the exam that the learner aims at tests it."""
        aimed_at = self._settings.settings.certification
        levels = {level for group in catalog.competencies() for area in group.areas for level in area.levels}
        for group in catalog.competencies():
            for area in group.areas:
                yield area.name, area.title, aimed_at in area.levels or aimed_at not in levels

    def progress(self) -> Progress:
        """The answer at once, for whoever can wait."""
        return self.inquiry().read(self._profile.ledger)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question to the log, with all that the content has to add.

    ``made`` are cards of questions, no part of the content; ``called`` those that a wrong answer made due, and when.
    Calling it opens a connection and closes it.
    """

    reader: Callable[[], Ledger]
    cards: Mapping[ItemId, str]
    areas: tuple[tuple[str, str, bool], ...]
    topics: tuple[tuple[str, tuple[ItemId, ...]], ...]
    mocks: tuple[ExamProfile, ...]
    made: frozenset[ItemId]
    called: Mapping[ItemId, datetime]

    def __call__(self) -> Progress:
        """Read the log and answer."""
        ledger = self.reader()
        try:
            return self.read(ledger)
        finally:
            ledger.close()

    def read(self, ledger: Ledger) -> Progress:
        """The answer that a log gives."""
        today = ledger.today().date
        answers = answer_days(ledger)
        questions = report_rows.exam_time(ledger), report_rows.practice_time(ledger)
        days = _days(answers, questions, drill_time(ledger), reading_days(ledger))
        recall = report_rows.recall_rows(ledger)
        return Progress(
            today=today,
            figures=self._figures(ledger, today, answers, days),
            days=days,
            ahead=report_rows.due_by_day(ledger, {*self.cards, *self.made}, self.called, AHEAD),
            areas=tuple(self._areas(ledger)),
            coverage=tuple(self._coverage(ledger)),
            hours=report_rows.hours(ledger),
            recall=recall,
            forgetting=forgetting(recall, ledger.scheduler),
        )

    def _figures(
        self, ledger: Ledger, today: date, answers: tuple[AnswerDay, ...], days: tuple[DayDone, ...]
    ) -> Figures:
        month = totals(day for day in answers if day.day > today - _MONTH)
        learned, this_week = report_rows.learned(ledger, self.cards, today - _WEEK + timedelta(days=1))
        mine = {profile.id for profile in self.mocks}
        rows = [r for r in attempt_rows(ledger) if r.profile.id in mine and r.handed_in_at is not None]
        mocks = tuple(reversed([row for row in rows if row.telling]))
        return Figures(
            recall_30_days=month.recall,
            reviews_30_days=month.reviews,
            target=ledger.scheduler.retention,
            cards_learned=learned,
            cards_total=len(self.cards),
            learned_this_week=this_week,
            mocks=mocks,
            pass_mark=self.mocks[0].pass_mark if self.mocks else 0,
            studied=sum((day.took for day in days), timedelta()),
            study_days=len(days),
            days_in_a_row=_in_a_row(ledger, answers, days),
        )

    def _areas(self, ledger: Ledger) -> Iterable[AreaMemory]:
        found = recall_by_area(ledger, ledger.scheduler, self.cards)
        for name, title, tested in self.areas:
            recall = found.get(name, Recall())
            if recall.total and (tested or recall.seen):
                yield AreaMemory(name, title, recall.share, recall.seen, recall.total)

    def _coverage(self, ledger: Ledger) -> Iterable[Coverage]:
        read = read_articles(ledger)
        for title, articles in self.topics:
            yield Coverage(title, sum(article in read for article in articles), len(articles))


def _in_a_row(ledger: Ledger, answers: tuple[AnswerDay, ...], days: Iterable[DayDone]) -> int:
    """Days of study without a gap; where no card was answered, the learner's clock is taken to be the present one."""
    known, today = {day.day for day in answers}, ledger.today()
    offset, nothing = today.offset // timedelta(minutes=1), timedelta()
    others = [AnswerDay(day.day, offset, 0, 0, nothing, 0, 0) for day in days if day.day not in known]
    return days_in_a_row((*answers, *others), today.date)


def _days(
    answers: Iterable[AnswerDay],
    asked: Iterable[Mapping[date, tuple[int, timedelta]]],
    drilled: Mapping[date, tuple[int, timedelta]],
    read: Mapping[date, timedelta],
) -> tuple[DayDone, ...]:
    """Every day of study, the oldest first. ``asked`` are questions, in papers and in practice."""
    cards = defaultdict[date, int](int)
    questions = defaultdict[date, int](int)
    exercises = defaultdict[date, int](int)
    took = defaultdict[date, timedelta](timedelta)
    for day in answers:
        cards[day.day] += day.answers
        took[day.day] += day.took
    for counts, found in (*((questions, each) for each in asked), (exercises, drilled)):
        for when, (answered, spent) in found.items():
            counts[when] += answered
            took[when] += spent
    every = (
        DayDone(day, cards[day], questions[day], exercises[day], spent, took[day] + spent)
        for day in sorted({*cards, *questions, *exercises, *read})
        for spent in [read.get(day, timedelta())]
    )
    return tuple(done for done in every if _counts(done))


def _counts(done: DayDone) -> bool:
    """Whether a day is one of study: with an answer, a paper begun, or some reading."""
    answered = done.cards or done.questions or done.exercises
    return bool(answered or done.took > done.read or done.read >= _READ)
