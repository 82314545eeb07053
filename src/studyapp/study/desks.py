"""Everything a learner can do, put together over one profile and the open packs.

Nothing is imported here that a start does not need before its first page is on the screen.
"""

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.store.own_card_entries import OWN_CARD
from studyapp.study.glance import Glance, glance_at

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from datetime import timedelta

    from studyapp.learning.scheduler import Scheduler
    from studyapp.learning.study_day import Clock
    from studyapp.store.ledger import Ledger
    from studyapp.store.profile import Profile
    from studyapp.study.backup_desk import BackupDesk
    from studyapp.study.bare_passages import BarePassages
    from studyapp.study.card_box import CardBox
    from studyapp.study.card_stories import CardStories
    from studyapp.study.choice_desk import ChoiceDesk
    from studyapp.study.comparison_desk import ComparisonDesk
    from studyapp.study.day_inquiry import DayInquiry
    from studyapp.study.exam_desk import ExamDesk
    from studyapp.study.fitting import Fittings
    from studyapp.study.library import Library
    from studyapp.study.marks_desk import MarksDesk
    from studyapp.study.mixed_up import MixUps
    from studyapp.study.outlook import Outlooks
    from studyapp.study.own_cards import OwnCards
    from studyapp.study.passages import Passages
    from studyapp.study.practice_desk import PracticeDesk
    from studyapp.study.reading_room import ReadingRoom
    from studyapp.study.related import RelatedArticles
    from studyapp.study.report import Report
    from studyapp.study.results_desk import ResultsDesk
    from studyapp.study.review_desk import ReviewDesk
    from studyapp.study.search_desk import SearchDesk
    from studyapp.study.settings_desk import SettingsDesk
    from studyapp.study.seu_desk import SeuDesk
    from studyapp.study.table_book import TableBook
    from studyapp.study.table_drill import TableDrill
    from studyapp.study.today_desk import TodayDesk
    from studyapp.study.undo_trail import Step
    from studyapp.study.workloads import Workloads


class Desks:
    """The desks of one learner. Each is set up when it is first gone to; a start pays only for what it shows."""

    _awake: "Callable[[], timedelta] | None" = None
    """How long the computer has been awake; None where the time of day has to tell it."""

    def __init__(self, profile: "Profile", library: "Library", now: "Clock", dice: "random.Random") -> None:
        self._given = profile, library
        self._now, self._dice = now, dice

    @cached_property
    def profile(self) -> "Profile":
        """The learner's folder."""
        return self._given[0]

    @cached_property
    def library(self) -> "Library":
        """The open packs."""
        return self._given[1]

    @property
    def opened(self) -> bool:
        """Whether profile and packs have been opened."""
        return True

    def open(self) -> None:
        """Open profile and packs now, if they have not been yet. Raises ProfileError."""

    def glance(self) -> Glance:
        """The day at a glance."""
        return glance_at(self.today.look(), self.settings.settings.certification)

    def day_inquiry(self) -> "DayInquiry | None":
        """How to work the day out away from the window; None when the glance is there at once."""
        from studyapp.study.day_inquiry import day_inquiry

        return day_inquiry(self.library, self.profile)

    @property
    def folder(self) -> Path:
        """The learner's folder."""
        return self.profile.places.folder

    @property
    def _scheduler(self) -> "Scheduler":
        return self.profile.ledger.scheduler

    @property
    def ledger(self) -> "Ledger":
        """The learner's log, for whoever composes further desks."""
        return self.profile.ledger

    @cached_property
    def settings(self) -> "SettingsDesk":
        """Choices that change a schedule or a plan."""
        from studyapp.study.settings_desk import SettingsDesk

        return SettingsDesk(self.ledger)

    @cached_property
    def reviews(self) -> "ReviewDesk":
        """Flashcards."""
        from studyapp.study.review_desk import ReviewDesk

        self._recover_own()
        return ReviewDesk(self.library, self.ledger, self._scheduler, self.settings, self._restore_own)

    @cached_property
    def box(self) -> "CardBox":
        """All cards, and what can be done with many at a time."""
        from studyapp.study.card_box import CardBox

        return CardBox(self.library, self.ledger, self._scheduler, lambda: self.own_cards)

    @cached_property
    def stories(self) -> "CardStories":
        """Why a card is asked now, and how it came to that."""
        from studyapp.study.card_stories import CardStories

        desk = self.reviews
        return CardStories(self.library, self.ledger, self._scheduler, self.settings, desk.by_worth)

    @cached_property
    def own_cards(self) -> "OwnCards":
        """Cards that the learner wrote."""
        from studyapp.study.own_cards import OwnCards

        return OwnCards(self.library, self.ledger, self.profile.places.own_cards)

    @cached_property
    def today(self) -> "TodayDesk":
        """What to do now."""
        from studyapp.study.today_desk import TodayDesk

        return TodayDesk(self.library, self.ledger, self._scheduler, self.settings, self.reviews)

    @cached_property
    def exams(self) -> "ExamDesk":
        """Mock exams and practice questions."""
        from studyapp.store.exam_draft import DraftFile
        from studyapp.study.exam_desk import ExamDesk

        drafts = DraftFile(self.profile.places.draft)
        return ExamDesk(self.library, self.ledger, self._now, self._dice, self._awake, drafts)

    @cached_property
    def practice(self) -> "PracticeDesk":
        """Questions with their reasons at once."""
        from studyapp.study.practice_desk import PracticeDesk

        return PracticeDesk(self.library, self.ledger, self._dice)

    @cached_property
    def reading(self) -> "ReadingRoom":
        """Articles."""
        from studyapp.study.reading_room import ReadingRoom

        return ReadingRoom(self.library, self.ledger)

    @cached_property
    def passages(self) -> "Passages":
        """What rests on articles."""
        from studyapp.study.passages import Passages

        return Passages(self.library, self.ledger, self.reviews.states, self.comparisons.knowledge)

    @cached_property
    def bare_passages(self) -> "BarePassages":
        """The passages that no card covers."""
        from studyapp.study.bare_passages import BarePassages

        return BarePassages(self.library, self.ledger, self.passages.bare)

    @cached_property
    def related(self) -> "RelatedArticles":
        """Which articles have to do with one another."""
        from studyapp.study.related import RelatedArticles

        return RelatedArticles(self.library, self.reading.glossary)

    @cached_property
    def marks(self) -> "MarksDesk":
        """Highlights and notes."""
        from studyapp.study.marks_desk import MarksDesk

        return MarksDesk(self.library, self.ledger)

    @cached_property
    def comparisons(self) -> "ComparisonDesk":
        """Tables that tell roles apart."""
        from studyapp.study.comparison_desk import ComparisonDesk

        return ComparisonDesk(self.library, self.ledger, self._table_book)

    @cached_property
    def choices(self) -> "ChoiceDesk":
        """Guided choices, and the results that were kept."""
        from studyapp.study.choice_desk import ChoiceDesk

        return ChoiceDesk(self.library, self.ledger)

    @cached_property
    def table_drill(self) -> "TableDrill":
        """Exercises made from tables."""
        from studyapp.study.table_drill import TableDrill

        return TableDrill(self.library, self.ledger, self._table_book, self._dice)

    @cached_property
    def _table_book(self) -> "TableBook":
        from studyapp.study.table_book import TableBook

        return TableBook(self.library)

    @cached_property
    def search(self) -> "SearchDesk":
        """Everything by its words."""
        from studyapp.study.note_entries import NoteEntries
        from studyapp.study.search_desk import SearchDesk

        notes = NoteEntries(self.library, self.ledger)
        return SearchDesk(self.library, self.exams, self.library.cache, notes)

    @cached_property
    def report(self) -> "Report":
        """Where the learner stands."""
        from studyapp.study.report import Report

        return Report(self.library, self.profile, self.settings)

    @cached_property
    def outlooks(self) -> "Outlooks":
        """How likely the learner is to pass."""
        from studyapp.study.outlook import Outlooks

        return Outlooks(self.library, self.profile, self.settings)

    @cached_property
    def workloads(self) -> "Workloads":
        """How much work is ahead."""
        from studyapp.study.workloads import Workloads

        return Workloads(self.library, self.profile, self.settings)

    @cached_property
    def fittings(self) -> "Fittings":
        """Parameters that follow the learner's own answers."""
        from studyapp.study.fitting import Fittings

        return Fittings(self.profile)

    @cached_property
    def mix_ups(self) -> "MixUps":
        """What the learner takes for what."""
        from studyapp.study.mixed_up import MixUps

        return MixUps(self.library, self.profile)

    @cached_property
    def results(self) -> "ResultsDesk":
        """How real exams went."""
        from studyapp.study.results_desk import ResultsDesk

        return ResultsDesk(self.library, self.ledger)

    @cached_property
    def seus(self) -> "SeuDesk":
        """Hours of learning that renew a certificate."""
        from studyapp.study.seu_desk import SeuDesk

        return SeuDesk(self.library, self.ledger, self.settings)

    @cached_property
    def backups(self) -> "BackupDesk":
        """Copies of the progress."""
        from studyapp.study.backup_desk import BackupDesk

        return BackupDesk(self.profile, self._now)

    def _recover_own(self) -> None:
        """Bring cards back that the log tells of when their folder is gone; where that fails, the next start tries."""
        if self.profile.places.own_cards.is_dir() or self.ledger.read_only:
            return
        if next(self.ledger.events(kind=OWN_CARD), None) is not None:
            with suppress(OSError):
                self.own_cards.recover()

    def _restore_own(self, step: "Step", after: bool) -> None:
        self.own_cards.restore(step, after=after)

    def close(self) -> None:
        """Let go of files and processes. Doing so twice is fine."""
        self.library.close()
        self.profile.close()
