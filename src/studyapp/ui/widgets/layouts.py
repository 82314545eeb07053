"""Rows and columns whose gaps follow the zoom."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from studyapp.ui.theme import Theme

Sides = tuple[float, float, float, float]


class Column(QVBoxLayout):
    """Children below one another. ``margins`` (left, top, right, bottom) and ``gap`` are in CSS pixels."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margins: Sides = (0, 0, 0, 0), gap: float = 0
    ) -> None:
        super().__init__()
        self._theme, self._sides, self._gap = theme, margins, gap
        self._spaces: list[tuple[QSpacerItem, float]] = []
        if parent is not None:
            parent.setLayout(self)
        self._fit()
        theme.zoomed.connect(self._fit)

    def set_margins(self, margins: Sides) -> None:
        """Other margins, in CSS pixels."""
        self._sides = margins
        self._fit()

    def add_space(self, size: float) -> None:
        """A gap of its own, in CSS pixels, besides the one between all children."""
        spacer = QSpacerItem(0, self._theme.px(size))
        self._spaces.append((spacer, size))
        self.addItem(spacer)

    @Slot()
    def _fit(self) -> None:
        _space(self, self._theme, self._sides, self._gap)
        for spacer, size in self._spaces:
            spacer.changeSize(0, self._theme.px(size))


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

    def set_margins(self, margins: Sides) -> None:
        """Other margins, in CSS pixels."""
        self._sides = margins
        self._fit()

    @Slot()
    def _fit(self) -> None:
        _space(self, self._theme, self._sides, self._gap)


def _space(layout: QBoxLayout, theme: Theme, sides: Sides, gap: float) -> None:
    layout.setContentsMargins(*(theme.px(side) for side in sides))
    layout.setSpacing(theme.px(gap))
