"""Paints cells in a narrow view: the title of a row stands above its cells, marks stand before their words."""

from PySide6.QtCore import QPointF, QRect, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from studyapp.study.comparison_table import Line
from studyapp.ui.compare.cell_delegate import CellDelegate
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.triangle import draw_triangle

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_EDGE, _WORDS = 5, 17
_TALLEST = 10_000


class StackedDelegate(CellDelegate):
    """Titles of rows and themes are painted in the cells, each cell painting its part of them."""

    marks_px, disputed_px = 28.0, 38.0

    def __init__(self, theme: Theme, model: ComparisonModel, view: QWidget) -> None:
        self._tight, self._column, self._whole = False, 1, 1
        super().__init__(theme, model, view)

    def set_tight(self, *, tight: bool) -> None:
        """Whether there is hardly any height: words and air are a little smaller then."""
        if tight != self._tight:
            self._tight = tight
            self.dress()

    def fit(self, width: int, whole: int) -> None:
        """All columns are this wide from now on, in pixels, and all of them together as wide as ``whole``."""
        px = self._theme.px
        self._column, self._whole = max(1, width), max(1, whole)
        self._texts.fit(max(1, width - px(_WORDS) - px(_EDGE)), self._font)

    def height_of(self, row: int) -> float:
        """How high a row must be: its title, and its cells below that."""
        line = self._model.line(row)
        title = self._title_height(line)
        if line.row is None:
            return title + self._air
        return title + self._tallest(line.cells) + 2.5 * self._air

    def _title_height(self, line: Line) -> int:
        room = QRect(0, 0, self._whole - self._theme.px(2 * _EDGE + (0 if line.row else 14)), _TALLEST)
        return QFontMetrics(self._title_font).boundingRect(room, _WRAP, _title(line)).height()

    def _draw_theme(self, painter: QPainter, rect: QRect, line: Line) -> None:
        theme, px = self._theme, self._theme.px
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        middle = QPointF(rect.left() + px(_EDGE + 4), rect.center().y() + 1)
        draw_triangle(painter, theme, middle, down=not line.folded)
        painter.setFont(self._title_font)
        painter.setPen(self._ink)
        painter.drawText(
            rect.adjusted(px(_EDGE + 14), 0, 0, 0), _WRAP | Qt.AlignmentFlag.AlignVCenter, _title(line)
        )

    def _draw_cell(self, painter: QPainter, rect: QRect, line: Line, column: int) -> None:
        cell, title = line.cells[column], self._title_height(line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        self._draw_title(painter, rect, line, column, title)
        top = rect.top() + self._air + title + self._air / 2
        if column and not self._model.insight.tinted:
            inner = round(top)
            painter.fillRect(rect.left(), inner, 1, rect.bottom() - inner, self._line)
        self._draw_text(painter, QPointF(rect.left() + self._inset, top), line, column)
        if cell.text:
            at = rect.left() + self._theme.px(_EDGE), round(top + self._theme.px(3))
            painter.drawPixmap(*at, self._mark(cell))

    def _draw_title(self, painter: QPainter, rect: QRect, line: Line, column: int, height: int) -> None:
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setFont(self._title_font)
        painter.setPen(self._muted)
        px = self._theme.px
        left = rect.left() - column * self._column + px(_EDGE)
        place = QRect(left, round(rect.top() + self._air), self._whole - px(2 * _EDGE), height)
        painter.drawText(place, _WRAP, _title(line))
        painter.restore()

    @Slot()
    def dress(self) -> None:
        """Take fonts, colours and marks as the theme has them now."""
        super().dress()
        self._font = self._theme.font(12 if self._tight else 14)
        self._title_font = self._theme.font(12 if self._tight else 13, bold=True)
        self._inset, self._air = self._theme.px(_WORDS), self._theme.px(2 if self._tight else 7)


def _title(line: Line) -> str:
    if line.row is not None:
        return line.row.title
    return f"{line.theme.title} (+{line.hidden})" if line.folded else line.theme.title
