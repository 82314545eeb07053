"""What a plot shows, as a table: for the table view, for export and for whoever cannot see the plot."""

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlotTable:
    """A header and rows of texts, one row a mark of the plot."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def csv(self) -> str:
        """The table as CSV. A text that a spreadsheet would take for a formula is marked as text."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.header)
        writer.writerows([_as_text(cell) for cell in row] for row in self.rows)
        return out.getvalue()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "\r") else cell
