"""A line of a list: what it is, how far along it is, and a bar; pressing it goes there."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole

_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Line:
    """What a ProgressRow says. ``share`` is 0–1; ``colour`` that of the bar; ``target`` where pressing leads."""

    title: str
    note: str
    share: float
    colour: str
    target: str


class ProgressRow(QAbstractButton):
    """Title left, note right (below the title where the width ends), bar beneath. Text wraps and is never cut."""

    def __init__(self, theme: Theme, line: Line) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = line
        self.show_line(line)
        theme.zoomed.connect(self.updateGeometry)

    def show_line(self, line: Line) -> None:
        """Say something else."""
        self.line = line
        self.setText(line.title)
        self.setAccessibleName(f"{line.title}, {line.note}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of title, note and bar at a width."""
        title, note = self._boxes(width)
        return max(title.bottom(), note.bottom()) + 1 + self._theme.px(18)

    def sizeHint(self) -> QSize:
        """Any width."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The height follows the width."""
        return QSize(self._theme.px(140), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line in its state."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        title, note = self._boxes(self.width())
        if self.hasFocus():
            ring = whole(self)
            draw_rounded(painter, ring, px(6), None, theme.colour("accent"), max(2.0, px(1.5)))
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("accent" if self.underMouse() else "text"))
        painter.drawText(title, _WRAP, self.line.title)
        painter.setFont(theme.font(12.5))
        painter.setPen(theme.colour("muted"))
        painter.drawText(note, _WRAP, self.line.note)
        track = QRectF(px(3), max(title.bottom(), note.bottom()) + 1 + px(5), self.width() - 2 * px(3), px(6))
        draw_rounded(painter, track, px(3), theme.colour("sunken"))
        if self.line.share > 0:
            track.setWidth(max(px(6), track.width() * min(1.0, self.line.share)))
            draw_rounded(painter, track, px(3), theme.colour(self.line.colour))

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        px, theme = self._theme.px, self._theme
        left, top, room = px(3), px(4), width - 2 * px(3)
        big, small = QFontMetrics(theme.font(14)), QFontMetrics(theme.font(12.5))
        beside = small.horizontalAdvance(self.line.note) + 2
        if big.horizontalAdvance(self.line.title) + px(14) + beside <= room:
            title = QRect(left, top, room - beside, big.height())
            note = QRect(left + room - beside, top, beside, small.height())
            note.moveTop(top + big.ascent() - small.ascent())
            return title, note
        endless = QRect(0, 0, max(1, room), 10_000)
        title = big.boundingRect(endless, _WRAP, self.line.title)
        title = QRect(left, top, room, title.height())
        note = small.boundingRect(endless, _WRAP, self.line.note)
        return title, QRect(QPoint(left, title.bottom() + px(2)), QSize(room, note.height()))
