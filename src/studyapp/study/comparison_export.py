"""Write what is on the screen of a comparison as Markdown, CSV or HTML, with its sources and the licence."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape

from studyapp.catalog.comparison import Cell, CellKind
from studyapp.catalog.source import Citation, Source
from studyapp.study.comparison_paper import paper_tables
from studyapp.study.comparison_table import Line, Table


class Format(StrEnum):
    """What a text can be written as; the value is the file's suffix."""

    MARKDOWN = "md"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the screen's language that an export needs."""

    theme: str
    dimension: str
    kind: str
    source: str
    sources: str
    licence: str
    kinds: Mapping[CellKind, str]
    rule: Callable[[str], str]
    """What a rule is called, by the title of the document that it stands in."""

    def kind_of(self, cell: Cell, document: str) -> str:
        """The kind of a cell in words; ``document`` is the title of its source, empty for none."""
        return self.rule(document) if cell.kind is CellKind.RULE and document else self.kinds[cell.kind]


def write_table(table: Table, sources: Mapping[str, Source], wording: Wording, form: Format) -> str:
    """The table in one of the formats; what becomes a PDF is HTML. What is folded or hidden stays so."""
    writers = {Format.MARKDOWN: _markdown, Format.CSV: _csv, Format.HTML: _html, Format.PDF: _paper}
    writer = writers[form]
    return writer(table, _Citations(sources), wording)


def source_line(citation: Citation, sources: Mapping[str, Source]) -> str:
    """A citation in full: document, edition and section; empty for what no source settles."""
    if not citation.settled:
        return ""
    source = sources.get(citation.document)
    if source is None:
        return ", ".join(filter(None, (citation.document, citation.section)))
    edition = f" ({source.edition})" if source.edition and source.edition not in source.title else ""
    return ", ".join(filter(None, (source.title + edition, citation.section)))


def document_of(cell: Cell, sources: Mapping[str, Source]) -> str:
    """The title of the document that a cell cites; empty for none."""
    source = sources.get(cell.source.document)
    return source.title if source else cell.source.document


@dataclass(slots=True)
class _Citations:
    """Numbers the sources of a table in the order of their first use."""

    sources: Mapping[str, Source]
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, cell: Cell) -> int:
        """The number of a cell's source, from 1; 0 for none."""
        line = source_line(cell.source, self.sources)
        return self.numbers.setdefault(line, len(self.numbers) + 1) if line else 0


def _markdown(table: Table, citations: _Citations, wording: Wording) -> str:
    heads = [wording.dimension, *(column.title for column in table.columns)]
    rows = [_bars(heads), _bars(["---"] * len(heads))]
    for line in table.lines:
        texts = [_marked_down(cell, citations, wording) for cell in line.cells]
        rows.append(_bars([f"**{_one_line(_title(line))}**", *(texts or [""] * len(table.columns))]))
    parts = [f"# {_one_line(table.comparison.title)}", "\n".join(rows)]
    if citations.numbers:
        listed = "\n".join(f"{number}. {line}" for line, number in citations.numbers.items())
        parts += [f"## {wording.sources}", listed]
    return "\n\n".join([*parts, wording.licence]) + "\n"


def _marked_down(cell: Cell, citations: _Citations, wording: Wording) -> str:
    number = citations.number(cell)
    parts = (
        _one_line(cell.text),
        f"*({wording.kind_of(cell, document_of(cell, citations.sources))})*",
        f"[{number}]" if number else "",
    )
    return " ".join(filter(None, parts))


def _bars(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _csv(table: Table, citations: _Citations, wording: Wording) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    heads = [wording.theme, wording.dimension]
    for column in table.columns:
        heads += [column.title, f"{column.title}: {wording.kind}", f"{column.title}: {wording.source}"]
    writer.writerow(heads)
    for line in table.lines:
        if line.row is None and not line.folded:
            continue
        values = [line.theme.title, line.row.title if line.row else _title(line)]
        for cell in line.cells:
            kind = wording.kind_of(cell, document_of(cell, citations.sources))
            values += [cell.text, kind, source_line(cell.source, citations.sources)]
        writer.writerow(map(_harmless, values))
    writer.writerow([wording.licence])
    return out.getvalue()


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _paper(table: Table, citations: _Citations, wording: Wording) -> str:
    body = paper_tables(table, wording.dimension, lambda cell: _html_cell(cell, citations, wording))
    return _page(table, body, citations, wording)


def _html(table: Table, citations: _Citations, wording: Wording) -> str:
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    lines = [f'<tr><th scope="col">{escape(wording.dimension)}</th>{heads}</tr>']
    lines += [_html_line(line, len(table.columns), citations, wording) for line in table.lines]
    rows = "\n".join(lines)
    body = f'<table class="grid" border="1" cellpadding="6">\n{rows}\n</table>'
    return _page(table, body, citations, wording)


def _page(table: Table, body: str, citations: _Citations, wording: Wording) -> str:
    title = escape(table.comparison.title)
    listed = "".join(f"<li>{escape(line)}</li>" for line in citations.numbers)
    sources = f"<h2>{escape(wording.sources)}</h2>\n<ol>{listed}</ol>\n" if listed else ""
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head><body>\n'
        f"<h1>{title}</h1>\n{body}\n"
        f"{sources}<p>{escape(wording.licence)}</p>\n</body></html>\n"
    )


def _html_line(line: Line, columns: int, citations: _Citations, wording: Wording) -> str:
    if line.row is None:
        return f'<tr><th scope="rowgroup" colspan="{columns + 1}">{escape(_title(line))}</th></tr>'
    cells = "".join(f"<td>{_html_cell(cell, citations, wording)}</td>" for cell in line.cells)
    return f'<tr><th scope="row">{escape(line.row.title)}</th>{cells}</tr>'


def _html_cell(cell: Cell, citations: _Citations, wording: Wording) -> str:
    number = citations.number(cell)
    words = wording.kind_of(cell, document_of(cell, citations.sources))
    kind = f"<small>({escape(words)})</small>"
    return " ".join(filter(None, (escape(cell.text), kind, f"<sup>{number}</sup>" if number else "")))


def _title(line: Line) -> str:
    if line.row:
        return line.row.title
    return f"{line.theme.title} (+{line.hidden})" if line.folded else line.theme.title
