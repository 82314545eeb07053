"""A line of a list: what it is, how far along it is, and a bar; pressing it goes there."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from studyapp.ui.cheap import choose
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent

_ENTER = "\r"


class Line(NamedTuple):
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
        choose(self, "focusPolicy", "StrongFocus")
        self.line = line
        self._places: dict[int, tuple[QRect, QRect]] = {}
        self._title, self._note = plain_label(theme), plain_label(theme, "", 12.5, "muted")
        for label in (self._title, self._note):
            label.setParent(self)
        self.show_line(line)
        theme.zoomed.connect(self._replace)

    def show_line(self, line: Line) -> None:
        """Say something else."""
        self.line = line
        self.setText(line.title)
        self.setAccessibleName(f"{line.title}, {line.note}")
        self._title.setText(line.title)
        self._note.setText(line.note)
        self._replace()
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

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the bar, and the ring when the keyboard is here; the words are labels."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        if self.hasFocus():
            draw_rounded(painter, whole(self), px(6), None, theme.colour("accent"), max(2.0, px(1.5)))
        below = max(self._title.geometry().bottom(), self._note.geometry().bottom()) + 1 + px(5)
        track = QRectF(px(3), below, self.width() - 2 * px(3), px(6))
        draw_rounded(painter, track, px(3), theme.colour("sunken"))
        if self.line.share > 0:
            track.setWidth(max(px(6), track.width() * min(1.0, self.line.share)))
            draw_rounded(painter, track, px(3), theme.colour(self.line.colour))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Place the words."""
        self._place()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses as the space bar does."""
        if event.text() == _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Answer the pointer."""
        self._title.set_colour("accent")

    def leaveEvent(self, event: "QEvent") -> None:
        """Answer the pointer."""
        self._title.set_colour("text")

    @Slot()
    def _replace(self) -> None:
        self._places.clear()
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        title, note = self._boxes(self.width())
        self._title.setGeometry(title)
        self._note.setGeometry(note)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        if width not in self._places:
            self._places[width] = self._laid_out(width)
        return self._places[width]

    def _laid_out(self, width: int) -> tuple[QRect, QRect]:
        """Title and note beside one another where both fit in one line, else below one another."""
        px, title, note = self._theme.px, self._title, self._note
        left, top, room = px(3), px(4), max(1, width - 2 * px(3))
        beside = note.sizeHint().width() + 1
        if title.sizeHint().width() + px(14) + beside <= room:
            upper = QRect(left, top, room - beside, title.heightForWidth(room - beside))
            right = QRect(left + room - beside, top, beside, note.heightForWidth(beside))
            right.moveTop(top + title.fontMetrics().ascent() - note.fontMetrics().ascent())
            return upper, right
        upper = QRect(left, top, room, title.heightForWidth(room))
        return upper, QRect(left, upper.bottom() + px(2), room, note.heightForWidth(room))
