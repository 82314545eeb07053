"""A result as text for other programs: rows for a spreadsheet, HTML to print."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from html import escape

from studyapp.catalog.question import Question
from studyapp.learning.marking import Swing
from studyapp.study.exam_result import Result, ResultItem

HEADER = (
    "Number",
    "Question",
    "Focus area",
    "Asked",
    "Your answer",
    "Right answer",
    "Right",
    "Partial credit",
    "Seconds",
    "Flagged",
    "Scored",
    "Changed",
    "Slips",
    "Misconceptions",
    "Why not scored",
    "Your own marks",
)
"""The columns of `result_csv`."""


def as_text(cell: str) -> str:
    """A cell of CSV: a text that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def result_csv(result: Result, area_title: Callable[[str], str], levels: Sequence[str]) -> str:
    """One row a question. Questions that were never reached have no text: they can come again.

    ``levels`` are what the learner's own marks 0, 1 and 2 are called.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_row(item, area_title, levels) for item in result.items)
    return out.getvalue()


def result_html(
    result: Result,
    parts: Mapping[str, Sequence[str]],
    tables: Mapping[str, Sequence[tuple[str, str]]],
    levels: Sequence[str],
) -> str:
    """A page to print.

    ``parts`` are headings with their lines; the first is the title. ``tables`` are headings with rows of a name and
    what is said of it; a heading with nothing below it is left out. Every question that was seen, with its reasons,
    comes after them. ``levels`` as in `result_csv`.
    """
    found = []
    for number, (heading, lines) in enumerate(parts.items()):
        if lines:
            found.append(f"<h2>{escape(heading)}</h2>" if number else f"<h1>{escape(heading)}</h1>")
            found.extend(f"<p>{escape(line)}</p>" for line in lines)
    for heading, rows in tables.items():
        if rows:
            cells = (f"<tr><td>{escape(name)}</td><td>{escape(told)}</td></tr>" for name, told in rows)
            found += [f"<h2>{escape(heading)}</h2><table class='grid'>", *cells, "</table>"]
    found.append("<h2>Questions</h2>")
    for item in result.items:
        if item.question is not None:
            found += _question_html(item, item.question, levels)
    return "\n".join(found)


def _row(item: ResultItem, area_title: Callable[[str], str], levels: Sequence[str]) -> tuple[str, ...]:
    question = item.question
    return (
        str(item.number),
        as_text(question.stem) if question is not None else "",
        as_text(area_title(item.area)),
        str(len(item.key)),
        as_text(item.words or _options(question, item.chosen)),
        as_text(_options(question, item.key)),
        "to mark" if item.to_mark else "yes" if item.mark.right else "no",
        "" if item.to_mark else f"{float(item.mark.partial):.3f}",
        _seconds(item),
        "yes" if item.flagged else "no",
        "yes" if item.scored else "no",
        _word(item.swing) if item.swing is not Swing.NONE else "",
        ", ".join(map(_word, item.slips)),
        ", ".join(sorted(item.taken)),
        as_text(item.dispute),
        as_text(" | ".join(_own_marks(item, levels))),
    )


def _seconds(item: ResultItem) -> str:
    return f"{item.spent.total_seconds():.0f}"


def _word(member: Enum) -> str:
    """``right to wrong``, ``missed not``."""
    return member.name.lower().replace("_", " ")


def _options(question: Question | None, positions: frozenset[int]) -> str:
    return " | ".join(question.options[n].text for n in sorted(positions)) if question is not None else ""


def _outcome(item: ResultItem) -> str:
    if not item.scored:
        return "not scored"
    if item.to_mark:
        return "to mark"
    return "right" if item.mark.right else "wrong"


def _own_marks(item: ResultItem, levels: Sequence[str]) -> list[str]:
    """The learner's own mark for each point of the rubric: ``Names a measure: Meets``."""
    if item.question is None or item.own_levels is None:
        return []
    pairs = zip(item.question.rubric, item.own_levels, strict=False)
    return [f"{line.criterion}: {levels[level]}" for line, level in pairs]


def _question_html(item: ResultItem, question: Question, levels: Sequence[str]) -> list[str]:
    parts = [
        f"<h3>{item.number}. {escape(question.stem)}</h3>",
        f"<p class='meta'>{_outcome(item)}, {_seconds(item)} s</p>",
    ]
    if item.dispute:
        parts.append(f"<p class='meta'>Not scored: {escape(item.dispute)}</p>")
    if item.words:
        parts.append(f"<p>{escape(item.words)}</p>")
    if question.options:
        parts.append("<ul>")
        for number, option in enumerate(question.options):
            truth = "right" if option.right else "wrong"
            chosen = ", chosen" if number in item.chosen else ""
            text = f"{escape(option.text)} ({truth}{chosen}). {escape(option.reason)}"
            parts.append(f"<li>{text}</li>")
        parts.append("</ul>")
    if question.model_answer:
        parts.append(f"<p class='meta'>A model answer: {escape(question.model_answer)}</p>")
    if own := _own_marks(item, levels):
        parts.append(f"<p>Your own marks: {escape('; '.join(own))}</p>")
    return parts
