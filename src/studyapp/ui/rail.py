"""The rail on the left: an icon above a label for each of the six pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from studyapp.ui.cheap import CENTRE, choose, fill
from studyapp.ui.theme import Theme
from studyapp.ui.theme.palette import ROLE_OF
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH = 88.0


class RailButton(QAbstractButton):
    """One page's button. When the window is low it gives up its icon, never its label."""

    def __init__(self, theme: Theme, name: str, title: str, key: str) -> None:
        super().__init__()
        self.name = name
        self._theme = theme
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(key)
        choose(self, "focusPolicy", "StrongFocus")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._tint(False)
        self.toggled.connect(self._tint)
        theme.zoomed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Icon above label."""
        return QSize(self._width(), self._theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """The label alone."""
        return QSize(self._width(), self._theme.px(22))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw icon and label on a soft ground when this page is in sight."""
        painter, theme = QPainter(self), self._theme
        chosen = self.isChecked()
        colour = "accent" if chosen else "muted"
        if chosen or self.underMouse():
            ground = theme.colour("accent-soft") if chosen else theme.mixed("sunken", "line", 0.5)
            draw_rounded(painter, whole(self), theme.px(10), ground)
        if self.hasFocus():
            draw_rounded(
                painter, whole(self), theme.px(10), None, theme.colour("accent"), max(2.0, theme.px(1.5))
            )
        label = theme.font(12.5, bold=chosen)
        height = QFontMetricsF(label).height()
        icon = theme.px(22)
        top = (self.height() - icon - theme.px(5) - height) / 2
        painter.setFont(label)
        if top < 0:
            painter.drawText(whole(self), CENTRE, self.text())
            return
        theme.draw_icon(painter, self.name, QRectF((self.width() - icon) / 2, top, icon, icon), colour)
        rect = QRectF(0, top + icon + theme.px(5), self.width(), height)
        painter.drawText(rect, CENTRE, self.text())

    @Slot(bool)
    def _tint(self, chosen: bool) -> None:
        self.setForegroundRole(ROLE_OF["accent" if chosen else "muted"])

    def _width(self) -> int:
        label = QFontMetricsF(self._theme.font(12.5, bold=True)).horizontalAdvance(self.text())
        return max(self._theme.px(WIDTH - 17), round(label) + self._theme.px(4))


class Rail(QWidget):
    """Six buttons, one of them checked."""

    chosen = Signal(str)
    """The name of the page that was pressed."""

    def __init__(self, theme: Theme, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = Column(theme, self, margins=(8, 14, 9, 8), gap=3.5)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for number, (name, title) in enumerate(entries, 1):
            button = RailButton(theme, name, title, f"Ctrl+{number}")
            self._buttons[name] = button
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._choose)

    def show_chosen(self, name: str) -> None:
        """Mark the page that is in sight."""
        self._buttons[name].setChecked(True)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the sunken ground and the line on the right."""
        painter = QPainter(self)
        fill(painter, whole(self), self._theme.colour("sunken"))
        fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), self._theme.colour("line"))

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.chosen.emit(button.name)
