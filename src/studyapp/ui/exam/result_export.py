"""Saves a result as CSV or PDF."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from studyapp.store.disk_words import reason
from studyapp.study.exam_export import result_csv, result_html
from studyapp.study.exam_result import Result
from studyapp.ui.exam import wording
from studyapp.ui.exam.titles import Titles
from studyapp.ui.paper.document import paper_document
from studyapp.ui.paper.sheet import Sheet, save_pdf
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import tell

_OURS = "Our own questions; not affiliated with any awarding body."
_FILTERS = "PDF (*.pdf);;CSV (*.csv)"


def offer_export(parent: QWidget, theme: Theme, result: Result, titles: Titles) -> None:
    """Ask where to, and save there; say so when that did not work."""
    name = f"{result.profile.title} {result.began_at.astimezone():%Y-%m-%d}".replace(" · ", " ")
    chosen, kind = QFileDialog.getSaveFileName(parent, "Export the result", f"{name}.pdf", _FILTERS)
    if not chosen:
        return
    file = Path(chosen)
    as_table = file.suffix.lower() == ".csv" or (not file.suffix and kind.startswith("CSV"))
    if not file.suffix:
        file = file.with_suffix(".csv" if as_table else ".pdf")
    try:
        if as_table:
            save_csv(file, result, titles)
        else:
            save_as_pdf(file, theme, result, titles)
    except OSError as error:
        text = f"“{file.name}” could not be written: {reason(error)}. Nothing of your progress is touched."
        tell(theme, parent, "Not exported", text)


def save_csv(file: Path, result: Result, titles: Titles) -> None:
    """One row a question. Raises OSError."""
    file.write_text(result_csv(result, titles.area), encoding="utf-8-sig", newline="")


def save_as_pdf(file: Path, theme: Theme, result: Result, titles: Titles) -> None:
    """The score and every question that was seen. Raises OSError."""
    word, _ = wording.verdict(result)
    heading = f"{result.profile.title}: {wording.per_cent(result.score.share)}, {word.lower()}"
    lines = [
        wording.moment(result.began_at),
        wording.score_line(result),
        wording.both_markings(result),
        wording.time_line(result),
        _OURS,
    ]
    document = paper_document(theme, result_html(result, heading, lines, titles.area))
    save_pdf(document, file, Sheet(heading, _OURS))
