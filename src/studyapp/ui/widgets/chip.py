"""Chips to choose by, and tags that only say something."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, Dress
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.labels import PlainLabel


class Chip(Button):
    """A small rounded switch. With a ``colour`` of its own (a role's) it is outlined in it when checked."""

    padding = 10.0
    height_px = 23.0
    text_px = 12.5

    def __init__(self, theme: Theme, text: str, *, colour: str = "", checkable: bool = True) -> None:
        super().__init__(theme, text)
        self._own = colour
        self.bold = bool(colour)
        self.setCheckable(checkable)

    def dressed(self) -> Dress:
        """Checked: soft accent, or outlined in its own colour. Not checked: sunken."""
        if not self.isChecked():
            return Dress("sunken", "", "muted")
        return Dress("surface", self._own, self._own) if self._own else Dress("accent-soft", "", "accent")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, as round as it is high."""
        painter, theme, dress = QPainter(self), self._theme, self.dressed()
        fill = self._touched(dress) if self.underMouse() else theme.colour(dress.fill)
        border = theme.colour(dress.border) if dress.border else None
        draw_rounded(painter, whole(self), self.height() / 2, fill, border, max(1.0, theme.px(1.2)))
        if self.hasFocus():
            draw_rounded(
                painter, whole(self), self.height() / 2, None, theme.colour("accent"), max(2.0, theme.px(1.5))
            )
        self._draw_content(painter, dress)


class Tag(PlainLabel):
    """A word on a small rounded ground, such as the focus area of a card. It cannot be pressed."""

    def __init__(self, theme: Theme, text: str = "", colour: str = "muted", ground: str = "sunken") -> None:
        super().__init__(theme, text, 12.5, colour, bold=False, family="interface")
        self._ground = ground
        self.setWordWrap(True)
        self._pad()
        theme.zoomed.connect(self._pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the text."""
        painter = QPainter(self)
        draw_rounded(
            painter, whole(self), min(self.height() / 2, self._theme.px(12)), self._theme.colour(self._ground)
        )
        painter.end()
        super().paintEvent(event)

    @Slot()
    def _pad(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(10), px(3), px(10), px(3))
