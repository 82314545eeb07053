"""The list of shelves and articles: fold with Left and Right, open with Enter or a click."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent

from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves
from studyapp.ui.read.library_delegate import LibraryDelegate
from studyapp.ui.read.library_model import LibraryModel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.tall_list import TallList


class LibraryList(TallList):
    """Shows shelves, folded until they are wanted, and tells which article was chosen."""

    chosen = Signal(str)
    """The identifier of the article to open."""

    chosen_aside = Signal(str)
    """The same, to be opened in a tab of its own: middle click, Ctrl and click, Ctrl and Enter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Articles", 32)
        self._unfolded: frozenset[str] = frozenset()
        self._model = LibraryModel(self)
        self._delegate = LibraryDelegate(theme, self._model, self)
        self.show_rows(self._model, self._delegate)
        self.chosen_row.connect(self._open_row)

    def show_library(self, library: Bookshelves, *, unfold_all: bool = False) -> None:
        """Show shelves; ``unfold_all`` while a filter is typed, so that no hit hides."""
        here = self.currentIndex().row()
        kept = self._model.row_at(here) if 0 <= here < self._model.rowCount() else None
        names = frozenset(shelf.name for shelf in library.shelves)
        few = unfold_all or len(names) == 1
        self._model.show_library(library, frozenset() if few else names - self._unfolded)
        if kept is None:
            return
        article = kept.article
        row = self._model.row_of(article.id) if article else self._model.row_of_shelf(kept.shelf.name)
        if row >= 0:
            self.set_current(row)

    def refresh(self, library: Bookshelves) -> None:
        """Show what is read now; nothing moves."""
        self._model.refresh(library)

    def show_open(self, article: ItemId | None) -> None:
        """Mark the open article, unfold its shelf and bring it into sight."""
        before, self._delegate.open_article = self._delegate.open_article, article
        if before is not None and (row := self._model.row_of(before)) >= 0:
            self.update(self._model.index(row))
        if article is None:
            return
        if self._model.row_of(article) < 0:
            shelf = self._model.library.shelf_of(article)
            if shelf is not None:
                self.set_unfolded(self._unfolded | {shelf.name})
        if (row := self._model.row_of(article)) >= 0:
            self.set_current(row)
            self.update(self._model.index(row))

    def unfolded(self) -> frozenset[str]:
        """The names of unfolded shelves."""
        return self._unfolded

    def set_unfolded(self, names: frozenset[str]) -> None:
        """Unfold these shelves and fold all others."""
        self._unfolded = names
        self.show_library(self._model.library)

    @Slot()
    def choose_first(self) -> None:
        """Open the first article on the list, as Enter does in the filter."""
        for row in range(self._model.rowCount()):
            article = self._model.row_at(row).article
            if article is not None:
                self.chosen.emit(article.id)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right fold and unfold, and Left leads from an article to its shelf."""
        index = self.currentIndex()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and index.isValid():
            self._open_aside(index.row())
            return
        if not index.isValid() or event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
            return
        row = self._model.row_at(index.row())
        folded = row.shelf.name in self._model.folded
        if event.key() == Qt.Key.Key_Right:
            if row.article is None and folded:
                self.set_unfolded(self._unfolded | {row.shelf.name})
        elif row.article is not None and row.shelf.title:
            self.set_current(self._model.row_of_shelf(row.shelf.name))
        elif row.article is None and not folded:
            self.set_unfolded(self._unfolded - {row.shelf.name})

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A middle click on an article, or a click with Ctrl, opens it aside."""
        row = self.indexAt(event.position().toPoint()).row()
        middle = event.button() == Qt.MouseButton.MiddleButton
        if row >= 0 and (middle or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._open_aside(row)
        else:
            super().mousePressEvent(event)

    def _open_aside(self, number: int) -> None:
        article = self._model.row_at(number).article
        if article is not None:
            self.chosen_aside.emit(article.id)

    @Slot(int)
    def _open_row(self, number: int) -> None:
        row = self._model.row_at(number)
        if row.article is not None:
            self.chosen.emit(row.article.id)
        elif row.shelf.title:
            self.set_unfolded(self._unfolded ^ {row.shelf.name})
