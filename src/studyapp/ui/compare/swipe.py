"""Swiping sideways over a view, by finger, pen, mouse or on a touchpad."""

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from studyapp.ui.theme import Theme

_FAR = 60.0
"""CSS pixels that a swipe goes at least."""

_STEEP = 2.0
"""A swipe goes so many times farther sideways than up or down."""

_WHEEL = 120
"""Eighths of a degree of a wheel's step, which a touchpad sums up to."""


class Swipe(QObject):
    """Watches a view. Fingers reach it as the mouse that Qt makes of them."""

    swiped = Signal(int)
    """1 for a swipe to the left, which brings what is on the right; -1 for one to the right."""

    def __init__(self, theme: Theme, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._theme = theme
        self._from: QPointF | None = None
        self._wheeled = 0
        self.awake = False
        """Whether there is anything to swipe to."""
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press and a release far to the side, or a wheel that turns sideways."""
        if self.awake and isinstance(event, QMouseEvent):
            self._follow(event)
        elif self.awake and isinstance(event, QWheelEvent):
            return self._wheel(event)
        return False

    def _follow(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._from = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
            way, self._from = event.position() - self._from, None
            if abs(way.x()) >= max(self._theme.px(_FAR), _STEEP * abs(way.y())):
                self.swiped.emit(1 if way.x() < 0 else -1)

    def _wheel(self, event: QWheelEvent) -> bool:
        angle = event.angleDelta()
        if abs(angle.x()) <= _STEEP * abs(angle.y()):
            return False
        self._wheeled += angle.x()
        if abs(self._wheeled) >= _WHEEL:
            self.swiped.emit(1 if self._wheeled < 0 else -1)
            self._wheeled = 0
        return True
