"""A thin bar that shows a share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_STEPS = 1000


class Bar(QProgressBar):
    """A share (0–1) as a bar. A progress bar to a screen reader; give it an accessible name."""

    def __init__(
        self, theme: Theme, colour: str = "accent", *, thickness: float = 6, track: str = "sunken"
    ) -> None:
        super().__init__()
        self._theme, self._colour, self._thickness, self._track = theme, colour, thickness, track
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, colour: str | None = None) -> None:
        """Show another share, 0 to 1, and perhaps in another colour."""
        if colour is not None and colour != self._colour:
            self._colour = colour
            self.update()
        value = round(max(0.0, min(1.0, share)) * _STEPS)
        if value != self.value():
            self.setUpdatesEnabled(False)  # else it would be painted at once and alone
            self.setValue(value)
            self.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        """As thick as the zoom says; any length."""
        return QSize(self._theme.px(80), self._theme.px(self._thickness))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed in length."""
        return QSize(self._theme.px(24), self._theme.px(self._thickness))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the track and, over it, the share."""
        painter = QPainter(self)
        thickness = self._theme.px(self._thickness)
        track = QRectF(0, (self.height() - thickness) / 2, self.width(), thickness)
        draw_rounded(painter, track, thickness / 2, self._theme.colour(self._track))
        if self.value():
            track.setWidth(max(thickness, self.width() * self.value() / _STEPS))
            draw_rounded(painter, track, thickness / 2, self._theme.colour(self._colour))
