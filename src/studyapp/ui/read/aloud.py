"""Reads the open article aloud, where the platform has a voice; nothing of it is offered elsewhere."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studyapp.study.library import Library
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.read.voice import Voice, find_voice, installed

_LATER = 1500
"""Milliseconds after the page was built: the speech module takes its time to load."""
_BREAK = re.compile("[\u2029\ufdd0\ufdd1]")
"""Between paragraphs, and between the cells of a table."""
_OBJECT = "\ufffc"


class Aloud(QObject):
    """Adds its actions to the page once a voice was found."""

    def __init__(self, host: QWidget, library: Library, lectern: Lectern) -> None:
        super().__init__(host)
        self._host, self._library, self._lectern = host, library, lectern
        self._voice: Voice | None = None
        self._left: list[str] = []
        self._article = ""
        self.read: QAction | None = None
        self._stop: QAction | None = None
        if installed():
            QTimer.singleShot(_LATER, self, self.look)

    @Slot()
    def look(self) -> None:
        """Offer reading aloud if there is a voice."""
        if self._voice is None:
            self.offer(find_voice)

    def offer(self, find: Callable[[QObject], Voice | None]) -> None:
        """Add the actions if a voice is found."""
        self._voice = find(self)
        if self._voice is None:
            return
        self._voice.spoken.connect(self._go_on)
        self.read = command(self._host, "Read aloud from here", "Ctrl+Shift+R")
        self.read.triggered.connect(self._begin)
        self._stop = command(self._host, "Stop reading aloud", "Esc")
        self._stop.triggered.connect(self.stop)
        self._stop.setEnabled(False)
        self._lectern.view.laid_out.connect(self._stop_at_another)

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self._left, self._article = [], ""
        if self._voice is not None:
            self._voice.stop()
        if self._stop is not None:
            self._stop.setEnabled(False)

    @Slot()
    def _begin(self) -> None:
        self.stop()
        view = self._lectern.view
        span = view.selection()
        if span is not None and view.textCursor().hasSelection():
            start, stop = (view.text.index(position) for position in span)
            self._left = passages(view.text.raw[start:stop])
        else:
            self._left = passages(view.text.raw[view.text.index(self._here()) :])
        self._article = self._lectern.reading.article.id if self._lectern.reading else ""
        self._go_on()

    def _here(self) -> int:
        """The position to read from: the caret where one is shown, else the heading in sight."""
        view = self._lectern.view
        if view.has_caret:
            return view.textCursor().position()
        at = view.heading_in_sight()
        return view.text.headings[at] if at >= 0 else view.top()

    @Slot()
    def _go_on(self) -> None:
        reading = self._lectern.reading
        if not self._left or self._voice is None or reading is None:
            self.stop()
            return
        if self._stop is not None:
            self._stop.setEnabled(True)
        self._voice.say(self._left.pop(0), self._library.catalog.language_of(reading.article.id))

    @Slot()
    def _stop_at_another(self) -> None:
        """Another article is open; what is read aloud would be of the last one."""
        reading = self._lectern.reading
        if self._article and (reading is None or reading.article.id != self._article):
            self.stop()


def passages(text: str) -> list[str]:
    """The paragraphs of a document's raw text, as they are to be said one after the other."""
    lines = (" ".join(line.replace(_OBJECT, " ").split()) for line in _BREAK.split(text))
    return [line for line in lines if any(letter.isalnum() for letter in line)]
