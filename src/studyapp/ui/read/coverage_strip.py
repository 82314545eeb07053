"""A thin strip along the scroll bar: which paragraphs were seen, which have cards, how well those are remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.passages import Covered
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.read.eye import Eye
from studyapp.ui.read.wording import cover_words, recall_level
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.tips import tip

WIDTH = 12.0
_SEEN, _GAP, _SIDE = 2, 2, 1
_LEVELS = (("accent", 2), ("bad", 3), ("warn", 4), ("good", 6))
"""Colour and width of a paragraph's cards: none learned yet, likely forgotten, fading, remembered."""
_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the strip in pixels, and the fingerprint of the paragraph that it stands for."""

    top: int
    stop: int
    print: str


class CoverageStrip(QWidget):
    """Two lanes as high as the article: on the left what was seen, on the right what has cards, wider when known.

    It is laid out a little after the article was painted or the window resized; a click goes to the place.
    """

    def __init__(self, theme: Theme, view: ArticleView, eye: Eye) -> None:
        super().__init__()
        self._theme, self._view, self._eye = theme, view, eye
        self._covered: Mapping[str, Covered] = {}
        self.bands: tuple[Band, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Coverage of this article")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.lay_out)
        view.laid_out.connect(self._forget)
        view.settled.connect(self._wait)
        theme.zoomed.connect(self.updateGeometry)

    def show_covered(self, covered: Sequence[Covered], words: str) -> None:
        """Show how the open article stands; ``words`` tell the same to a screen reader."""
        self._covered = {each.paragraph.print: each for each in covered}
        self.setAccessibleDescription(words)
        if self.bands:
            self.update()
        else:
            self._pause.start(0)

    def covered(self) -> tuple[tuple[Band, Covered], ...]:
        """The bands from the top down, each with how its paragraph stands."""
        return tuple((band, self._covered[band.print]) for band in self.bands if band.print in self._covered)

    @Slot()
    def lay_out(self) -> None:
        """Find the paragraphs' places on the strip."""
        document = self._view.document()
        whole = max(1.0, document.size().height(), self._view.viewport().height())
        layout, found, share = document.documentLayout(), [], self.height() / whole
        for place in self._eye.places() if self._covered else ():
            box = layout.blockBoundingRect(document.findBlock(place.start))
            top = round(box.y() * share)
            stop = round((box.y() + box.height()) * share)
            found.append(Band(top, max(stop, top + 1), place.print))
        self.bands = tuple(found)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(self._theme.px(WIDTH), self._theme.px(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be laid out anew when there is time."""
        super().resizeEvent(event)
        if self._covered:
            self._pause.start(_PAUSE_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lanes on the ground of the article."""
        painter, px = QPainter(self), self._theme.px
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        if not self.bands:
            return
        left = px(_SIDE)
        lanes = self._rows()
        for seen, run in groupby(lanes, key=lambda row: row[1]):
            rows = list(run)
            if seen:
                box = QRect(left, rows[0][0], px(_SEEN), len(rows))
                painter.fillRect(box, self._theme.colour("muted"))
        left += px(_SEEN + _GAP)
        for level, run in groupby(lanes, key=lambda row: row[2]):
            rows = list(run)
            if level >= 0:
                colour, width = _LEVELS[level]
                painter.fillRect(QRect(left, rows[0][0], px(width), len(rows)), self._theme.colour(colour))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the paragraph under the pointer."""
        y = round(event.position().y())
        under = [found for band, found in self.covered() if band.top <= y < band.stop]
        tip(self, cover_words(max(under, key=lambda each: each.cards)) if under else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place; the buttons that lead back and forward are the window's."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        else:
            bar = self._view.verticalScrollBar()
            share = event.position().y() / max(1, self.height())
            page = bar.pageStep()
            bar.setValue(round(share * (bar.maximum() + page) - page / 2))

    def _rows(self) -> list[tuple[int, bool, int]]:
        """For each row of pixels its number, whether it was seen and the level of its cards, -1 for none."""
        seen, levels = [False] * self.height(), [-1] * self.height()
        for band, covered in self.covered():
            level = recall_level(covered)
            for row in range(max(0, band.top), min(band.stop, self.height())):
                seen[row] = seen[row] or covered.seen
                levels[row] = max(levels[row], level)
        return list(zip(range(self.height()), seen, levels, strict=True))

    @Slot()
    def _wait(self) -> None:
        self._pause.start(_PAUSE_MS)

    @Slot()
    def _forget(self) -> None:
        """Another document: its places are not known yet."""
        self.bands = ()
        self.update()
