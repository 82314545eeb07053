"""Rows and columns whose gaps follow the zoom."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.theme import Theme

Sides = tuple[float, float, float, float]


class Column(QVBoxLayout):
    """Children below one another. ``margins`` (left, top, right, bottom) and ``gap`` are in CSS pixels."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margins: Sides = (0, 0, 0, 0), gap: float = 0
    ) -> None:
        super().__init__()
        self._theme, self._sides, self._gap = theme, margins, gap
        if parent is not None:
            parent.setLayout(self)
        self._fit()
        theme.zoomed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        _space(self, self._theme, self._sides, self._gap)


class Row(QHBoxLayout):
    """Children beside one another. ``margins`` (left, top, right, bottom) and ``gap`` are in CSS pixels."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margins: Sides = (0, 0, 0, 0), gap: float = 0
    ) -> None:
        super().__init__()
        self._theme, self._sides, self._gap = theme, margins, gap
        if parent is not None:
            parent.setLayout(self)
        self._fit()
        theme.zoomed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        _space(self, self._theme, self._sides, self._gap)


def _space(layout: QBoxLayout, theme: Theme, sides: Sides, gap: float) -> None:
    layout.setContentsMargins(*(theme.px(side) for side in sides))
    layout.setSpacing(theme.px(gap))
