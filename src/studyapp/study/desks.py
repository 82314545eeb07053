"""Everything a learner can do, put together over one profile and the open packs.

Nothing is imported here that a start does not need before its first page is on the screen.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import bundle
from studyapp.preferences import load_preferences
from studyapp.store.lock import ProfileInUseError, ProfileLock
from studyapp.store.own_card_entries import OWN_CARD
from studyapp.store.places import Places
from studyapp.study.glance import Glance, glance_at, keep_glance, kept_glance

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from datetime import timedelta

    from studyapp.learning.scheduler import Scheduler
    from studyapp.learning.study_day import Clock
    from studyapp.store.ledger import Ledger
    from studyapp.store.profile import Profile
    from studyapp.study.backup_desk import BackupDesk
    from studyapp.study.card_box import CardBox
    from studyapp.study.card_stories import CardStories
    from studyapp.study.comparison_desk import ComparisonDesk
    from studyapp.study.exam_desk import ExamDesk
    from studyapp.study.library import Library
    from studyapp.study.marks_desk import MarksDesk
    from studyapp.study.mixed_up import MixUps
    from studyapp.study.outlook import Outlooks
    from studyapp.study.own_cards import OwnCards
    from studyapp.study.practice_desk import PracticeDesk
    from studyapp.study.reading_room import ReadingRoom
    from studyapp.study.report import Report
    from studyapp.study.results_desk import ResultsDesk
    from studyapp.study.review_desk import ReviewDesk
    from studyapp.study.search_desk import SearchDesk
    from studyapp.study.settings_desk import SettingsDesk
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

        return CardStories(self.library, self.ledger, self._scheduler)

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
        from studyapp.study.exam_desk import ExamDesk

        return ExamDesk(self.library, self.ledger, self._now, self._dice, self._awake)

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


class DesksToCome(Desks):
    """Desks that hold the profile's lock but open profile and packs when something is first asked of them.

    Until then ``glance`` gives what was kept of the day.
    """

    def __init__(
        self,
        places: Places,
        lock: ProfileLock,
        packs: "Packs",
        now: "Clock",
        dice: "random.Random",
        awake: "Callable[[], timedelta] | None" = None,
    ) -> None:
        self._places, self._packs = places, packs
        self._lock: ProfileLock | None = lock
        self._now, self._dice, self._awake = now, dice, awake
        self._kept = kept_glance(places, packs.with_bundled(packs.added), now())

    @property
    def folder(self) -> Path:
        """The learner's folder."""
        return self._places.folder

    @property
    def opened(self) -> bool:
        """Whether profile and packs have been opened."""
        return "profile" in self.__dict__ and "library" in self.__dict__

    @property
    def foreseen(self) -> bool:
        """Whether the day is known although nothing is open yet."""
        return self._kept is not None

    def open(self) -> None:
        """Open profile and packs now, if they have not been yet. Raises ProfileError."""
        self._kept = None
        self.profile  # noqa: B018 - opened by being looked at
        self.library  # noqa: B018

    def glance(self) -> Glance:
        """The day as it was kept; worked out anew once everything is open."""
        return self._kept or super().glance()

    @cached_property
    def profile(self) -> "Profile":
        """The learner's folder, opened. Raises ProfileError."""
        from studyapp.store.profile import open_profile

        lock, self._lock = self._lock, None  # let go of when opening fails; the next try takes another
        return open_profile(self._places.folder, self._now, self._dice, lock=lock)

    @cached_property
    def library(self) -> "Library":
        """The open packs."""
        return self._packs.opened(self._places.cache)

    def close(self) -> None:
        """Let go of files and processes, and keep the day for the next start."""
        if not self.opened:
            if self._lock is not None:
                self._lock.release()
            return
        glance, until = self.glance(), self.ledger.today().ends_at
        packs = self._packs.with_bundled(self.library.added)
        super().close()
        keep_glance(self._places, glance, packs, until)


class Packs:
    """Which packs are to be opened: the bundled one and those the learner added, now or earlier."""

    def __init__(self, profile: Path, named: Sequence[Path]) -> None:
        self._profile = profile
        self._kept = tuple(map(Path, load_preferences(profile).packs))
        self.added = tuple(dict.fromkeys((*self._kept, *(root.absolute() for root in named))))

    @staticmethod
    def with_bundled(added: Sequence[Path]) -> tuple[Path, ...]:
        """Every pack's place, the bundled one first."""
        return (bundle.content_dir(), *added)

    def opened(self, cache: Path | None, *, remembered: bool = True) -> "Library":
        """Open them; those named that are packs are ``remembered``, and so are those added later."""
        from studyapp.study.library import Library

        own = Places(self._profile).own_cards
        library = Library((bundle.content_dir(),), self.added, cache, self._remember, own=own)
        library.leave_out(root for root, _ in library.unopened if root not in self._kept)
        if remembered and library.added != self._kept:
            self._remember(library.added)
        return library

    def _remember(self, packs: tuple[Path, ...]) -> None:
        from dataclasses import replace

        from studyapp.preferences import save_preferences

        kept = replace(load_preferences(self._profile), packs=tuple(map(str, packs)))
        save_preferences(self._profile, kept)


def open_desks(
    profile: Path, content: Sequence[Path], now: "Clock", dice: "random.Random", *, read_only: bool = False
) -> Desks:
    """Open a learner's folder, the bundled pack, those remembered and those named. Raises ProfileError.

    Packs named are remembered, unless the profile is only read; so are those added later.
    """
    from studyapp.store.profile import open_profile

    opened = open_profile(profile, now, dice, read_only=read_only)
    cache = opened.places.cache
    usable = cache.is_dir() or not read_only  # a profile that is only read is left as it is
    library = Packs(profile, content).opened(cache if usable else None, remembered=not read_only)
    return Desks(opened, library, now, dice)


def lay_desks(
    profile: Path,
    content: Sequence[Path],
    now: "Clock",
    dice: "random.Random",
    awake: "Callable[[], timedelta] | None" = None,
) -> DesksToCome:
    """The same desks, but opened when something is first asked of them.

    The lock is taken at once: raises ProfileError when another process has it.
    """
    places = Places(profile)
    try:
        places.folder.mkdir(parents=True, exist_ok=True)
        lock = ProfileLock(places.lock)
    except (ProfileInUseError, OSError) as error:
        raise _refusal(places, error) from error
    return DesksToCome(places, lock, Packs(profile, content), now, dice, awake)


def _refusal(places: Places, error: Exception) -> Exception:
    from studyapp.store.disk_words import in_plain_words
    from studyapp.store.trouble import ProfileError, Trouble, TroubleKind

    if isinstance(error, ProfileInUseError):
        return ProfileError(Trouble(TroubleKind.IN_USE, places.database, pid=error.pid))
    words = in_plain_words(error) if isinstance(error, OSError) else str(error)
    return ProfileError(Trouble(TroubleKind.UNUSABLE, places.database, words))
