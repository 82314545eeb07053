"""Tells the learner that something went wrong, in plain words; the details are one press away."""

import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from studyapp.store.disk_words import in_plain_words
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog, tell

TITLE = "Something went wrong"


def tell_fault(theme: Theme, parent: QWidget | None, fault: BaseException, log: Path) -> None:
    """Open the notice, unless one is open already: a fault that repeats is told once."""
    if QApplication.instance() is None or _is_open():
        return
    text = (
        f"{_cause(fault)} What you answered before is kept; nothing already saved is lost. You can go on. "
        f"If it happens again, the file {log} says what a developer needs to know."
    )
    notice = tell(theme, parent, TITLE, text, "".join(traceback.format_exception(fault)))
    if parent is None:
        notice.exec()  # nobody else keeps it, and there is nothing to go on with yet


def _is_open() -> bool:
    return any(
        isinstance(w, Dialog) and w.windowTitle() == TITLE and w.isVisible()
        for w in QApplication.topLevelWidgets()
    )


def _cause(fault: BaseException) -> str:
    if "full" in str(fault).casefold() or getattr(fault, "errno", None) == 28:  # ENOSPC
        return "The disk is full, so the last action could not be saved. Free some space, then do it again."
    if isinstance(fault, OSError):
        return f"The last action could not be carried out: {in_plain_words(fault)}."
    return "The last action could not be carried out; the fault is in this program."
