"""What is derived from the log, and the rule by which it is.

A fold keeps tables that follow from log entries. The log is the truth: the tables can be emptied and filled
again (`studyapp rebuild`), so a fold may look at nothing but entries, and the state it keeps for an item may
depend on the entries of that item alone (sums over all entries are fine too). Whoever adds a fold

* makes its tables in a numbered script of ``migrations/``,
* writes a class with the four members of `Fold` in a module ``fold_<what>.py`` beside this one,
* adds it to `all_folds` below,
* may add ``fill`` (see `rebuilding.Filling`) when its kind of entry is very frequent,
* adds ``reschedule`` (see `rebuilding.Scheduled`) when what it keeps follows from the scheduler,
* records its entries with an ``item`` that its state is kept by: the article, the attempt, the setting.
"""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Protocol

from studyapp.ids import ItemId
from studyapp.learning.scheduler import Scheduler
from studyapp.store.event import Event
from studyapp.store.fold_choices import ChoiceFold
from studyapp.store.fold_days import DaysFold
from studyapp.store.fold_drill import DrillFold
from studyapp.store.fold_exams import ExamFold
from studyapp.store.fold_forecasts import ForecastFold, ResultFold
from studyapp.store.fold_habits import HabitsFold
from studyapp.store.fold_highlights import HighlightsFold
from studyapp.store.fold_marks import MarksFold
from studyapp.store.fold_memory import MemoryFold
from studyapp.store.fold_practice import PracticeFold
from studyapp.store.fold_reading import ReadingFold
from studyapp.store.fold_settings import SettingsFold
from studyapp.store.fold_seus import SeuFold


class Fold(Protocol):
    """Keeps tables that follow from the log entries of some kinds."""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of entry that alter its tables. `retract` is never among them."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that are emptied before a rebuild; nobody else writes to them."""

    def apply(self, db: Connection, event: Event) -> None:
        """Take in an entry that stands after all others of its item, in the transaction that writes it."""

    def refold(
        self, db: Connection, item: ItemId, before: Sequence[Event], after: Sequence[Event], /
    ) -> None:
        """Replace what is kept of an item.

        ``before`` are the entries that counted until now, ``after`` those that count from now on, both in the
        order of the log and of this fold's kinds. It happens after an undo, a redo, entries from another
        device, and for every item of the log (with ``before`` empty) in a rebuild. A fold that keeps the
        newest state of an item looks at ``after`` alone; a fold that keeps sums takes off what only
        ``before`` has and adds what only ``after`` has.
        """


def all_folds(scheduler: Scheduler) -> tuple[Fold, ...]:
    """Every fold, in the order in which they are applied; what is scheduled comes after the rules that it follows."""
    return (
        SettingsFold(scheduler),
        MemoryFold(scheduler),
        MarksFold(),
        DaysFold(),
        HabitsFold(),
        ReadingFold(),
        HighlightsFold(),
        ExamFold(),
        PracticeFold(),
        ForecastFold(),
        ResultFold(),
        DrillFold(scheduler),
        SeuFold(),
        ChoiceFold(),
    )
