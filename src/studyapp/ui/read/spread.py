"""Article in the middle, a panel on each side; in a narrow window the panels become drawers over the article."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from studyapp.ui.theme import Theme

_LEAST = 560.0
"""CSS pixels that the article keeps before a panel steps aside."""


class Spread(QWidget):
    """Places its three children itself. Panels that do not fit are closed until they are asked for."""

    arranged = Signal()
    """Which panels have room is another matter now."""

    def __init__(self, theme: Theme, left: QWidget, centre: QWidget, right: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._left, self._centre, self._right = left, centre, right
        self._drawer: QWidget | None = None
        for child in (left, centre, right):
            child.setParent(self)
        for panel in (left, right):
            panel.installEventFilter(self)
        theme.zoomed.connect(self._arrange)

    def has_room(self, panel: QWidget) -> bool:
        """Whether a panel stands beside the article; otherwise it is a drawer."""
        room = self.width() - self._theme.px(_LEAST) - self._left.sizeHint().width()
        return room >= (0 if panel is self._left else self._right.sizeHint().width())

    def is_open(self, panel: QWidget) -> bool:
        """Whether a panel is in sight."""
        return self.has_room(panel) or panel is self._drawer

    def open_drawer(self, panel: QWidget) -> None:
        """Bring a panel into sight and give it the keyboard."""
        if not self.has_room(panel):
            self._drawer = panel
            self._arrange()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Put the open drawer away."""
        if self._drawer is not None:
            self._drawer = None
            self._arrange()
            self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a drawer."""
        if event.key() == Qt.Key.Key_Escape and self._drawer is not None:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A panel that wants another width gets it."""
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self._arrange()
        return False

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        if self._drawer is not None and self.has_room(self._drawer):
            self._drawer = None
        start, stop = 0, width
        for panel in (self._left, self._right):
            side = min(panel.sizeHint().width(), width)
            docked = self.has_room(panel)
            left = 0 if panel is self._left else width - side
            panel.setGeometry(left, 0, side, height)
            panel.setVisible(docked or panel is self._drawer)
            if docked and panel is self._left:
                start = side
            elif docked:
                stop = width - side
        self._centre.setGeometry(start, 0, stop - start, height)
        if self._drawer is not None:
            self._drawer.raise_()
        self.arranged.emit()
