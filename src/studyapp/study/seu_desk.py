"""The learner's list of hours of learning (SEUs) for the renewal of a certificate.

Nothing enters it by itself: reading and mocks in this program count only when the learner adds them.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from studyapp.catalog.exam_profile import Certification, Renewal
from studyapp.ids import ItemId, item_id
from studyapp.store.fold_seus import SEU
from studyapp.store.ledger import Ledger
from studyapp.store.seu_rows import SeuEntry, seu_entries
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.settings_desk import SettingsDesk
from studyapp.study.undoing_desk import UndoingDesk

LONGEST: Final = 100 * 60
"""The minutes that one entry can have at most."""

CATEGORIES: Final = (
    "Course or workshop",
    "Conference or meeting",
    "Reading or watching",
    "Teaching or writing",
)
"""Suggestions of ours; the awarding body has its own."""


@dataclass(frozen=True, slots=True)
class SeuStanding:
    """How far a renewal is. Sums are in minutes.

    ``since`` to ``until`` is the window that every source counts, ``longest_since`` the first day that any counts;
    ``longest_minutes`` are those from there on. ``until`` is the day of the certificate's end, today without one.
    """

    certification: Certification
    renewal: Renewal
    ends: date | None
    since: date
    until: date
    minutes: int
    longest_since: date
    longest_minutes: int

    @property
    def wanted(self) -> int:
        """The minutes that the renewal asks for."""
        return self.renewal.units * 60

    @property
    def share(self) -> float:
        """How much of that there is, 0 to 1."""
        return min(1.0, self.minutes / self.wanted)


class SeuDesk(UndoingDesk):
    """Adds, mends and removes entries; every step is an entry of the log and can be taken back."""

    def __init__(self, library: Books, ledger: Ledger, settings: SettingsDesk) -> None:
        super().__init__(ledger, Change.EXAMS)
        self._library, self._settings = library, settings

    # -- looking

    def entries(self) -> tuple[SeuEntry, ...]:
        """All entries, the newest day first."""
        return seu_entries(self._ledger)

    def today(self) -> date:
        """The calendar's date of the present moment; nothing can have been learned after it."""
        return self._ledger.date()

    def certifications(self) -> tuple[Certification, ...]:
        """Those that hours of learning renew."""
        return tuple(c for c in self._library.catalog.certifications() if c.renewal is not None)

    def standing(self) -> SeuStanding | None:
        """How far the renewal is; None where the content knows of none."""
        chosen = self._settings.settings
        renewable = {c.name: c for c in self.certifications()}
        found = renewable.get(chosen.renewing) or next(iter(renewable.values()), None)
        if found is None or found.renewal is None:
            return None
        ends = chosen.renewal_date
        until = ends or self.today()
        since, longest = (months_before(until, n) for n in (found.renewal.months, found.renewal.longest))
        entries = self.entries()
        return SeuStanding(
            certification=found,
            renewal=found.renewal,
            ends=ends,
            since=since,
            until=until,
            minutes=_sum(entries, since, until),
            longest_since=longest,
            longest_minutes=_sum(entries, longest, until),
        )

    # -- doing

    def renew(self, certification: str, ends: date | None) -> Change:
        """Say which certificate is to be renewed and when it ends."""
        return self._settings.change(renewing=certification, renewal_date=ends)

    def add(self, day: date, title: str, minutes: int, category: str = "", note: str = "") -> Change:
        """Add an entry. Raises ValueError for a day to come, no title, or minutes out of range."""
        name = self._ledger.next_name.replace(":", "-")
        return self.mend(item_id("studyapp", SEU, name), day, title, minutes, category, note)

    def mend(
        self, entry: ItemId, day: date, title: str, minutes: int, category: str = "", note: str = ""
    ) -> Change:
        """Say anew what an entry is. Raises ValueError as `add` does."""
        if day > self.today():
            raise ValueError(f"a day to come: {day}")
        if not title.strip():
            raise ValueError("no title")
        if not 0 < minutes <= LONGEST:
            raise ValueError(f"minutes: {minutes}")
        said = {
            "day": day.isoformat(),
            "title": title.strip(),
            "category": category.strip(),
            "minutes": minutes,
            "note": note.strip(),
        }
        return self._record(SEU, entry, said)

    def remove(self, entry: ItemId) -> Change:
        """Take an entry out of the list; the log keeps what it was."""
        return self._record(SEU, entry, {"removed": True})


def months_before(day: date, months: int) -> date:
    """The first day of a window of so many months that ends with ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    same = min(day.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, same) + timedelta(days=1)


def _sum(entries: Iterable[SeuEntry], since: date, until: date) -> int:
    return sum(entry.minutes for entry in entries if since <= entry.day <= until)
