"""What every plot of ours is: painted, walked through with the arrow keys, and told in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_role import speak_of_charts
from studyapp.ui.widgets.scroll import bring_into_sight

LABEL_PX = 11.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a plot that can be pointed at, and what it says."""

    rect: QRectF
    text: str


@dataclass(frozen=True, slots=True)
class Level:
    """A value to reach or to keep, on the plot's own scale, and its name."""

    value: float
    name: str


class Plot(QWidget):
    """A painted plot. Arrow keys, Home and End walk its marks; the pointer picks the one beneath it.

    A plot gives ``marks`` (asked anew for every size) and paints itself in ``draw``. The text of the mark in
    hand is told by ``picked`` and stands in the accessible description after the plot's own sentence.
    """

    picked = Signal(str)
    """The text of the mark in hand; empty when there is none."""
    walked = Signal()
    """A key came to the mark in hand."""
    opened = Signal(int)
    """Enter was pressed on the mark of this number, or it was clicked."""

    height_px = 150.0

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._sentence = ""
        self._at = -1
        self._marks: Sequence[Mark] | None = None
        speak_of_charts(Plot)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.zoomed.connect(self._refit)

    def marks(self) -> Sequence[Mark]:
        """The marks at the present size, in the order to walk them."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint the plot."""
        raise NotImplementedError

    def set_sentence(self, sentence: str) -> None:
        """Say in words what the plot means."""
        self._sentence = sentence
        self._pick(-1)

    def renew(self) -> None:
        """The data are others: lay out and paint anew. Called by the plots themselves."""
        self._marks = None
        self._pick(-1)
        self.updateGeometry()
        self.update()

    @property
    def laid_out(self) -> Sequence[Mark]:
        """The marks as they are laid out now."""
        if self._marks is None:
            self._marks = self.marks()
        return self._marks

    def sizeHint(self) -> QSize:
        """As high as the zoom says; any width."""
        return QSize(self.theme.px(320), self.theme.px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed in width."""
        return QSize(self.theme.px(160), self.sizeHint().height())

    def label_metrics(self) -> QFontMetricsF:
        """Measures of the small labels beside axes."""
        return QFontMetricsF(self.theme.font(LABEL_PX))

    def label(
        self, painter: QPainter, rect: QRectF, text: str, align: Qt.AlignmentFlag, colour: str = "muted"
    ) -> None:
        """Paint one small label."""
        painter.setFont(self.theme.font(LABEL_PX))
        painter.setPen(self.theme.colour(colour))
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot and the ring round the mark in hand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if 0 <= self._at < len(self.laid_out):
            ring = self.laid_out[self._at].rect.adjusted(-2, -2, 2, 2)
            self._ring(painter, ring, self.theme.px(4), "text")
        elif self.hasFocus():
            self._ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.theme.px(6), "accent")

    def resizeEvent(self, event: QEvent) -> None:
        """Another size, other marks."""
        self._marks = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks."""
        count = len(self.laid_out)
        steps = {
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Down: self._at + self.stride(),
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Up: self._at - self.stride(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        key = Qt.Key(event.key())
        if key in _ENTER and self._at >= 0:
            self.opened.emit(self._at)
            return
        if key not in steps or not count:
            super().keyPressEvent(event)
            return
        self._pick(max(0, min(count - 1, steps[key])))
        self.walked.emit()
        bring_into_sight(self, self.laid_out[self._at].rect.toRect())

    def stride(self) -> int:
        """How many marks the up and down keys pass over."""
        return 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick the mark under the pointer."""
        self._pick(self._mark_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the mark under the pointer and open it."""
        super().mousePressEvent(event)
        self._pick(self._mark_at(event.position()))
        if self._at >= 0:
            self.opened.emit(self._at)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of what the pointer picked."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._pick(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what the keys picked."""
        super().focusOutEvent(event)
        self._pick(-1)

    def _ring(self, painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
        width = max(1.5, self.theme.px(1.5))
        draw_rounded(painter, rect, radius, None, self.theme.colour(colour), width)

    def _mark_at(self, point: QPointF) -> int:
        return next((n for n, mark in enumerate(self.laid_out) if mark.rect.contains(point)), -1)

    def _pick(self, at: int) -> None:
        text = self.laid_out[at].text if 0 <= at < len(self.laid_out) else ""
        changed = at != self._at
        self._at = at
        self.setAccessibleDescription(" ".join(part for part in (self._sentence, text) if part))
        if changed:
            self.picked.emit(text)
            self.update()

    def _refit(self) -> None:
        self._marks = None
        self.updateGeometry()
        self.update()
