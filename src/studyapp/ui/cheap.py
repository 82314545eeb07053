"""Qt without its largest namespace, for what is on the screen when the program starts.

The first touch of ``PySide6.QtCore.Qt`` makes Python classes of its ninety-three enumerations, which takes about fifty
milliseconds: a fifth of what a bare window takes to appear. Calls that could take one of them touch it too, among them
``QPainter.setPen`` and ``fillRect``, ``QPen(colour)``, ``QBrush(colour)`` and ``QAction.setShortcut``. What the first
page needs of all that is therefore said in other words here. For the same reason small values of the first page are
named tuples: to define one takes a quarter of what a dataclass takes.

Tests hold the numbers and names against ``Qt`` and watch that a start does not touch it.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAction, QBrush, QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

LEFT: Final = 0x0001
RIGHT: Final = 0x0002
MIDDLE: Final = 0x0080
"""Centred from top to bottom."""
CENTRE: Final = 0x0084
"""Centred both ways."""
WRAPPED: Final = 0x1000


def choose(thing: QObject, name: str, choice: str) -> None:
    """Set a property that holds an enumeration by the choice's name, as ``choose(label, "textFormat", "PlainText")``.

    Raises ValueError when Qt knows no such property or choice.
    """
    if not thing.setProperty(name, choice):
        raise ValueError(f"{name}: {choice}")


def brush(colour: QColor) -> QBrush:
    """A brush that fills with a colour."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    return palette.brush(QPalette.ColorRole.Window)


def pen(colour: QColor, width: float = 1.0) -> QPen:
    """A pen that draws lines in a colour."""
    made = QPen()
    made.setColor(colour)
    made.setWidthF(width)
    return made


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle with a colour."""
    shape = QPainterPath()
    shape.addRect(rect)
    painter.fillPath(shape, brush(colour))


def ink(painter: QPainter, widget: QWidget, role: QPalette.ColorRole | None, colour: QColor) -> None:
    """Draw text in a colour from now on.

    A painter on a widget begins with the colour of its foreground role; where that is ``role``, nothing is to be done.
    """
    if role is None or widget.foregroundRole() != role:
        painter.setPen(colour)
    elif painter.device() is not widget:  # a picture of it
        painter.setPen(widget.palette().color(role))


def action(owner: QWidget, text: str, do: Callable[[], object], *keys: str) -> QAction:
    """An action of ``owner`` with the keys that carry it out while ``owner`` is in sight.

    Keys after the first get nameless actions of their own, because only one key can be set in the cheap way.
    """
    made = QAction(owner)
    made.setText(text)
    made.triggered.connect(do)
    owner.addAction(made)
    for number, key in enumerate(keys):
        holder = made if number == 0 else QAction(owner)
        if not holder.setProperty("shortcut", key):
            raise ValueError(key)
        if number:
            holder.triggered.connect(made.trigger)
            owner.addAction(holder)
    return made
