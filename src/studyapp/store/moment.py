"""Moments as the database keeps them: whole milliseconds of UTC since 1970."""

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
DAY_MS: Final = timedelta(days=1) // _MILLISECOND
"""The milliseconds of 24 hours."""

SECONDS: Final = "(at_utc - (at_utc % 1000 + 1000) % 1000) / 1000"
"""In SQL, the whole seconds since 1970 of an entry, rounded down also before 1970, where division rounds up."""


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware moment; what is finer is cut off."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The aware UTC moment of so many milliseconds since 1970."""
    return _EPOCH + milliseconds * _MILLISECOND
