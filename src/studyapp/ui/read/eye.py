"""Follows which part of the article is in sight, and for how long somebody reads there."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studyapp.catalog.article import Rendered
from studyapp.study.gaze import Gaze, Place
from studyapp.study.paragraphs import lines_of, paragraphs_of, print_of
from studyapp.ui.read.article_marks import Span
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.read.reading_clock import ReadingClock

_STILL_MS = 400
"""What passes by more quickly is not read."""


class Eye(QObject):
    """Watches one view. What rests in sight is told to a gaze as soon as the reader moves on, or is asked for."""

    saw = Signal()
    """Another paragraph was seen."""

    def __init__(self, view: ArticleView, clock: ReadingClock) -> None:
        super().__init__(view)
        self._view, self._clock = view, clock
        self._rendered: Rendered | None = None
        self._gaze: Gaze | None = None
        self._told: frozenset[str] = frozenset()
        self._resting: tuple[Span, float] | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self.rest)
        view.moved.connect(self._move)

    def use(self, rendered: Rendered) -> None:
        """Watch this article from now on; what was seen of it already is kept if it is the same."""
        self._resting = None
        self._still.stop()
        if rendered != self._rendered:
            self._rendered, self._gaze, self._told = rendered, None, frozenset()

    def seen(self) -> frozenset[str]:
        """The fingerprints of the paragraphs that were seen until now, in this visit."""
        self._settle()
        return frozenset(self._gaze.seen) if self._gaze is not None else frozenset()

    def take(self) -> tuple[str, ...]:
        """Those that were seen since the last take."""
        self._settle()
        found = [each for each in (self._gaze.seen if self._gaze else ()) if each not in self._told]
        self._told |= frozenset(found)
        return tuple(found)

    @Slot()
    def rest(self) -> None:
        """The view stands still: whatever is in sight now is being read."""
        self._settle()
        self._resting = self._view.in_sight(), self._clock.counted()

    @Slot()
    def _move(self) -> None:
        self._settle()
        self._resting = None
        self._still.start()

    def _settle(self) -> None:
        """Share out the time since the view came to rest."""
        if self._resting is None or self._rendered is None:
            return
        (first, last), since = self._resting
        now = self._clock.counted()
        self._resting = (first, last), now
        if self._gaze is None:
            self._gaze = Gaze(places_in(self._view, prints_of(self._rendered)))
        if self._gaze.dwell(first, last, now - since):
            self.saw.emit()


def prints_of(rendered: Rendered) -> Mapping[str, None]:
    """The fingerprints of an article's paragraphs."""
    return {paragraph.print: None for paragraph in paragraphs_of(rendered)}


def places_in(view: ArticleView, prints: Mapping[str, object]) -> tuple[Place, ...]:
    """Where the paragraphs of these fingerprints stand in a view, from the top down."""
    text = view.text
    found = ((start, line, print_of(line)) for start, line in lines_of(text.raw))
    return tuple(
        Place(text.position(start), text.position(start + len(line)), name)
        for start, line, name in found
        if name in prints
    )
