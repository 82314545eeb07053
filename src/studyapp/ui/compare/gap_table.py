"""The blanked part of a table: a place for each gap, filled one after another."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from studyapp.study.table_drill import Gap
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded, whole

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_NARROWEST, _PAD, _TALLEST = 170.0, 10.0, 10_000


class GapCell(QAbstractButton):
    """One place: what it is about, and below it what was put there."""

    def __init__(self, theme: Theme, number: int, title: str, colour: str) -> None:
        super().__init__()
        self._theme, self.number, self._title, self._colour = theme, number, title, colour
        self._given, self._verdict = "", ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_given(self, text: str, verdict: str = "") -> None:
        """Show what stands here; ``verdict`` is ``good`` or ``bad`` once it is marked."""
        self._given, self._verdict = text, verdict
        word = {"good": "right: ", "bad": "wrong: "}.get(verdict, "")
        self.setAccessibleName(f"{self._title}: {word}{text or 'blank'}")
        self.setEnabled(not verdict)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of title and words."""
        px = self._theme.px
        return self._tall(self._title, 12.5, width, bold=True) + self._tall(self._said, 14, width) + px(24)

    def sizeHint(self) -> QSize:
        """Any width."""
        width = max(self.width(), self._theme.px(_NARROWEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(self._theme.px(110), self._theme.px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the place."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        fill = f"{self._verdict}-soft" if self._verdict else "accent-soft" if self.isChecked() else "sunken"
        edge = self._verdict or ("accent" if self.isChecked() or self.hasFocus() else "line")
        width = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        draw_rounded(painter, whole(self), px(8), theme.colour(fill), theme.colour(edge), width)
        room = QRectF(whole(self)).adjusted(px(_PAD), px(9), -px(_PAD), -px(9))
        painter.setFont(theme.font(12.5, bold=True))
        painter.setPen(theme.colour(self._colour or "muted"))
        painter.drawText(room, _WRAP, self._title)
        room.setTop(room.top() + self._tall(self._title, 12.5, self.width(), bold=True) + px(4))
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("text" if self._given else "muted"))
        painter.drawText(room, _WRAP, self._said)

    @property
    def _said(self) -> str:
        return self._given or "?"

    def _tall(self, text: str, size: float, width: int, *, bold: bool = False) -> int:
        room = QRect(0, 0, max(1, width - 2 * self._theme.px(_PAD)), _TALLEST)
        return QFontMetrics(self._theme.font(size, bold=bold)).boundingRect(room, _WRAP, text).height()


class GapTable(QWidget):
    """Gaps in their rows and columns; in a narrow window one below the other."""

    gone_to = Signal(int)
    """The gap that is to be filled next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gaps: tuple[Gap, ...] = ()
        self.cells: list[GapCell] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        theme.zoomed.connect(self._fit)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Blank places for these gaps."""
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._gaps = tuple(gaps)
        rows = {gap.row.name for gap in gaps if gap.row}
        self.cells = []
        for number, gap in enumerate(gaps):
            row = f" · {gap.row.title}" if gap.row and len(rows) > 1 else ""
            cell = GapCell(self._theme, number, f"{gap.column.title}{row}", gap.column.colour)
            cell.clicked.connect(self._go)
            self.cells.append(cell)
        self._across = 0
        self._fit()

    def show_given(self, texts: Sequence[str], current: int, right: Sequence[bool] = ()) -> None:
        """What stands in each gap, and which one is filled next."""
        for number, (cell, text) in enumerate(zip(self.cells, texts, strict=True)):
            cell.show_given(text, ("good" if right[number] else "bad") if right else "")
            cell.setChecked(number == current and not right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for another number of gaps side by side."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._grid.setSpacing(self._theme.px(8))
        across = self._room_for()
        if across != self._across:
            self._across = across
            for number, cell in enumerate(self.cells):
                self._grid.addWidget(cell, number // across, number % across)

    def _room_for(self) -> int:
        """How many gaps stand side by side: those of a table of several rows all or none."""
        wanted = max(1, len({gap.column.name for gap in self._gaps}))
        room = max(1, self.width() // self._theme.px(_NARROWEST))
        if room >= wanted:
            return wanted
        return room if len(self._gaps) == wanted else 1

    @Slot()
    def _go(self) -> None:
        cell = self.sender()
        if isinstance(cell, GapCell):
            self.gone_to.emit(cell.number)
