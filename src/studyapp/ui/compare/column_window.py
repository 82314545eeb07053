"""Which of the chosen columns are in sight when not all have room: the first one against some of the others."""

from dataclasses import dataclass, replace

_AGAINST = 2


@dataclass(frozen=True, slots=True)
class ColumnWindow:
    """``fit`` columns have room; ``start`` counts the others that are passed over.

    The first column always stays, or the first ``pinned`` ones, as long as one more has room beside them.
    """

    fit: int
    start: int = 0
    pinned: int = 1

    def places(self, count: int) -> tuple[int, ...]:
        """The columns in sight, of so many."""
        fit = max(_AGAINST, self.fit)
        if count <= fit:
            return tuple(range(count))
        kept = self.kept
        start = min(self.start, count - fit)
        return (*range(kept), *range(kept + start, start + fit))

    @property
    def kept(self) -> int:
        """How many columns stay."""
        return max(1, min(self.pinned, max(_AGAINST, self.fit) - 1))

    def moved(self, steps: int, count: int) -> "ColumnWindow":
        """Go on to other columns to compare the first one with, as far as there are any."""
        last = max(0, count - max(_AGAINST, self.fit))
        return replace(self, start=max(0, min(last, min(self.start, last) + steps)))

    def showing(self, place: int, count: int) -> "ColumnWindow":
        """The nearest window that has a column in sight."""
        window = self
        while place not in window.places(count):
            step = 1 if place > window.places(count)[-1] else -1
            window = window.moved(step, count)
        return window
