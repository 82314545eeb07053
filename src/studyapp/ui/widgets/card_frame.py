"""The white card that groups what belongs together."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.layouts import Column, Sides

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class CardFrame(QFrame):
    """A rounded surface with a thin border; fill its ``body``. Colours and radius are the theme's."""

    def __init__(
        self,
        theme: Theme,
        *,
        padding: Sides = (18, 18, 18, 18),
        gap: float = 8,
        fill: str = "surface",
        border: str = "line",
        radius: float = 12,
    ) -> None:
        super().__init__()
        self._theme, self._fill, self._border, self._radius = theme, fill, border, radius
        self.body = Column(theme, self, margins=padding, gap=gap)

    def set_colours(self, fill: str, border: str) -> None:
        """Fill and border by their names in the theme; an empty border is none."""
        self._fill, self._border = fill, border
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the card."""
        painter = QPainter(self)
        border = self._theme.colour(self._border) if self._border else None
        draw_rounded(
            painter, whole(self), self._theme.px(self._radius), self._theme.colour(self._fill), border
        )
