"""A chance on a track from 0 to 100 per cent, with how sure it is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.wording import chance_told, whole_chance

Span = tuple[float, float]


class IntervalBar(QProgressBar):
    """A stroke at the chance, the interval about it, and perhaps a wider, paler one. All from 0 to 1.

    A progress bar to a screen reader, whose name says the interval.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at = 0.0
        self._spans: tuple[tuple[Span, float], ...] = ()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.zoomed.connect(self.updateGeometry)

    def show_chance(self, chance: float, near: Span, wide: Span | None = None) -> None:
        """Show another chance with its interval; ``wide`` lies behind it."""
        self._at = chance
        self._spans = (*(((wide, 0.18),) if wide else ()), (near, 0.5))
        self.setValue(whole_chance(chance))
        said, low, high = map(chance_told, (chance, *near))
        self.setAccessibleName(f"Chance {said}, likely between {low} and {high}")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the stroke."""
        return QSize(self._theme.px(200), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed in length."""
        return QSize(self._theme.px(60), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, intervals and stroke."""
        painter, px, theme = QPainter(self), self._theme.px, self._theme
        middle, thick = self.height() / 2, px(9)
        track = QRectF(0, middle - thick / 2, self.width(), thick)
        draw_rounded(painter, track, thick / 2, theme.colour("sunken"))
        for (low, high), share in self._spans:
            band = QRectF(low * self.width(), track.top(), max(px(4), (high - low) * self.width()), thick)
            draw_rounded(painter, band, 2, theme.mixed("accent", "surface", share))
        left = min(max(0.0, self._at * self.width() - px(1.5)), self.width() - px(3))
        draw_rounded(painter, QRectF(left, 0, px(3), self.height()), px(1.5), theme.colour("accent"))
