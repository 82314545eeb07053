"""Today: how much there is to do, what to do first, where reading and recall stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.exam_profile import Area
from studyapp.catalog.question import Pool
from studyapp.learning.backlog import back, first_day, minutes_for
from studyapp.learning.day_plan import (
    CARD_SHARE,
    QUESTION_SECONDS,
    NextStep,
    Shares,
    Work,
    next_step,
    questions_in,
    share_out,
    whole_minutes,
)
from studyapp.learning.evidence import TooLittle
from studyapp.learning.scheduler import Scheduler
from studyapp.store.day_rows import last_answer_day
from studyapp.store.exam_rows import open_attempt
from studyapp.store.ledger import Ledger
from studyapp.store.practice_rows import practised_on
from studyapp.store.readings import read_on, reading_states
from studyapp.study.books import Books
from studyapp.study.day_rows import AreaRow, BackRow, ChanceRow, MisfitRow, ReadingRow
from studyapp.study.planner import days_left
from studyapp.study.recall import Recall, recall_by_area, together
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.review_values import DueCounts
from studyapp.study.settings_desk import SettingsDesk
from studyapp.study.told_chance import told_chance

__all__ = ["AreaRow", "ChanceRow", "NextStep", "ReadingRow", "Today", "TodayDesk"]

_READING_ROWS: Final = 3
_TELLING: Final = 3
"""An area is called the weakest only when so many of its cards were seen."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day at a glance. ``days_left`` is None without an exam date and negative after it.

    ``later`` cards are due but do not fit; ``read`` are minutes of reading; ``off`` says that the day is one off.
    ``missing`` is the evidence there is where it is too little for a forecast; then there is no ``chance``.
    """

    days_left: int | None
    due: int
    new: int
    learning: int
    questions: int
    minutes: int
    weakest: Area | None
    reading: tuple[ReadingRow, ...]
    areas: tuple[AreaRow, ...]
    attempt_open: bool
    next_step: NextStep
    chance: ChanceRow | None = None
    later: int = 0
    read: int = 0
    off: bool = False
    back: BackRow | None = None
    misfit: MisfitRow | None = None
    missing: TooLittle | None = None


class TodayDesk:
    """Looks at everything and offers one sensible next step."""

    def __init__(
        self,
        library: Books,
        ledger: Ledger,
        scheduler: Scheduler,
        settings: SettingsDesk,
        reviews: ReviewDesk,
    ) -> None:
        self._library, self._ledger, self._scheduler = library, ledger, scheduler
        self._settings, self._reviews = settings, reviews

    def look(self) -> Today:
        """The day as it stands now."""
        counts, reading = self._reviews.counts(), tuple(self._unread())
        shares, attempt_open = self._shares(bool(reading)), open_attempt(self._ledger) is not None
        cards = self._reviews.seconds(counts)
        questions = self._questions(shares, self._seconds() - cards)
        asked = cards + QUESTION_SECONDS * questions
        read = self._reading(shares, self._seconds() - asked)
        work = Work(attempt_open, counts.due + counts.learning, counts.new, questions, read)
        recalls, settings = self._recalls(), self._settings.settings
        today = self._ledger.today().date
        chance = told_chance(self._library.catalog, self._ledger, settings.certification)
        return Today(
            days_left=days_left(settings, self._ledger.date()),
            due=counts.due,
            new=counts.new,
            learning=counts.learning,
            questions=questions,
            minutes=whole_minutes(asked + 60 * read),
            weakest=self._weakest(recalls),
            reading=reading[:_READING_ROWS],
            areas=tuple(self._rows(recalls)),
            attempt_open=attempt_open,
            next_step=next_step(work),
            chance=chance if isinstance(chance, ChanceRow) else None,
            later=counts.later,
            read=read,
            off=settings.off(today) and settings.chosen_on(today) is None,
            back=self._back(counts),
            misfit=self._misfit(counts),
            missing=chance if isinstance(chance, TooLittle) else None,
        )

    def _back(self, counts: DueCounts) -> BackRow | None:
        """What to offer on the return after days away, until something was chosen or answered today."""
        settings, today = self._settings.settings, self._ledger.today().date
        last = last_answer_day(self._ledger)
        if last is None or settings.chosen_on(today) is not None:
            return None
        waiting = counts.due + counts.learning + counts.later
        usual = 60 * CARD_SHARE * settings.minutes_a_day
        found = back((today - last).days, waiting, self._reviews.pace().seconds, usual)
        if found is None:
            return None
        return BackRow(found.waiting, found.days, tuple((o.minutes, o.cards) for o in found.offers))

    def _misfit(self, counts: DueCounts) -> MisfitRow | None:
        """What would make everything fit before the exam, when it does not."""
        settings, today = self._settings.settings, self._ledger.today().date
        if not counts.needed or settings.exam_date is None:
            return None
        minute = 60 * CARD_SHARE
        usual = minute * settings.minutes_a_day
        span = counts.needed, today, settings.exam_date
        return MisfitRow(minutes_for(*span, minute, settings.works), first_day(*span, usual, settings.works))

    def _shares(self, unread: bool) -> Shares:
        """What the day has for each kind of work; minutes chosen for one day alone all go to cards."""
        settings, today = self._settings.settings, self._ledger.today().date
        if settings.chosen_on(today) is not None:
            return Shares(0.0, 0.0, 0.0)
        left = days_left(settings, today)
        return share_out(
            settings.minutes_on(today), unread=unread, left=left if left is None or left >= 0 else None
        )

    def _seconds(self) -> float:
        """All the time that the learner chose for today."""
        settings, today = self._settings.settings, self._ledger.today().date
        chosen = settings.chosen_on(today)
        return 60.0 * (settings.minutes_on(today) if chosen is None else chosen)

    def _questions(self, shares: Shares, left: float) -> int:
        """Practice questions still wanted today that fit into so many seconds; none without a paper for practice."""
        if not any(profile.pool is Pool.PRACTICE for profile in self._library.catalog.profiles()):
            return 0
        wanted = questions_in(shares.questions) - practised_on(self._ledger, self._ledger.today().date)
        return max(0, min(wanted, int(left / QUESTION_SECONDS)))

    def _reading(self, shares: Shares, left: float) -> int:
        """Minutes of reading still wanted today that fit into so many seconds."""
        if not shares.reading:
            return 0
        read = read_on(self._ledger, self._ledger.today()).total_seconds()
        return max(0, min(round((shares.reading - read) / 60), int(left / 60)))

    def _unread(self) -> Iterator[ReadingRow]:
        """Articles that were begun, the last one left first, then the others in reading order.

        Those that were left at their end, too soon to count as read, come last.
        """
        articles, states = self._library.catalog.articles(), reading_states(self._ledger)
        opened = [item for item in states if item in articles and not states[item].read]
        begun = [item for item in opened if states[item].reached < 1]
        ended = [item for item in opened if states[item].reached >= 1]
        for item in (*begun, *(item for item in articles if item not in states), *ended):
            share = states[item].reached if item in states else 0.0
            yield ReadingRow(item, articles[item].title, articles[item].minutes, share, item in states)

    def _recalls(self) -> Mapping[str, Recall]:
        """What would be recalled of every focus area that has cards."""
        areas = {item: card.area for item, card in self._library.catalog.cards().items()}
        return recall_by_area(self._ledger, self._scheduler, areas)

    def _weakest(self, recalls: Mapping[str, Recall]) -> Area | None:
        shares = {area: found.share for area, found in recalls.items() if found.seen >= _TELLING}
        weakest = min(shares, key=lambda area: (shares[area], area), default="")
        return self._library.catalog.area(weakest)

    def _rows(self, recalls: Mapping[str, Recall]) -> Iterator[AreaRow]:
        for competency in self._library.catalog.competencies():
            found = together(recalls.get(area.name, Recall()) for area in competency.areas)
            if found.total:
                scope = "|".join(area.name for area in competency.areas)
                yield AreaRow(competency.title, found.share, found.seen, found.total, scope)
        named = {
            area.name for competency in self._library.catalog.competencies() for area in competency.areas
        }
        left = sorted(recalls.keys() - named)
        if left:
            found = together(recalls[area] for area in left)
            yield AreaRow("", found.share, found.seen, found.total, "|".join(left))
