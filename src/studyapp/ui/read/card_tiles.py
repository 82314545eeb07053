"""The cards whose proof lies in the open article, each with how well it is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.ids import ItemId
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.tall_list import TallList

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_SIDE, _AIR, _GAP, _EDGE = 11, 10, 8, 2


@dataclass(frozen=True, slots=True)
class Tile:
    """A card as the list shows it; ``colour`` is that of the state's words. ``heading`` and ``quote`` prove it."""

    card: ItemId
    front: str
    state: str
    colour: str
    heading: str
    quote: str


class TilesModel(QAbstractListModel):
    """A window on tiles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiles: Sequence[Tile] = ()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Other cards, or other states of them."""
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a card."""
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The card's question; for a screen reader with its state."""
        tile = self.tiles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.front
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tile.front} – {tile.state}"
        return None


class TilesDelegate(QStyledItemDelegate):
    """Paints a small card."""

    def __init__(self, theme: Theme, model: TilesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def height_of(self, row: int, width: int) -> int:
        """Question and state in full, and the gap below."""
        px, tile = self._theme.px, self._model.tiles[row]
        room = QRect(0, 0, max(1, width - 2 * px(_SIDE) - px(_EDGE)), 10_000)
        front = QFontMetrics(self._theme.font(14)).boundingRect(room, _WRAP, tile.front).height()
        state = QFontMetrics(self._theme.font(12.5)).boundingRect(room, _WRAP, tile.state).height()
        return front + state + 2 * px(_AIR) + px(_GAP) + px(2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        theme, px, tile = self._theme, self._theme.px, self._model.tiles[index.row()]
        box = option.rect.adjusted(0, 0, -px(_EDGE), -px(_GAP))
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        border = theme.colour("accent" if focus else "muted" if hover else "line")
        draw_rounded(painter, box.toRectF(), px(10), theme.colour("surface"), border, 2.0 if focus else 1.0)
        text = box.adjusted(px(_SIDE), px(_AIR), -px(_SIDE), -px(_AIR))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(14))
        used = painter.drawText(text, _WRAP, tile.front)
        text.setTop(used.bottom() + px(2))
        painter.setPen(theme.colour(tile.colour))
        painter.setFont(theme.font(12.5))
        painter.drawText(text, _WRAP, tile.state)


class CardTiles(TallList):
    """Tells the row of the card whose passage is to be shown by ``chosen_row``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Cards from this page", 80)
        self.tiles = TilesModel(self)
        self.show_rows(self.tiles, TilesDelegate(theme, self.tiles, self))
