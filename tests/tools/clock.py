"""The one thing that tests pretend: the time."""

from datetime import UTC, datetime, timedelta, timezone


class Clock:
    """Stands still until it is told to go on. It begins on a Monday morning."""

    def __init__(self, moment: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def tick(self, **span: float) -> datetime:
        """Go on, or back with negative numbers: ``tick(days=1, hours=2)``."""
        self.moment += timedelta(**span)
        return self.moment

    def travel(self, hours: float) -> None:
        """Stay at the same moment under another UTC offset."""
        self.moment = self.moment.astimezone(timezone(timedelta(hours=hours)))
