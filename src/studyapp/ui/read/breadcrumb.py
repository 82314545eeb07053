"""Where the open article stands, in one line of the top bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.theme import Theme


class Breadcrumb(QWidget):
    """``Roles › Product Owner or Project Manager?``. Where it has to be shortened the title stands whole below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_parts(self, *parts: str) -> None:
        """Show another place."""
        self._text = " › ".join(part for part in parts if part)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def show_note(self, words: str) -> None:
        """Say something behind it, where there is room for all of it."""
        if words != self._note:
            self._note = words
            self.updateGeometry()
            self.update()

    def note(self) -> str:
        """What is said behind it."""
        return self._note

    def text(self) -> str:
        """The whole line."""
        return self._text

    def sizeHint(self) -> QSize:
        """The whole line where there is room."""
        metrics = QFontMetrics(self._theme.font(13))
        return QSize(metrics.horizontalAdvance(self._whole()) + self._theme.px(8), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """May shrink to nothing."""
        return QSize(0, QFontMetrics(self._theme.font(13)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        font = self._theme.font(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        metrics = QFontMetrics(font)
        words = self._whole() if metrics.horizontalAdvance(self._whole()) <= self.width() else self._text
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _whole(self) -> str:
        return f"{self._text}   ·   {self._note}" if self._note else self._text
