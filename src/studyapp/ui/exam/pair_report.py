"""Two papers beside one another as text for other programs."""

import csv
import io
from collections.abc import Callable, Sequence
from html import escape

from studyapp.study.exam_export import as_text
from studyapp.study.exam_pair import Pair, SharedQuestion
from studyapp.ui.exam import pair_wording
from studyapp.ui.exam.pair_wording import HEADER, Row


def pair_csv(pair: Pair, area_title: Callable[[str], str]) -> str:
    """Figures, areas, then the questions of both, one row each; the first column says which of them a row is.

    A step upwards has no sign: a spreadsheet would take it for a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("Part", "What", *HEADER[1:]))
    titles = "Paper", pair_wording.title(pair.earlier), pair_wording.title(pair.later), ""
    rows = [("Paper", titles)]
    rows += [("Figure", row) for row in pair_wording.figure_rows(pair)]
    rows += [("Focus area", row) for row in pair_wording.area_rows(pair, area_title)]
    rows += [("Question", _question(shared)) for shared in pair.shared]
    writer.writerows([part, *map(as_text, row[:3]), row[3].removeprefix("+")] for part, row in rows)
    return out.getvalue()


def pair_html(pair: Pair, area_title: Callable[[str], str], foot: str) -> str:
    """A page to print: what the papers are and say together, figures, areas, the questions of both, and ``foot``."""
    titles = f"Earlier: {pair_wording.title(pair.earlier)}", f"Later: {pair_wording.title(pair.later)}"
    heads = [*titles, pair_wording.sentence(pair)]
    parts = ["<h1>Two papers side by side</h1>", *(f"<p>{escape(line)}</p>" for line in heads)]
    parts += ["<h2>Figures</h2>", _table(pair_wording.figure_rows(pair))]
    parts += ["<h2>By focus area</h2>", _table(pair_wording.area_rows(pair, area_title))]
    if pair.shared:
        parts += ["<h2>Questions of both papers</h2>", _table([_question(shared) for shared in pair.shared])]
    parts.append(f"<p class='meta'>{escape(foot)}</p>")
    return "\n".join(parts)


def _question(shared: SharedQuestion) -> Row:
    seen = shared.later.question or shared.earlier.question
    stem = seen.stem if seen is not None else ""
    turn = pair_wording.TURNS[shared.turn]
    return stem, pair_wording.answer(shared.earlier), pair_wording.answer(shared.later), turn


def _table(rows: Sequence[Row]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in HEADER)
    body = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    lines = "".join(f"<tr>{cells}</tr>" for cells in body)
    return f"<table class='grid'><tr>{head}</tr>{lines}</table>"
