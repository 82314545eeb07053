"""How a table is arranged in the room there is: all columns beside one another, or one against one."""

from dataclasses import dataclass

NARROWEST = 180.0
"""CSS pixels below which a column is not worth reading."""

_STACKED = 600.0
"""CSS pixels of width below which a row's title stands above its cells instead of beside them."""

_TITLES, _SHARE = 150.0, 0.28
_BAR = 14.0
_ENOUGH = 4
"""So many columns in sight tell more than one against one, even if others have no room."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``fit`` columns have room. ``against`` sets the first column against one other at a time.

    ``stacked`` puts titles of rows above their cells; ``tight`` leaves out what is not the table.
    """

    fit: int
    against: bool = False
    stacked: bool = False
    tight: bool = False


def arranged(width: float, columns: int, *, forced: bool = False, low: bool = False) -> Arrangement:
    """The arrangement of so many columns in a view ``width`` CSS pixels wide.

    ``forced`` wants one against one in any room; ``low`` says that there is hardly any height.
    """
    stacked = width < _STACKED
    fit = int((width - title_width(width, stacked=stacked) - _BAR) // NARROWEST)
    against = columns > 1 and (forced or stacked or (fit < columns and fit < _ENOUGH))
    return Arrangement(2 if against else max(2, fit), against, stacked, tight=stacked and low)


def title_width(width: float, *, stacked: bool) -> float:
    """The width of the first column, which holds the titles of rows."""
    return 0.0 if stacked else min(_TITLES, width * _SHARE)
