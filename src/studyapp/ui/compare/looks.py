"""What the View menu offers for a table: each item is the wish that it would lead to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from studyapp.catalog.comparison import Column
from studyapp.study.comparison_table import Order, Table, Wish

ORDERS = {
    Order.THEME: "Rows by theme",
    Order.MIXED_UP: "Rows by what I mix up most",
    Order.LEAST_KNOWN: "Least known rows first",
}


@dataclass(frozen=True, slots=True)
class Look:
    """An item of the menu; ``text`` is empty for a line between items."""

    text: str = ""
    wish: Wish | None = None
    on: bool = False


def looks(wish: Wish, table: Table, here: Column | None) -> tuple[Look, ...]:
    """Every look of a table, with the column of the current cell for what is about one column."""
    return (
        *(Look(words, replace(wish, order=order), wish.order is order) for order, words in ORDERS.items()),
        Look(),
        Look("Only rows that differ", replace(wish, differing=not wish.differing), wish.differing),
        Look("Tint what I mix up", tinted(wish), wish.tinted),
        Look("One against one", one_against_one(wish), wish.against),
        Look(),
        *_about_column(wish, table, here),
        Look("Fold all themes", folded(wish, table)),
        Look("Unfold all themes", replace(wish, folded=frozenset())),
        Look("Columns in their first order", first_order(wish, table)),
    )


def tinted(wish: Wish) -> Wish:
    """With what is mixed up tinted, or no longer."""
    return replace(wish, tinted=not wish.tinted)


def one_against_one(wish: Wish) -> Wish:
    """With two columns in sight at a time, or as many as have room."""
    return replace(wish, against=not wish.against)


def folded(wish: Wish, table: Table) -> Wish:
    """With every theme folded."""
    return replace(wish, folded=frozenset(theme.name for theme in table.comparison.themes))


def first_order(wish: Wish, table: Table) -> Wish:
    """With the shown columns as the table has them, and none pinned."""
    names = tuple(c.name for c in table.comparison.columns if c.name in wish.columns)
    return replace(wish, columns=names, pinned=frozenset())


def against(wish: Wish, table: Table, here: Column) -> Wish:
    """With the words of a column marked against the first of the others, or no words marked any more."""
    if wish.marked:
        return replace(wish, marked=())
    other = next((column for column in table.columns if column.name != here.name), None)
    return replace(wish, marked=(here.name, other.name)) if other else wish


def _about_column(wish: Wish, table: Table, here: Column | None) -> Iterator[Look]:
    if here is None:
        return
    for other in table.columns:
        if other.name != here.name:
            pair = (here.name, other.name)
            on = set(wish.marked) == set(pair)
            words = f"Mark words that differ: {here.title} and {other.title}"
            yield Look(words, replace(wish, marked=() if on else pair), on)
    yield Look()
    yield Look(f"Pin {here.title}", wish.repinned(here.name), here.name in wish.pinned)
    yield Look(f"Hide {here.title}", wish.toggled(here.name, tuple(c.name for c in table.comparison.columns)))
    yield Look()
