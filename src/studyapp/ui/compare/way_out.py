"""Where a text goes that leaves the program: to the clipboard or into a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studyapp.store.durable import write_bytes
from studyapp.study.comparison_export import Format
from studyapp.ui.background import Work, in_background
from studyapp.ui.compare.wording import EXPORT
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.save_file import CSV, HTML, MARKDOWN, PDF, ask_file, tell_not_written

COPY, SAVE = "copy", "save"
FORMATS = {Format.MARKDOWN: MARKDOWN, Format.CSV: CSV, Format.HTML: HTML, Format.PDF: PDF}

Choice = tuple[str, Format]
"""Whether to copy or to save, and as what."""


def ways_out(*left_out: Format) -> list[tuple[str, Choice | None]]:
    """The items of a menu of all ways; a PDF cannot be copied as text."""
    forms = {form: kind.name for form, kind in FORMATS.items() if form not in left_out}
    copies = [(f"Copy as {name}", (COPY, form)) for form, name in forms.items() if form is not Format.PDF]
    saves = [(f"Save as {name}…", (SAVE, form)) for form, name in forms.items()]
    return [*copies, ("", None), *saves]


class WayOut(QObject):
    """Copies and saves for a page. A PDF is made away from the window."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._work: Work | None = None
        self._file = Path()

    @property
    def busy(self) -> bool:
        """Whether a PDF is being made."""
        return self._work is not None

    def hand_on(self, choice: Choice, text: str, title: str, *, landscape: bool = False) -> None:
        """Copy a text, or ask for a file and save it there. For a PDF the text is HTML."""
        what, form = choice
        if what == COPY:
            _copy(text, form)
            announce(self._page, "Copied")
            return
        kind = FORMATS[form]
        file = ask_file(self._theme, self._page, f"Save as {kind.name}", title, (kind,))
        if file is None:
            return
        if form is Format.PDF:
            self._print(file, text, title, landscape=landscape)
            return
        try:
            write_bytes(file, text.encode("utf-8-sig" if form is Format.CSV else "utf-8"))
        except OSError as fault:
            self._tell(file, fault)
        else:
            announce(self._page, f"Saved as {file.name}")

    def _print(self, file: Path, html: str, title: str, *, landscape: bool) -> None:
        if self._work is None:
            work = partial(_save, self._theme.on_paper(), html, file, title, landscape)
            self._work, self._file = in_background(work, self), file
            self._work.finished.connect(self._end)
            self._work.failed.connect(self._fail)
            self._work.start()

    @Slot(object)
    def _end(self, file: Path | None) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None
        if file is not None:
            announce(self._page, f"Saved as {file.name}")

    @Slot(object)
    def _fail(self, fault: BaseException) -> None:
        self._end(None)
        if not isinstance(fault, OSError):
            raise fault
        self._tell(self._file, fault)

    def _tell(self, file: Path, fault: OSError) -> None:
        tell_not_written(self._theme, self._page, file, fault, "Nothing else has changed.")


def _copy(text: str, form: Format) -> None:
    if form is not Format.HTML:
        QGuiApplication.clipboard().setText(text)
        return
    data = QMimeData()
    data.setText(text)
    data.setHtml(text)
    QGuiApplication.clipboard().setMimeData(data)


def _save(light: Theme, html: str, file: Path, title: str, landscape: bool) -> Path:
    from studyapp.ui.paper.document import paper_document
    from studyapp.ui.paper.sheet import Sheet, save_pdf

    sheet = Sheet(title, EXPORT.licence.partition(". ")[0], landscape=landscape)
    save_pdf(paper_document(light, html), file, sheet)
    return file
