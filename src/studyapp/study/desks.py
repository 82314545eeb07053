"""Everything a learner can do, put together over one profile and the open packs."""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import bundle
from studyapp.learning.study_day import Clock
from studyapp.preferences import load_preferences, save_preferences
from studyapp.store.ledger import Ledger
from studyapp.store.places import Places
from studyapp.store.profile import Profile, open_profile
from studyapp.study.library import Library
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.settings_desk import SettingsDesk
from studyapp.study.today_desk import TodayDesk

if TYPE_CHECKING:
    from studyapp.study.backup_desk import BackupDesk
    from studyapp.study.comparison_desk import ComparisonDesk
    from studyapp.study.exam_desk import ExamDesk
    from studyapp.study.outlook import Outlooks
    from studyapp.study.practice_desk import PracticeDesk
    from studyapp.study.reading_room import ReadingRoom
    from studyapp.study.report import Report
    from studyapp.study.search_desk import SearchDesk


class Desks:
    """The desks of one learner. Each is set up when it is first gone to; a start pays only for what it shows."""

    def __init__(self, profile: Profile, library: Library, now: Clock, dice: random.Random) -> None:
        self.profile, self.library = profile, library
        self._now, self._dice = now, dice
        self._scheduler = profile.ledger.scheduler

    @property
    def folder(self) -> Path:
        """The learner's folder."""
        return self.profile.places.folder

    @property
    def ledger(self) -> Ledger:
        """The learner's log, for whoever composes further desks."""
        return self.profile.ledger

    @cached_property
    def settings(self) -> SettingsDesk:
        """Choices that change a schedule or a plan."""
        return SettingsDesk(self.ledger)

    @cached_property
    def reviews(self) -> ReviewDesk:
        """Flashcards."""
        return ReviewDesk(self.library, self.ledger, self._scheduler, self.settings)

    @cached_property
    def today(self) -> TodayDesk:
        """What to do now."""
        return TodayDesk(self.library, self.ledger, self._scheduler, self.settings, self.reviews)

    @cached_property
    def exams(self) -> "ExamDesk":
        """Mock exams and practice questions."""
        from studyapp.study.exam_desk import ExamDesk

        return ExamDesk(self.library, self.ledger, self._now, self._dice)

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
    def comparisons(self) -> "ComparisonDesk":
        """Tables that tell roles apart."""
        from studyapp.study.comparison_desk import ComparisonDesk

        return ComparisonDesk(self.library, self.ledger)

    @cached_property
    def search(self) -> "SearchDesk":
        """Everything by its words."""
        from studyapp.study.search_desk import SearchDesk

        return SearchDesk(self.library, self.exams, self.library.cache)

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
    def backups(self) -> "BackupDesk":
        """Copies of the progress."""
        from studyapp.study.backup_desk import BackupDesk

        return BackupDesk(self.profile, self._now)

    def close(self) -> None:
        """Let go of files and processes. Doing so twice is fine."""
        self.library.close()
        self.profile.close()


def open_desks(
    profile: Path, content: Sequence[Path], now: Clock, dice: random.Random, *, read_only: bool = False
) -> Desks:
    """Open a learner's folder, the bundled pack, those remembered and those named. Raises ProfileError.

    Packs named are remembered, unless the profile is only read; so are those added later.
    """
    opened = open_profile(profile, now, dice, read_only=read_only)
    kept = load_preferences(profile).packs
    named = [str(root.absolute()) for root in content]
    added = tuple(dict.fromkeys((*kept, *named)))
    remember = partial(_remember, profile)
    if not read_only and added != kept:
        remember(tuple(map(Path, added)))
    cache = _cache(profile, make=not read_only)
    library = Library((bundle.content_dir(),), tuple(map(Path, added)), cache, remember)
    return Desks(opened, library, now, dice)


def _cache(profile: Path, *, make: bool) -> Path | None:
    """Where parsed content is kept; several processes may use it. A profile that is only read is left as it is."""
    cache = Places(profile).cache
    return cache if make or cache.is_dir() else None


def _remember(profile: Path, packs: tuple[Path, ...]) -> None:
    save_preferences(profile, replace(load_preferences(profile), packs=tuple(map(str, packs))))
