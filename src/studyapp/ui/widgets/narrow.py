"""A column in the middle of a wide window."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column, Row, Sides


class Narrow(QWidget):
    """Keeps its ``body`` at most ``width`` CSS pixels wide and centred."""

    def __init__(
        self, theme: Theme, *, width: float, margins: Sides = (24, 24, 24, 24), gap: float = 0
    ) -> None:
        super().__init__()
        self._theme, self._width = theme, width
        self._inner = QWidget()
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = Column(theme, self._inner, gap=gap)
        self.around = Row(theme, self, margins=margins)
        self.around.addStretch(1)
        self.around.addWidget(self._inner, 10_000)
        self.around.addStretch(1)
        self._fit()
        theme.zoomed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(self._width))
