"""Paints results: icon, title, and the passage with the words that were looked for in bold."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studyapp.ui.search.result import Result
from studyapp.ui.search.results_model import ResultsModel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.key_cap import draw_key_cap, key_cap_size

_SIDE, _ICON, _AIR, _GAP = 10, 16, 7, 9
_LINES = 2


class ResultsDelegate(QStyledItemDelegate):
    """Draws straight from the model's entries."""

    def __init__(self, theme: Theme, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model, self._view = theme, model, parent
        self._layouts: dict[tuple[str, tuple[tuple[int, int], ...], int], QTextLayout] = {}
        model.modelReset.connect(self.forget)
        theme.changed.connect(self.forget)
        theme.zoomed.connect(self.forget)

    def height_of(self, row: int, width: int) -> int:
        """Title, and up to two lines of the passage."""
        px, entry = self._theme.px, self._model.entries[row]
        if entry.result is None:
            return px(28)
        height = QFontMetrics(self._theme.font(14)).height()
        if entry.result.snippet:
            height += round(self._layout(entry.result, self._room(width)).boundingRect().height()) + px(1)
        return height + 2 * px(_AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        entry, theme, px = self._model.entries[index.row()], self._theme, self._theme.px
        rect = option.rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        if entry.result is None:
            painter.setFont(theme.font(12.5, bold=True))
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                rect.adjusted(0, px(6), 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.group.upper()
            )
            return
        painter.fillRect(option.rect, theme.colour("surface"))  # Qt has painted the selected row already
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            box = QRectF(option.rect).adjusted(px(4), 0, -px(4), 0)
            draw_rounded(painter, box, px(8), theme.colour("accent-soft"))
        self._draw_result(painter, rect, entry.result, current=current)

    def _draw_result(self, painter: QPainter, rect: QRect, result: Result, *, current: bool) -> None:
        theme, px = self._theme, self._theme.px
        metrics = QFontMetrics(theme.font(14))
        top = rect.top() + px(_AIR)
        icon = QRectF(rect.left(), top + (metrics.height() - px(_ICON)) / 2, px(_ICON), px(_ICON))
        theme.draw_icon(painter, result.icon, icon, "accent" if current else "muted")
        left = rect.left() + px(_ICON) + px(_GAP)
        room = rect.right() - left
        if result.key:
            cap = key_cap_size(theme, result.key)
            place = QRectF(rect.right() - cap.width(), top, cap.width(), cap.height())
            draw_key_cap(painter, self._view, theme, place, result.key)
            room -= cap.width() + px(_GAP)
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("accent" if current else "text"))
        title = metrics.elidedText(result.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + metrics.ascent(), title)
        if result.snippet:
            painter.setPen(theme.colour("muted"))
            layout = self._layout(result, self._room(rect.width() + 2 * px(_SIDE)))
            layout.draw(painter, QPointF(left, top + metrics.height() + px(1)))

    def _room(self, width: int) -> int:
        px = self._theme.px
        return max(1, width - 2 * px(_SIDE) - px(_ICON) - px(_GAP))

    def _layout(self, result: Result, width: int) -> QTextLayout:
        key = (result.snippet, result.marks, width)
        kept = self._layouts.get(key)
        if kept is None:
            font, colour = self._theme.font(12.5), self._theme.colour("text")
            kept = self._layouts[key] = _laid_out(result.snippet, result.marks, width, font, colour)
        return kept

    @Slot()
    def forget(self) -> None:
        """Results, colours or sizes are others."""
        self._layouts.clear()


def _laid_out(
    text: str, marks: tuple[tuple[int, int], ...], width: int, font: QFont, colour: QColor
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(
        [_bold(_units(text[:start]), _units(text[start:stop]), colour) for start, stop in marks]
    )
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _bold(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, length
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold)
    shape.setForeground(colour)
    mark.format = shape
    return mark


def _units(text: str) -> int:
    """How long Qt takes a text to be."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
