"""The list of shelves and articles: fold with Left and Right, open with Enter or a click."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves
from studyapp.ui.read.library_delegate import LibraryDelegate
from studyapp.ui.read.library_model import LibraryModel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.lazy_rows import LazyRows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LibraryList(QTableView):
    """A table of one column, because only a table shows ten thousand rows of unlike height at once."""

    chosen = Signal(str)
    """The identifier of the article to open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folded: frozenset[str] = frozenset()
        self._model = LibraryModel(self)
        self._delegate = LibraryDelegate(theme, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._rows = LazyRows(self, self._height_of)
        self.clicked.connect(self._choose)
        theme.zoomed.connect(self._fit)
        self._fit()

    def show_library(self, library: Bookshelves, *, unfold_all: bool = False) -> None:
        """Show shelves; ``unfold_all`` while a filter is typed, so that no hit hides."""
        here = self.currentIndex().row()
        keep = self._model.row_at(here) if 0 <= here < self._model.rowCount() else None
        self._model.show_library(library, frozenset() if unfold_all else self._folded)
        self._rows.forget()
        if keep is not None:
            at = (
                self._model.row_of(keep.article.id)
                if keep.article
                else self._model.row_of_shelf(keep.shelf.name)
            )
            if at >= 0:
                self.setCurrentIndex(self._model.index(at))

    def refresh(self, library: Bookshelves) -> None:
        """Show what is read now; nothing moves."""
        self._model.refresh(library)

    def show_open(self, article: ItemId | None) -> None:
        """Mark the open article, unfold its shelf and bring it into sight."""
        self._delegate.open_article = article
        if article is not None and self._model.row_of(article) < 0:
            shelf = self._model.library.shelf_of(article)
            if shelf is not None and shelf.name in self._folded:
                self._set_folded(self._folded - {shelf.name})
        row = self._model.row_of(article) if article is not None else -1
        if row >= 0:
            self._rows.reveal(row)
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row))
        self.viewport().update()

    def fold_all_but(self, names: frozenset[str]) -> None:
        """Fold every shelf except some, as at the first look."""
        self._set_folded(frozenset(shelf.name for shelf in self._model.library.shelves) - names)

    def folded(self) -> frozenset[str]:
        """The names of folded shelves."""
        return self._folded

    def set_folded(self, names: frozenset[str]) -> None:
        """Fold these shelves and unfold all others."""
        self._set_folded(names)

    def choose_first(self) -> None:
        """Open the first article on the list, as Enter does in the filter."""
        rows = range(self._model.rowCount())
        article = next((found for found in map(self._article_at, rows) if found), None)
        if article is not None:
            self.chosen.emit(article)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right fold and unfold; Enter opens."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        row = self._model.row_at(index.row())
        folded = row.shelf.name in self._model.folded
        if event.key() in _ENTER:
            self._choose(index)
        elif event.key() == Qt.Key.Key_Left and row.article is not None and row.shelf.title:
            self.setCurrentIndex(self._model.index(self._model.row_of_shelf(row.shelf.name)))
        elif event.key() == Qt.Key.Key_Left and row.article is None and not folded:
            self._set_folded(self._folded | {row.shelf.name})
        elif event.key() == Qt.Key.Key_Right and row.article is None and folded:
            self._set_folded(self._folded - {row.shelf.name})
        elif event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps titles elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._rows.forget()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row.article is not None:
            self.chosen.emit(row.article.id)
        elif row.shelf.title:
            self._set_folded(self._folded ^ {row.shelf.name})

    def _set_folded(self, names: frozenset[str]) -> None:
        self._folded = names
        self.show_library(self._model.library)

    def _article_at(self, row: int) -> ItemId | None:
        article = self._model.row_at(row).article
        return article.id if article else None

    def _height_of(self, row: int) -> int:
        return self._delegate.height_of(row, self.viewport().width())

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setAccessibleName("Articles")
        self.viewport().setAutoFillBackground(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    @Slot()
    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self._rows.forget()
