"""How a fold fills its tables at once, rather than item by item: from a long log, or when rules changed."""

from collections.abc import Callable
from sqlite3 import Connection
from typing import Protocol, runtime_checkable

Told = Callable[[int], object]
"""Is told how many entries are done."""


@runtime_checkable
class Filling(Protocol):
    """A fold that can fill its emptied tables from the whole log, quicker than by `refold` for each item.

    It must come to the very same tables. The table `retracted` is right when it is called.
    """

    def fill(self, db: Connection, told: Told, /) -> None:
        """Fill the tables from all entries that count."""


@runtime_checkable
class Scheduled(Protocol):
    """A fold whose tables hold what the scheduler made of answers."""

    @property
    def scheduled(self) -> tuple[str, ...]:
        """Those of its tables that do; they depend on the rules and the log alone."""

    def reschedule(self, db: Connection, /) -> None:
        """Make them anew after the scheduler's rules have changed."""
