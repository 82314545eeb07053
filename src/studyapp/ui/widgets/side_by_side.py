"""Cards beside one another in a wide window, below one another in a narrow one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class SideBySide(QWidget):
    """Puts its children beside one another from a width of ``wide`` CSS pixels on."""

    def __init__(self, theme: Theme, *, wide: float = 760, gap: float = 20) -> None:
        super().__init__()
        self._theme, self._wide, self._gap = theme, wide, gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(gap))
        theme.zoomed.connect(self._fit)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Add a child; ``stretch`` shares the width."""
        self._box.addWidget(widget, stretch)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Turn when the width asks for it."""
        super().resizeEvent(event)
        self._turn()

    @Slot()
    def _fit(self) -> None:
        self._box.setSpacing(self._theme.px(self._gap))
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._theme.px(self._wide)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
