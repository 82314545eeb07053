"""A comparison for paper: every row is a table of its own, so that none is torn at the end of a page."""

from collections.abc import Callable, Iterator
from html import escape

from studyapp.catalog.comparison import Cell
from studyapp.study.comparison_table import Line, Table

_FIRST = 16
"""Per cent of the width for the titles of rows."""

_TABLE = '<table class="grid" width="100%" border="1" cellpadding="6" style="margin-top:0; margin-bottom:0">'


def paper_tables(table: Table, dimension: str, cell_html: Callable[[Cell], str]) -> str:
    """The lines of a table as HTML; the titles of the columns stand again below the title of each theme."""
    heads = [dimension, *(column.title for column in table.columns)]
    return "\n".join(_tables(table, heads, cell_html))


def _tables(table: Table, heads: list[str], cell_html: Callable[[Cell], str]) -> Iterator[str]:
    columns = len(table.columns)
    widths = [_FIRST, *([round((100 - _FIRST) / columns)] * columns)]
    titled = False
    for line in table.lines:
        if line.row is None:
            yield f"<h3>{escape(_title(line))}</h3>"
            titled = False
            continue
        rows = "" if titled else _row(heads, widths, "th", escape)
        titled = True
        cells = [escape(line.row.title), *map(cell_html, line.cells)]
        yield f"{_TABLE}{rows}{_row(cells, widths, 'td', str)}</table>"


def _row(texts: list[str], widths: list[int], tag: str, dress: Callable[[str], str]) -> str:
    tags = ["th", *([tag] * (len(texts) - 1))]
    cells = (
        f'<{name} width="{width}%" align="left">{dress(text)}</{name}>'
        for name, width, text in zip(tags, widths, texts, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _title(line: Line) -> str:
    return f"{line.theme.title} (+{line.hidden})" if line.folded else line.theme.title
