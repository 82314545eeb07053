"""Opening a learner's folder and the packs: at once, or when something is first asked of the desks.

Nothing is imported here that a start does not need before its first page is on the screen.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import bundle
from studyapp.preferences import load_preferences, make_private, save_preferences
from studyapp.store.lock import ProfileInUseError, ProfileLock
from studyapp.store.places import Places
from studyapp.study.desks import Desks
from studyapp.study.glance import Glance, keep_glance, kept_glance

if TYPE_CHECKING:
    import random
    from datetime import timedelta

    from studyapp.learning.study_day import Clock
    from studyapp.store.profile import Profile
    from studyapp.study.day_inquiry import DayInquiry
    from studyapp.study.library import Library


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

    def day_inquiry(self) -> "DayInquiry | None":
        """None as well while the day is known from the last evening."""
        return None if self._kept else super().day_inquiry()

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
        from studyapp.learning.study_day import next_midnight

        glance, until = self.glance(), min(self.ledger.today().ends_at, next_midnight(self.ledger.now()))
        packs = self._packs.with_bundled(self.library.added)
        super().close()
        keep_glance(self._places, glance, packs, until)


class Packs:
    """Which packs are to be opened: the bundled one and those the learner added, now or earlier."""

    def __init__(self, profile: Path, named: Sequence[Path]) -> None:
        self._profile = profile
        chosen = load_preferences(profile)
        self._kept, self._language = tuple(map(Path, chosen.packs)), chosen.language
        self.added = tuple(dict.fromkeys((*self._kept, *(root.absolute() for root in named))))

    @staticmethod
    def with_bundled(added: Sequence[Path]) -> tuple[Path, ...]:
        """Every pack's place, the bundled one first."""
        return (bundle.content_dir(), *added)

    def opened(self, cache: Path | None, *, remembered: bool = True) -> "Library":
        """Open them; those named that are packs are ``remembered``, and so are those added later."""
        from studyapp.study.library import Library

        own = Places(self._profile).own_cards
        library = Library(
            (bundle.content_dir(),),
            self.added,
            cache,
            self._remember,
            self._language,
            own=own,
            remember_language=self._remember_language,
        )
        library.leave_out(root for root, _ in library.unopened if root not in self._kept)
        if remembered and library.added != self._kept:
            self._remember(library.added)
        return library

    def _remember(self, packs: tuple[Path, ...]) -> None:
        save_preferences(
            self._profile, load_preferences(self._profile)._replace(packs=tuple(map(str, packs)))
        )

    def _remember_language(self, language: str) -> None:
        with suppress(OSError):  # a choice about the window: that it cannot be kept harms nothing
            save_preferences(self._profile, load_preferences(self._profile)._replace(language=language))


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
        make_private(places.folder)
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
