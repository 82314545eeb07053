"""A table of words laid out in columns for a terminal."""

import textwrap
from collections.abc import Sequence
from typing import Final

_NARROWEST: Final = 8
"""No column is made narrower."""


def columns(rows: Sequence[Sequence[str]], room: int) -> list[str]:
    """Aligned columns, the first row underlined; what is too wide is broken within its column."""
    count = max(map(len, rows))
    whole = [[*row, *([""] * (count - len(row)))] for row in rows]
    widths = _widths([max(len(row[at]) for row in whole) for at in range(count)], room - 2 * (count - 1))
    if sum(widths) > room - 2 * (count - 1):  # more columns than there is room for
        return [" · ".join(cell for cell in row if cell) for row in whole]
    lines: list[str] = []
    for number, row in enumerate(whole):
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for at in range(max(map(len, cells))):
            parts = (
                (cell[at] if at < len(cell) else "").ljust(w) for cell, w in zip(cells, widths, strict=True)
            )
            lines.append("  ".join(parts).rstrip())
        if number == 0:
            lines.append("  ".join("-" * width for width in widths))
        elif max(map(len, cells)) > 1 and number < len(whole) - 1:
            lines.append("")
    return lines


def _widths(wanted: Sequence[int], room: int) -> list[int]:
    """What each column gets: all it wants, else the widest give way."""
    widths = [max(1, width) for width in wanted]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
