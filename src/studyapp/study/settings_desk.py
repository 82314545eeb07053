"""The learner's choices that change a schedule or a plan; every change of one is an entry of the log."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Final

from studyapp.ids import ItemId, name_of
from studyapp.learning.schedule_rules import (
    LEARNING_STEPS,
    LONGEST,
    NAMES,
    PARAMETERS,
    RELEARNING_STEPS,
    RETENTION,
    Rules,
    read_rule,
)
from studyapp.learning.study_day import DEFAULT_ROLLOVER
from studyapp.store.fold_settings import KIND, setting_item
from studyapp.store.ledger import Entry, Ledger
from studyapp.store.rescheduling import Foreseen
from studyapp.store.setting_rows import all_settings
from studyapp.study.change import Change

MINUTES: Final = range(1, 24 * 60 + 1)
"""How many minutes a day can be asked for."""


@dataclass(frozen=True, slots=True)
class LearnerSettings:
    """What the learner has chosen, or the defaults.

    ``certification`` is the name of one in the content, empty when none is aimed at. ``greeted`` is set once
    the first screen was answered or skipped.
    """

    certification: str = "pspo-1"
    exam_date: date | None = None
    minutes_a_day: int = 20
    weekdays_off: tuple[int, ...] = ()
    """Days of the week on which nothing is planned, 0 for Monday to 6 for Sunday."""
    dates_off: tuple[date, ...] = ()
    """Single days on which nothing is planned."""
    chosen_day: date | None = None
    chosen_minutes: int = 0
    """Minutes for cards that were chosen for one day alone, as after a time away."""
    new_a_day: int | None = None
    reviews_a_day: int | None = None
    """Limits for those who want them; None leaves it to the plan."""
    retention: float = RETENTION
    learning_steps: tuple[int, ...] = LEARNING_STEPS
    relearning_steps: tuple[int, ...] = RELEARNING_STEPS
    longest_interval: int = LONGEST
    parameters: tuple[float, ...] = PARAMETERS
    """The rules of scheduling, see `Rules`."""
    rollover_hour: int = DEFAULT_ROLLOVER
    greeted: bool = False
    two_buttons: bool = False
    weakest_first: bool = False
    """Whether new cards come from the weakest focus area first rather than in the order of the content."""

    renewing: str = "cspo"
    renewal_date: date | None = None
    """The certificate that hours of learning are to renew, and the day on which it ends."""

    @property
    def rules(self) -> Rules:
        """By which cards come back. Raises ValueError when one is out of range."""
        return Rules(**{name: getattr(self, name) for name in NAMES})

    def off(self, day: date) -> bool:
        """Whether a day is off."""
        return day.weekday() in self.weekdays_off or day in self.dates_off

    def works(self, day: date) -> bool:
        """Whether a day is not off."""
        return not self.off(day)

    def minutes_on(self, day: date) -> int:
        """The minutes that a day has by habit."""
        return 0 if self.off(day) else self.minutes_a_day

    def chosen_on(self, day: date) -> int | None:
        """The minutes for cards chosen for this very day, None without a choice."""
        return self.chosen_minutes if self.chosen_day == day else None


class SettingsDesk:
    """Reads and changes settings."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: tuple[int, LearnerSettings] | None = None

    @property
    def settings(self) -> LearnerSettings:
        """What holds now; values of a newer program that this one does not understand are passed over."""
        if self._kept is None or self._kept[0] != self._ledger.epoch:
            self._kept = self._ledger.epoch, _folded(all_settings(self._ledger))
        return self._kept[1]

    def expect(self, foreseen: Foreseen) -> None:
        """The next change brings rules of scheduling of which it is known what they make of the log."""
        self._ledger.expect(foreseen)

    def change(self, **changes: Any) -> Change:
        """Set one or more settings by name, all or none. What is set already leaves no trace.

        Raises TypeError for an unknown name and ValueError for a value out of range.
        """
        before = self.settings
        after = replace(before, **changes)
        _check(after)
        new, old = asdict(after), asdict(before)
        entries = [
            Entry(KIND, setting_item(name), 1, {"value": _written(new[name])})
            for name in new
            if new[name] != old[name]
        ]
        if not entries:
            return Change.NOTHING
        self._ledger.record_all(entries)
        self._kept = self._ledger.epoch, after
        return _told(entry.item for entry in entries)

    def former(self, name: str) -> Any:
        """What a setting was before its last change that still counts; None when it was never changed."""
        story = list(self._ledger.events(KIND, setting_item(name)))
        if not story:
            return None
        before = {name: story[-2].payload["value"]} if len(story) > 1 else {}
        return getattr(_folded(before), name)

    def take_back(self, name: str) -> Change:
        """Retract the last change of a setting: what was before it holds again."""
        last = next(self._ledger.events(KIND, setting_item(name), newest_first=True), None)
        if last is None:
            return Change.NOTHING
        self._ledger.retract(last)
        self._kept = None
        return _told([last.item])


def _told(items: Iterable[ItemId]) -> Change:
    """What changed settings touch: the rules of scheduling alter what is known of cards as well."""
    scheduled = any(name_of(item) in NAMES for item in items)
    return Change.SETTINGS | Change.REVIEWS if scheduled else Change.SETTINGS


def _check(settings: LearnerSettings) -> None:
    if settings.minutes_a_day not in MINUTES:
        raise ValueError(f"minutes a day: {settings.minutes_a_day}")
    if settings.chosen_minutes not in range(24 * 60 + 1):
        raise ValueError(f"minutes chosen: {settings.chosen_minutes}")
    if settings.rollover_hour not in range(24):
        raise ValueError(f"rollover hour: {settings.rollover_hour}")
    if not set(settings.weekdays_off) <= set(range(7)) or len(set(settings.weekdays_off)) == 7:
        raise ValueError(f"weekdays off: {settings.weekdays_off}")
    settings.rules  # noqa: B018 - looked at, they are checked
    for limit in (settings.new_a_day, settings.reviews_a_day):
        if limit is not None and limit not in range(10_000):
            raise ValueError(f"limit a day: {limit}")


def _folded(values: dict[str, Any]) -> LearnerSettings:
    known = LearnerSettings()
    for name in (field.name for field in fields(LearnerSettings) if field.name in values):
        try:
            settings = replace(known, **{name: _read(name, values[name])})
            _check(settings)
        except (TypeError, ValueError):
            continue
        known = settings
    return known


def _written(value: object) -> object:
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


_DATES: Final = frozenset({"exam_date", "chosen_day", "renewal_date"})
_LIMITS: Final = frozenset({"new_a_day", "reviews_a_day"})


def _read(name: str, value: object) -> Any:
    """A value of the log as the setting of that name holds it. Raises TypeError or ValueError."""
    if name in _DATES:
        return None if value is None else date.fromisoformat(str(value))
    if name in NAMES:
        return read_rule(name, value)
    if name in _LIMITS:
        return None if value is None else _whole(value)
    if name == "dates_off" and isinstance(value, list):
        return tuple(sorted(date.fromisoformat(str(each)) for each in value))
    if name == "weekdays_off" and isinstance(value, list):
        return tuple(sorted({_whole(each) for each in value}))
    if type(value) is not type(getattr(LearnerSettings(), name)):
        raise TypeError(name)
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value
