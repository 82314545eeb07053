"""What rests on the open article, kind by kind; each kind folds."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.ui.read.beside_model import BesideModel, Index, Kind, More, Section, Tile
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.tall_list import TallList
from studyapp.ui.widgets.triangle import draw_triangle
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

_SIDE, _AIR, _GAP, _EDGE = 11, 10, 8, 2
_TITLE_AIR, _TITLE_SIDE = 5, 18
_MORE_AIR = 4


class BesideDelegate(QStyledItemDelegate):
    """Paints titles and small cards."""

    def __init__(self, theme: Theme, model: BesideModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def height_of(self, row: int, width: int) -> int:
        """The words in full, and the gap below."""
        px, shown = self._theme.px, self._model.rows[row]
        if isinstance(shown, More):
            return QFontMetrics(self._theme.font(12.5)).height() + px(_GAP + 2 * _MORE_AIR)
        if isinstance(shown, Section):
            room = self._title_rect(QRect(0, 0, width, 10_000), shown)
            return self._height(shown.title, room.width(), 12.5, bold=True) + 2 * px(_TITLE_AIR)
        room_width = max(1, width - 2 * px(_SIDE) - px(_EDGE))
        words = self._height(shown.words, room_width, 14)
        state = self._height(shown.state, room_width, 12.5)
        return words + state + 2 * px(_AIR) + px(_GAP) + px(2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        shown = self._model.rows[index.row()]
        if isinstance(shown, Section):
            self._draw_title(painter, option, shown)
        elif isinstance(shown, More):
            self._draw_more(painter, option, shown)
        else:
            self._draw_tile(painter, option, shown)

    def _draw_title(self, painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
        theme, px, rect = self._theme, self._theme.px, option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = rect.adjusted(0, 0, -px(_EDGE), 0).toRectF()
            draw_rounded(painter, ring, px(6), None, theme.colour("accent"), max(2.0, px(1.5)))
        text = self._title_rect(rect, section)
        line = QFontMetrics(theme.font(12.5, bold=True)).height()
        middle = QPointF(rect.left() + px(9), text.top() + line / 2)
        draw_triangle(painter, theme, middle, down=section.kind in self._model.unfolded)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(theme.colour("text" if hover else "muted"))
        painter.setFont(theme.font(12.5, bold=True))
        draw_wrapped(painter, text, section.title)
        painter.setFont(theme.font(12.5))
        side = QRect(rect.left(), text.top(), rect.width() - px(_EDGE + 6), line)
        painter.drawText(side, Qt.AlignmentFlag.AlignRight, str(len(section.tiles)))

    def _draw_more(self, painter: QPainter, option: QStyleOptionViewItem, more: More) -> None:
        theme, px = self._theme, self._theme.px
        box = option.rect.adjusted(0, 0, -px(_EDGE), -px(_GAP))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_rounded(painter, box.toRectF(), px(6), None, theme.colour("accent"), max(2.0, px(1.5)))
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font(12.5))
        text = box.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, f"{more.count} more")

    def _draw_tile(self, painter: QPainter, option: QStyleOptionViewItem, tile: Tile) -> None:
        theme, px = self._theme, self._theme.px
        box = option.rect.adjusted(0, 0, -px(_EDGE), -px(_GAP))
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        border = theme.colour("accent" if focus else "muted" if hover else "line")
        draw_rounded(painter, box.toRectF(), px(10), theme.colour("surface"), border, 2.0 if focus else 1.0)
        text = box.adjusted(px(_SIDE), px(_AIR), -px(_SIDE), -px(_AIR))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(14))
        used = draw_wrapped(painter, text, tile.words)
        text.setTop(used.bottom() + px(2))
        painter.setPen(theme.colour(tile.colour))
        painter.setFont(theme.font(12.5))
        draw_wrapped(painter, text, tile.state)

    def _title_rect(self, rect: QRect, section: Section) -> QRect:
        px = self._theme.px
        count = QFontMetrics(self._theme.font(12.5)).horizontalAdvance(str(len(section.tiles)))
        return rect.adjusted(px(_TITLE_SIDE), px(_TITLE_AIR), -count - px(_EDGE + 12), 0)

    def _height(self, words: str, width: int, size: float, *, bold: bool = False) -> int:
        return wrapped_height(QFontMetrics(self._theme.font(size, bold=bold)), width, words)


class BesideList(TallList):
    """A press on a title folds or unfolds it; one on a tile chooses it."""

    chosen = Signal(object)
    """The ``Tile`` to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "What rests on this page", 80)
        self.beside = BesideModel(self)
        self.show_rows(self.beside, BesideDelegate(theme, self.beside, self))
        self.chosen_row.connect(self._press)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show what there is now; the row that the keyboard is on stays."""
        shown = [section for section in sections if section.tiles]
        if shown == self.beside.sections:
            return
        kept = self._name_at(self.currentIndex().row())
        self.beside.show_sections(shown)
        names = [self._name_at(at) for at in range(len(self.beside.rows))]
        if kept is not None and kept in names:
            self.set_current(names.index(kept))

    def forget(self) -> None:
        """Another article: of many tiles only the first are shown again."""
        self.beside.whole.clear()

    def unfolded(self) -> frozenset[str]:
        """The kinds that are unfolded."""
        return frozenset(kind.value for kind in self.beside.unfolded)

    def set_unfolded(self, kinds: frozenset[str]) -> None:
        """Unfold these kinds and fold the others."""
        self.beside.unfolded = {kind for kind in Kind if kind in kinds}
        self.beside.show_sections(self.beside.sections)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right unfolds a title, Left folds it."""
        at = self.currentIndex().row()
        row = self.beside.rows[at] if 0 <= at < len(self.beside.rows) else None
        if isinstance(row, Section) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if (event.key() == Qt.Key.Key_Right) is not (row.kind in self.beside.unfolded):
                self._turn(row.kind)
            return
        super().keyPressEvent(event)

    def _name_at(self, at: int) -> tuple[Kind, str] | None:
        if not 0 <= at < len(self.beside.rows):
            return None
        row = self.beside.rows[at]
        return row.kind, row.item + row.quote if isinstance(row, Tile) else type(row).__name__

    @Slot(int)
    def _press(self, at: int) -> None:
        row = self.beside.rows[at]
        if isinstance(row, Section):
            self._turn(row.kind)
        elif isinstance(row, More):
            self.beside.show_whole(row.kind)
            self.set_current(at)
        else:
            self.chosen.emit(row)

    def _turn(self, kind: Kind) -> None:
        self.beside.turn(kind)
        self.set_current(self.beside.row_of(kind))
