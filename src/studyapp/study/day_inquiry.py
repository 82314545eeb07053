"""The day worked out away from the window, where there is much to go through.

Catalog and scheduler are read only; the log is read through a query-only connection of its own, wherever the inquiry
is called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.store.card_rows import seen_count
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.study.books import Books
from studyapp.study.glance import Glance, glance_at
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.settings_desk import SettingsDesk
from studyapp.study.today_desk import TodayDesk

AT_ONCE: Final = 5000
"""With no more cards than this a day is worked out before anybody could see that it takes time."""


@dataclass(frozen=True, slots=True)
class DayInquiry:
    """A question to the log, with the catalog that was open when it was made."""

    reader: Callable[[], Ledger]
    catalog: Catalog

    def __call__(self) -> Glance:
        """Read the log and work the day out. Opens a connection and closes it."""
        ledger = self.reader()
        try:
            settings = SettingsDesk(ledger)
            reviews = ReviewDesk(self, ledger, ledger.scheduler, settings)
            today = TodayDesk(self, ledger, ledger.scheduler, settings, reviews)
            return glance_at(today.look(), settings.settings.certification)
        finally:
            ledger.close()


def day_inquiry(library: Books, profile: Profile) -> DayInquiry | None:
    """How to work the day out elsewhere; None when there is so little that it may as well be done at once."""
    catalog = library.catalog
    if seen_count(profile.ledger) <= AT_ONCE and len(catalog.cards()) <= AT_ONCE:
        return None
    return DayInquiry(profile.reader, catalog)
