"""A result as text for other programs: rows for a spreadsheet, HTML to print."""

import csv
import io
from collections.abc import Callable
from html import escape

from studyapp.catalog.question import Question
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
)
"""The columns of `result_csv`."""


def result_csv(result: Result, area_title: Callable[[str], str]) -> str:
    """One row a question. Questions that were never reached have no text: they can come again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_row(item, area_title) for item in result.items)
    return out.getvalue()


def result_html(result: Result, heading: str, lines: list[str], area_title: Callable[[str], str]) -> str:
    """A page to print.

    ``heading`` and ``lines`` first, then every question that was seen, with its reasons.
    """
    parts = [f"<h1>{escape(heading)}</h1>", *(f"<p>{escape(line)}</p>" for line in lines)]
    parts.append("<table cellpadding='4'>")
    parts.extend(
        f"<tr><td>{escape(area_title(area.area))}</td><td>{area.right} of {area.out_of}</td></tr>"
        for area in result.areas
    )
    parts.append("</table>")
    for item in result.items:
        if item.question is not None:
            parts += _question_html(item, item.question)
    return "\n".join(parts)


def _row(item: ResultItem, area_title: Callable[[str], str]) -> tuple[str, ...]:
    question = item.question
    return (
        str(item.number),
        _text(question.stem) if question is not None else "",
        _text(area_title(item.area)),
        str(len(item.key)),
        _text(item.words or _options(question, item.chosen)),
        _text(_options(question, item.key)),
        "yes" if item.mark.right else "no",
        f"{float(item.mark.partial):.3f}",
        f"{item.spent.total_seconds():.0f}",
        "yes" if item.flagged else "no",
        "yes" if item.scored else "no",
    )


def _options(question: Question | None, positions: frozenset[int]) -> str:
    return " | ".join(question.options[n].text for n in sorted(positions)) if question is not None else ""


def _question_html(item: ResultItem, question: Question) -> list[str]:
    word = "right" if item.mark.right else "not scored" if not item.scored else "wrong"
    parts = [f"<h3>{item.number}. {escape(question.stem)}</h3>", f"<p>{word}</p>"]
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
    return parts


def _text(cell: str) -> str:
    """A text that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
