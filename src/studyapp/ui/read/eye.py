"""Follows which part of the article is in sight, and for how long somebody reads there."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studyapp.catalog.article import Rendered
from studyapp.study.gaze import Gaze, Place
from studyapp.study.paragraphs import lines_of, paragraphs_of, plain_line
from studyapp.ui.read.article_marks import Span
from studyapp.ui.read.article_text import ArticleText
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.read.reading_clock import ReadingClock

_STILL_MS = 400
"""What passes by more quickly is not read."""
_LOOK_MS = 5000
"""So often what was seen is told while the reader stays."""


class Eye(QObject):
    """Watches one view. What rests in sight is told to a gaze as soon as the reader moves on, or is asked for."""

    saw = Signal()
    """Another paragraph was seen."""

    def __init__(self, view: ArticleView, clock: ReadingClock) -> None:
        super().__init__(view)
        self._view, self._clock = view, clock
        self._rendered: Rendered | None = None
        self._places: tuple[Place, ...] | None = None
        self._gaze: Gaze | None = None
        self._told: frozenset[str] = frozenset()
        self._resting: tuple[Span, float] | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self.rest)
        self._stay = QTimer(self)
        self._stay.setInterval(_LOOK_MS)
        self._stay.timeout.connect(self._look)
        view.moved.connect(self._move)
        view.laid_out.connect(self._forget)

    def use(self, rendered: Rendered) -> None:
        """Watch this article from now on; what was seen of it already is kept if it is the same."""
        self._settle()
        self._resting = None
        self._still.stop()
        if rendered != self._rendered:
            self._rendered, self._places, self._gaze, self._told = rendered, None, None, frozenset()

    def places(self) -> tuple[Place, ...]:
        """Where the article's paragraphs stand in the view, from the top down."""
        if self._places is None and self._rendered is not None:
            prints = {paragraph.text: paragraph.print for paragraph in paragraphs_of(self._rendered)}
            self._places = tuple(_places_in(self._view.text, prints))
        return self._places or ()

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
        self._ready()
        self._stay.start()

    @Slot()
    def _look(self) -> None:
        """Time goes by; once it counts no more, nobody is there."""
        before = self._resting
        self._settle()
        if self._resting == before:
            self._stay.stop()

    @Slot()
    def _forget(self) -> None:
        """Another document, in which the same paragraphs may stand elsewhere."""
        self._places = self._resting = None

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
        gaze, base = self._ready()
        if gaze.dwell(first - base, last - base, now - since):
            self.saw.emit()

    def _ready(self) -> tuple[Gaze, int]:
        """The gaze over this article, and where its places begin: the line above the title may have grown since.

        It is made while the reader rests, so that no switch to another article waits for it.
        """
        places = self.places()
        base = places[0].start if places else 0
        if self._gaze is None:
            self._gaze = Gaze([Place(each.start - base, each.stop - base, each.print) for each in places])
        return self._gaze, base


def _places_in(text: ArticleText, prints: Mapping[str, str]) -> Iterator[Place]:
    """The lines of a document that are among these, by their words."""
    for start, line in lines_of(text.raw):
        name = prints.get(plain_line(line))
        if name is not None:
            yield Place(text.position(start), text.position(start + len(line)), name)
