"""The small key that tells which key does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.cheap import CENTRE, ink
from studyapp.ui.theme import Theme
from studyapp.ui.theme.palette import ROLE_OF
from studyapp.ui.widgets.drawing import draw_rounded, whole

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIZE = 11.5


class KeyCap(QWidget):
    """A key as it stands on the keyboard, such as ``Ctrl K``. Decoration: screen readers get keys with the button."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self._theme, self._key = theme, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setForegroundRole(ROLE_OF["muted"])
        theme.zoomed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As large as the key's name needs."""
        return key_cap_size(self._theme, self._key)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the key."""
        draw_key_cap(QPainter(self), self, self._theme, whole(self), self._key)


def key_cap_size(theme: Theme, key: str) -> QSize:
    """How large ``draw_key_cap`` wants to be."""
    return QSize(theme.text_size(key, _SIZE, family="mono").width() + theme.px(12), theme.px(18))


def draw_key_cap(painter: QPainter, widget: QWidget, theme: Theme, rect: QRectF, key: str) -> None:
    """Draw a key into ``rect``; for widgets that paint their own, such as the rating buttons."""
    radius = theme.px(4)
    draw_rounded(painter, rect, radius, theme.colour("line"))
    draw_rounded(painter, rect.adjusted(0, 0, 0, -1), radius, theme.colour("sunken"), theme.colour("line"))
    painter.setFont(theme.font(_SIZE, family="mono"))
    ink(painter, widget, ROLE_OF["muted"], theme.colour("muted"))
    painter.drawText(rect.adjusted(0, 0, 0, -1), CENTRE, key)
