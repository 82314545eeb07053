"""The learner's choices that change a schedule or a plan; every change of one is an entry of the log."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Final

from studyapp.learning.study_day import DEFAULT_ROLLOVER
from studyapp.store.fold_settings import KIND, setting_item
from studyapp.store.ledger import Entry, Ledger
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
    rollover_hour: int = DEFAULT_ROLLOVER
    greeted: bool = False
    two_buttons: bool = False


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
        return Change.SETTINGS


def _check(settings: LearnerSettings) -> None:
    if settings.minutes_a_day not in MINUTES:
        raise ValueError(f"minutes a day: {settings.minutes_a_day}")
    if settings.rollover_hour not in range(24):
        raise ValueError(f"rollover hour: {settings.rollover_hour}")


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
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: object) -> Any:
    default = getattr(LearnerSettings(), name)
    if name == "exam_date":
        return None if value is None else date.fromisoformat(str(value))
    if type(value) is not type(default):
        raise TypeError(name)
    return value
