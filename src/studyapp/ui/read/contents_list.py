"""The outline of the open article; it follows the reader and leads to each heading."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.catalog.article import Heading
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.tall_list import TallList
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AIR, _STEP, _DEEPEST = 4, 12, 3


class ContentsModel(QAbstractListModel):
    """A window on the headings of an article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: Sequence[Heading] = ()
        self.here = -1
        self.told: Mapping[str, str] = {}
        """How the paragraphs of a heading stand, in words, by the heading's id."""

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Another article's headings."""
        self.beginResetModel()
        self.headings, self.here, self.told = headings, -1, {}
        self.endResetModel()

    def go_to(self, here: int) -> None:
        """The reader is under another heading."""
        changed = {self.here, here} - {-1}
        self.here = here
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def depth(self, row: int) -> int:
        """How far a heading is set in: 0 for the highest level that the article has."""
        highest = min(heading.level for heading in self.headings)
        return min(_DEEPEST, self.headings[row].level - highest)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a heading."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The heading's title; a screen reader is told where the reader is and what the coverage strip shows."""
        heading = self.headings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            here = "in sight" if index.row() == self.here else ""
            return ", ".join(part for part in (heading.title, here, self.told.get(heading.id, "")) if part)
        return None


class ContentsDelegate(QStyledItemDelegate):
    """Paints a heading; the one in sight is bold and in the accent colour."""

    def __init__(self, theme: Theme, model: ContentsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def height_of(self, row: int, width: int) -> int:
        """As high as the title needs when it is not bold; so no row moves while the reader goes on."""
        rect = self._text_rect(QRect(0, 0, width, 10_000), row)
        return self._lines(row, rect.width(), bold=False) + 2 * self._theme.px(_AIR) + self._theme.px(2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading."""
        theme, row = self._theme, index.row()
        here = row == self._model.here
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = max(2.0, theme.px(1.5))
            draw_rounded(painter, option.rect.toRectF(), theme.px(6), None, theme.colour("accent"), ring)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(theme.colour("accent" if here else "text" if hover else "muted"))
        rect, title = self._text_rect(option.rect, row), self._model.headings[row].title
        bold = here and self._lines(row, rect.width(), bold=True) <= rect.height()
        painter.setFont(theme.font(14, bold=bold))
        draw_wrapped(painter, rect, title)
        if here and not bold:  # bold letters would need another line: the same ones are made thicker
            draw_wrapped(painter, rect.translated(1, 0), title)

    def _lines(self, row: int, width: int, *, bold: bool) -> int:
        metrics = QFontMetrics(self._theme.font(14, bold=bold))
        return wrapped_height(metrics, width, self._model.headings[row].title)

    def _text_rect(self, rect: QRect, row: int) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(4 + _STEP * self._model.depth(row)), px(_AIR), -px(4), -px(_AIR))


class ContentsList(TallList):
    """Tells the row of the heading to go to by ``chosen_row``."""

    measured_anew = Signal()
    """Its width is another, so its titles may need more lines or fewer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "On this page", 28)
        self._headings = ContentsModel(self)
        self.show_rows(self._headings, ContentsDelegate(theme, self._headings, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps titles elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.measured_anew.emit()

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show another article's outline."""
        self._headings.show_headings(headings)

    def tell(self, told: Mapping[str, str]) -> None:
        """Let a screen reader hear how the paragraphs of each heading stand."""
        self._headings.told = told

    def go_to(self, heading: int) -> None:
        """Mark the heading that the reader is under; -1 for none."""
        if heading == self._headings.here:
            return
        self._headings.go_to(heading)
        if heading >= 0:
            self.rows.bring(heading)
