"""A line to type into, as our cards and dialogs have it."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole

FIELD_HEIGHT: Final = 34
"""That of a line to type into, for what stands beside it; in the units of the theme."""
_OUTLINE = 0.7


class Field(QLineEdit):
    """One rounded line to type into. ``name`` is what a screen reader calls it."""

    def __init__(self, theme: Theme, name: str, prompt: str = "", size: float = 14) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(prompt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        clear_ground(self)
        self._fit()
        theme.zoomed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return QSize(
            self._theme.px(220),
            max(self._theme.px(FIELD_HEIGHT), self.fontMetrics().height() + self._theme.px(12)),
        )

    def minimumSizeHint(self) -> QSize:
        """May be narrow, never low."""
        return QSize(self._theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then what was typed."""
        painter = QPainter(self)
        draw_field(painter, self, self._theme)
        painter.end()
        super().paintEvent(event)

    @Slot()
    def _fit(self) -> None:
        side = self._theme.px(9)
        self.setFont(self._theme.font(self._size))
        self.setTextMargins(side, 0, side, 0)
        self.updateGeometry()


class LeadingField(Field):
    """A field above a list: Down goes on to the list."""

    left = Signal()
    """Down was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads on; every other key is the field's."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def draw_field(painter: QPainter, widget: QWidget, theme: Theme) -> None:
    """Draw the ground and the frame of what can be typed or chosen in; the frame is faint when disabled."""
    focus = widget.hasFocus()
    outline = theme.mixed("muted", "surface", _OUTLINE) if widget.isEnabled() else theme.colour("line")
    border = theme.colour("accent") if focus else outline
    draw_rounded(painter, whole(widget), theme.px(8), theme.colour("surface"), border, 2.0 if focus else 1.0)


def clear_ground(line: QLineEdit) -> None:
    """Let what is drawn below a line show through."""
    clear = QPalette()
    clear.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    line.setPalette(clear)
