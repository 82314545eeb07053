"""A comparison as the learner wants to see it: which columns in which order, which rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from studyapp.catalog.comparison import Cell, Column, Comparison, Row, Theme
from studyapp.ids import ItemId


class Order(StrEnum):
    """In which order rows stand."""

    THEME = "theme"
    MIXED_UP = "mixed-up"
    LEAST_KNOWN = "least-known"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to see of one comparison: columns by name in their order, and what thins the rows out.

    ``folded`` names themes whose rows are hidden; ``words`` must all stand in a row's title or shown cells. Columns
    that are ``pinned`` stand first. ``marked`` are the two columns whose words are set against each other, or none.
    ``against`` wants the first column and one other in sight at a time.
    """

    comparison: ItemId
    columns: tuple[str, ...]
    differing: bool = False
    words: str = ""
    folded: frozenset[str] = frozenset()
    order: Order = Order.THEME
    tinted: bool = False
    pinned: frozenset[str] = frozenset()
    marked: tuple[str, ...] = ()
    against: bool = False

    def toggled(self, column: str, among: tuple[str, ...]) -> "Wish":
        """Show or hide a column; the last one stays. A column comes back to its own place in ``among``."""
        if column in self.columns:
            left = tuple(name for name in self.columns if name != column)
            return replace(self, columns=left or self.columns)
        before = among[: among.index(column)]
        at = max((self.columns.index(name) + 1 for name in before if name in self.columns), default=0)
        return replace(self, columns=(*self.columns[:at], column, *self.columns[at:]))

    def moved(self, column: str, steps: int) -> "Wish":
        """Move a shown column to the right, or to the left by negative steps, as far as there is room."""
        shown = self.in_order()
        left = [name for name in shown if name != column]
        at = max(0, min(len(left), shown.index(column) + steps))
        return replace(self, columns=(*left[:at], column, *left[at:]))

    def beside(self, column: str, neighbour: str, *, after: bool) -> "Wish":
        """Put a shown column beside another one."""
        left = [name for name in self.in_order() if name != column]
        at = left.index(neighbour) + after
        return replace(self, columns=(*left[:at], column, *left[at:]))

    def repinned(self, column: str) -> "Wish":
        """Pin a column, or let go of it."""
        return replace(self, pinned=self.pinned ^ {column})

    def in_order(self) -> tuple[str, ...]:
        """The shown columns as they stand: those pinned first."""
        return tuple(sorted(self.columns, key=lambda name: name not in self.pinned))

    def refolded(self, theme: str) -> "Wish":
        """Fold a theme, or unfold it."""
        return replace(self, folded=self.folded ^ {theme})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a theme's title, or a row with the cells of the shown columns in their order."""

    theme: Theme
    row: Row | None = None
    cells: tuple[Cell, ...] = ()
    folded: bool = False
    hidden: int = 0
    """How many rows a folded theme hides."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is on the screen of a comparison."""

    comparison: Comparison
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    rows_in_all: int
    pinned: int = 0
    """So many columns, from the first on, are pinned."""
    marked: tuple[str, ...] = ()
    """The two columns whose words are set against each other, or none."""

    @property
    def rows(self) -> int:
        """How many rows the wish leaves, those under folded themes included."""
        return sum(line.hidden if line.row is None else 1 for line in self.lines)

    def with_differing_rows(self) -> "Table":
        """The same table without the rows whose cells all say the same, and without themes that this empties."""
        left = [line for line in self.lines if line.row is None or differ(line.cells)]
        themes = {line.theme.name for line in left if line.row is not None or line.folded}
        return replace(self, lines=tuple(line for line in left if line.theme.name in themes))

    def with_columns(self, places: Sequence[int]) -> "Table":
        """The same table with only the columns at these places, in this order."""
        if list(places) == list(range(len(self.columns))):
            return self
        pick = _picker(places, len(self.columns))
        lines = tuple(replace(line, cells=pick(line.cells)) if line.row else line for line in self.lines)
        pinned = sum(at < self.pinned for at in places)
        columns = tuple(self.columns[at] for at in places)
        return replace(self, columns=columns, lines=lines, pinned=pinned, marked=_among(self.marked, columns))


Rank = Callable[[tuple[Cell, ...]], float]
"""Puts rows in another order than the table's: the lowest first, by the cells in sight."""


def lay_out(comparison: Comparison, wish: Wish, rank: Rank | None = None) -> Table:
    """The table that a wish makes of a comparison. Columns that no longer exist are skipped.

    With a ``rank`` rows stand in its order and themes have no lines of their own.
    """
    places = {column.name: at for at, column in enumerate(comparison.columns)}
    shown = [places[name] for name in wish.in_order() if name in places] or list(places.values())
    pick = _picker(shown, len(places))
    words = wish.words.casefold().split()
    by_theme: dict[str, list[Line]] = {theme.name: [] for theme in comparison.themes}
    themes = {theme.name: theme for theme in comparison.themes}
    for row in comparison.rows:
        cells = pick(row.cells)
        if (wish.differing and not differ(cells)) or not _holds(row, cells, words):
            continue
        theme = themes.setdefault(row.theme, Theme(row.theme, row.theme))
        by_theme.setdefault(row.theme, []).append(Line(theme, row, cells))
    columns = tuple(comparison.columns[at] for at in shown)
    lines = tuple(_ordered(by_theme, themes, wish.folded, rank))
    pinned = sum(column.name in wish.pinned for column in columns)
    return Table(comparison, columns, lines, len(comparison.rows), pinned, _among(wish.marked, columns))


def _among(marked: tuple[str, ...], columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The columns that are set against each other, when both are there."""
    return marked if set(marked) <= {column.name for column in columns} else ()


def _ordered(
    by_theme: dict[str, list[Line]], themes: dict[str, Theme], folded: frozenset[str], rank: Rank | None
) -> Iterator[Line]:
    if rank is not None:
        every = [line for found in by_theme.values() for line in found]
        yield from sorted(every, key=lambda line: rank(line.cells))
        return
    for name, found in by_theme.items():
        if found:
            yield from _under(themes[name], found, folded)


def _picker(places: Sequence[int], count: int) -> Callable[[tuple[Cell, ...]], tuple[Cell, ...]]:
    """What takes the cells at some places, of so many; quick, because a table may have thousands of rows."""
    if list(places) == list(range(count)):
        return _all_of
    if len(places) == 1:
        return lambda cells: (cells[places[0]],)
    return itemgetter(*places)


def _all_of(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return cells


def differ(cells: Iterable[Cell]) -> bool:
    """Whether cells say different things; saying nothing counts as something said."""
    return len({cell.said for cell in cells}) > 1


def _under(theme: Theme, rows: list[Line], folded: frozenset[str]) -> Iterator[Line]:
    if not theme.title:
        yield from rows
    elif theme.name in folded:
        yield Line(theme, folded=True, hidden=len(rows))
    else:
        yield Line(theme)
        yield from rows


def _holds(row: Row, cells: tuple[Cell, ...], words: list[str]) -> bool:
    if not words:
        return True
    text = "\n".join((row.title, *(cell.text for cell in cells))).casefold()
    return all(word in text for word in words)
