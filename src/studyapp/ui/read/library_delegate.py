"""Paints the rows of the library: shelves with their counts, articles with their titles in full."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.catalog.article import Article
from studyapp.ids import ItemId
from studyapp.ui.read.library_model import LibraryModel, LibraryRow
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.triangle import draw_triangle
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

_SIDE, _INDENT, _AIR, _MARK = 8, 16, 6, 15


class LibraryDelegate(QStyledItemDelegate):
    """Draws straight from the model's values; asking ``data`` for every colour and font would cost more."""

    def __init__(self, theme: Theme, model: LibraryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.open_article: ItemId | None = None

    def height_of(self, row: int, width: int) -> int:
        """How high a row must be for its title to be whole."""
        entry = self._model.row_at(row)
        rect = self._text_rect(QRect(0, 0, width, 10_000), entry)
        return self._text_height(entry, rect.width()) + 2 * self._theme.px(_AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = self._model.row_at(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self._theme
        box = QRectF(rect)
        if row.article is not None:
            box.setLeft(box.left() + theme.px(_INDENT))
        is_open = row.article is not None and row.article.id == self.open_article
        if is_open:
            draw_rounded(painter, box, theme.px(6), theme.colour("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_rounded(painter, box, theme.px(6), theme.colour("sunken"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_rounded(painter, box, theme.px(6), None, theme.colour("accent"), max(2.0, theme.px(1.5)))
        text = self._text_rect(rect, row)
        text.setTop(rect.top() + (rect.height() - self._text_height(row, text.width())) // 2)
        if row.article is None:
            self._draw_shelf(painter, rect, text, row)
        else:
            self._draw_article(painter, rect, text, row.article, is_open=is_open)

    def _draw_shelf(self, painter: QPainter, rect: QRect, text: QRect, row: LibraryRow) -> None:
        theme = self._theme
        middle = QPointF(rect.left() + theme.px(_SIDE) + theme.px(4), text.top() + self._line(row) / 2)
        draw_triangle(painter, theme, middle, down=row.shelf.name not in self._model.folded)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(14, bold=True))
        draw_wrapped(painter, text, row.shelf.title)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font(12.5))
        side = rect.adjusted(0, 0, -theme.px(_SIDE), 0)
        side.setTop(text.top())
        side.setHeight(self._line(row))
        painter.drawText(side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _count(row))

    def _draw_article(
        self, painter: QPainter, rect: QRect, text: QRect, article: Article, *, is_open: bool
    ) -> None:
        theme, library = self._theme, self._model.library
        painter.setPen(theme.colour("accent" if is_open else "text"))
        painter.setFont(theme.font(14))
        draw_wrapped(painter, text, article.title)
        side = theme.px(_MARK)
        mark = QRectF(rect.right() - side - theme.px(4), text.top() + theme.px(2), side, side)
        if article.id in library.read:
            theme.draw_icon(painter, "check", mark, "good")
            mark.translate(0, side)
        if article.id in library.bookmarked:
            theme.draw_icon(painter, "bookmark", mark, "accent")

    def _text_rect(self, rect: QRect, row: LibraryRow) -> QRect:
        px = self._theme.px
        if row.article is not None:
            return rect.adjusted(px(_INDENT) + px(_SIDE), 0, -px(_MARK) - px(6), 0)
        count = QFontMetrics(self._theme.font(12.5)).horizontalAdvance(_count(row))
        return rect.adjusted(px(_SIDE) + px(11), 0, -count - px(_SIDE) - px(6), 0)

    def _text_height(self, row: LibraryRow, width: int) -> int:
        title = row.article.title if row.article else row.shelf.title
        return wrapped_height(self._metrics(row), width, title)

    def _line(self, row: LibraryRow) -> int:
        return self._metrics(row).height()

    def _metrics(self, row: LibraryRow) -> QFontMetrics:
        return QFontMetrics(self._theme.font(14, bold=row.article is None))


def _count(row: LibraryRow) -> str:
    return f"{row.shelf.read} of {len(row.shelf.articles)}"
