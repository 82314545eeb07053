"""Several lines to type into, framed as a line to type into is."""

from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole


class TextArea(QPlainTextEdit):
    """Its frame shows the focus; Tab leads on. What can only be read has no frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then the frame."""
        super().paintEvent(event)
        if self.isReadOnly():
            return
        focus, view = self.hasFocus(), self.viewport()
        painter = QPainter(view)
        border = self._theme.colour("accent" if focus else "line")
        draw_rounded(painter, whole(view), self._theme.px(8), None, border, 2.0 if focus else 1.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it can be typed over."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()
