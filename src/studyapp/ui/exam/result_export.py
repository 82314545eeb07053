"""Saves a result, or two beside one another, as CSV or PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from studyapp.store.durable import write_bytes
from studyapp.study.exam_export import result_csv, result_html
from studyapp.study.exam_pair import Pair
from studyapp.study.exam_result import Result
from studyapp.study.readiness import ObjectiveRow
from studyapp.ui.exam import result_wording, wording
from studyapp.ui.exam.pair_report import pair_csv, pair_html
from studyapp.ui.exam.readiness_card import objective_note
from studyapp.ui.exam.titles import Titles
from studyapp.ui.paper.document import paper_document
from studyapp.ui.paper.sheet import Sheet, save_pdf
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.save_file import CSV, PDF, ask_file, saved, tell_not_written

_OURS = "Our own questions; not affiliated with any awarding body."


@dataclass(frozen=True, slots=True)
class Report:
    """What can be saved: the name that is proposed, the title of the PDF, and its words as a table and as HTML."""

    name: str
    title: str
    csv: Callable[[], str]
    html: Callable[[], str]


def result_report(result: Result, titles: Titles, objectives: Sequence[ObjectiveRow] = ()) -> Report:
    """The score, what stood behind it, ``objectives`` or else focus areas, and every question that was seen."""
    heading = f"{result.profile.title}: {_outcome(result)}"
    beliefs = [
        result_wording.belief_sentence(belief, titles.misconception(belief.misconception))
        for belief in result.beliefs
    ]
    if result.unmarked:
        scores = [result_wording.to_mark(result)[1]]
    else:
        scores = [wording.score_line(result), "" if objectives else wording.both_markings(result)]
    parts = {
        heading: [wording.began(result), *filter(None, scores), wording.time_line(result), _OURS],
        "What you took for true": beliefs,
        "How you worked": [remark.text for remark in result_wording.habits(result)],
    }
    return Report(
        f"{result.profile.title} {_day(result)}",
        heading,
        lambda: result_csv(result, titles.area, wording.LEVELS),
        lambda: result_html(result, parts, _tables(result, titles, objectives), wording.LEVELS),
    )


def _tables(
    result: Result, titles: Titles, objectives: Sequence[ObjectiveRow]
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The objectives of a readiness check, else the focus areas, once every answer is marked."""
    if objectives:
        return {"By learning objective": [(row.text, objective_note(row)) for row in objectives]}
    areas = () if result.unmarked else result.areas
    return {"By focus area": [(titles.area(each.area), f"{each.right} of {each.out_of}") for each in areas]}


def pair_report(pair: Pair, titles: Titles) -> Report:
    """The figures of two papers, and the questions that stood in both with both answers."""
    return Report(
        f"{pair.earlier.profile.title} {_day(pair.earlier)} and {_day(pair.later)}",
        "Two papers side by side",
        lambda: pair_csv(pair, titles.area),
        lambda: pair_html(pair, titles.area, _OURS),
    )


def offer_export(parent: QWidget, theme: Theme, report: Report, say: Callable[[str], None]) -> None:
    """Ask where to, and save there; ``say`` is told where, a dialog tells why it could not be done."""
    file = ask_file(theme, parent, "Export the result", report.name.replace(" · ", " "), (PDF, CSV))
    if file is None:
        return
    try:
        if file.suffix.lower() in CSV.endings:
            save_as_csv(file, report)
        else:
            save_as_pdf(file, theme, report)
    except OSError as error:
        tell_not_written(theme, parent, file, error, "Nothing of your progress is touched.")
    else:
        say(saved(file))


def save_as_csv(file: Path, report: Report) -> None:
    """Write the table. Raises OSError."""
    write_bytes(file, report.csv().encode("utf-8-sig"))


def save_as_pdf(file: Path, theme: Theme, report: Report) -> None:
    """Write the pages. Raises OSError."""
    save_pdf(paper_document(theme, report.html()), file, Sheet(report.title, _OURS))


def _outcome(result: Result) -> str:
    if result.unmarked:
        return result_wording.to_mark(result)[0].lower()
    return wording.headline(result).replace(" · ", ", ")


def _day(result: Result) -> str:
    return result.began_at.date().isoformat()
