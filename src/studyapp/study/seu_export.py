"""The learner's evidence for a renewal as Markdown, CSV, and HTML for paper. Sentences are handed in."""

import csv
import io
from collections.abc import Sequence
from html import escape

from studyapp.store.seu_rows import SeuEntry

HEADINGS = ("Date", "Title", "Category", "SEUs", "Note")
"""The columns of the list; an hour is one SEU."""


def units(minutes: int) -> str:
    """``1.5`` for 90 minutes, to the hundredth."""
    return f"{round(minutes / 60, 2):g}"


def seu_csv(entries: Sequence[SeuEntry]) -> str:
    """One row an entry, in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_inert(cell) for cell in _cells(entry)] for entry in entries)
    return out.getvalue()


def seu_markdown(entries: Sequence[SeuEntry], title: str, lines: Sequence[str]) -> str:
    """A heading, sentences, and a table with one row an entry."""
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *(map(_cell, _cells(entry)) for entry in entries)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    paragraphs = "\n\n".join([f"# {title}", *lines])
    return f"{paragraphs}\n\n{table}\n"


def seu_html(entries: Sequence[SeuEntry], title: str, lines: Sequence[str]) -> str:
    """The same for paper."""
    told = "".join(f'<p class="meta">{escape(line)}</p>' for line in lines)
    head = "".join(f"<th>{escape(heading)}</th>" for heading in HEADINGS)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _cells(entry))}</tr>" for entry in entries
    )
    return f'<h1>{escape(title)}</h1>{told}<table class="grid"><tr>{head}</tr>{rows}</table>'


def _cells(entry: SeuEntry) -> tuple[str, ...]:
    return (entry.day.isoformat(), entry.title, entry.category, units(entry.minutes), entry.note)


def _cell(text: str) -> str:
    """Text that neither ends a cell of a Markdown table nor is taken for markup."""
    line = " ".join(text.split())
    return "".join(f"\\{mark}" if mark in "\\|`*_[]<>#" else mark for mark in line)


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
