"""The library as rows of a list: a shelf, then its articles, unless it is folded."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studyapp.catalog.article import Article
from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves, Shelf

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One row: a shelf's title, or an article on it."""

    shelf: Shelf
    article: Article | None = None


class LibraryModel(QAbstractListModel):
    """A window on a ``Library``; it holds no copy of an article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Bookshelves(())
        self.folded: frozenset[str] = frozenset()
        self._rows: list[LibraryRow] = []

    def show_library(self, library: Bookshelves, folded: frozenset[str]) -> None:
        """Show other shelves; ``folded`` names those of which only the title is shown."""
        self.beginResetModel()
        self.library, self.folded = library, folded
        self._rows = []
        for shelf in library.shelves:
            if shelf.title:
                self._rows.append(LibraryRow(shelf))
            if shelf.name not in folded or not shelf.title:
                self._rows.extend(LibraryRow(shelf, article) for article in shelf.articles)
        self.endResetModel()

    def refresh(self, library: Bookshelves) -> None:
        """Show what is read and bookmarked now; the articles on the shelves are the same."""
        fresh = {shelf.name: shelf for shelf in library.shelves}
        self.library = library
        self._rows = [LibraryRow(fresh.get(row.shelf.name, row.shelf), row.article) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_at(self, row: int) -> LibraryRow:
        """What stands on a row."""
        return self._rows[row]

    def row_of(self, article: ItemId) -> int:
        """The first row that shows an article, or -1."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if row.article is not None and row.article.id == article), -1)

    def row_of_shelf(self, name: str) -> int:
        """The row of a shelf's title, or -1."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if row.article is None and row.shelf.name == name), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Shelves and unfolded articles."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The title, and for a screen reader what the eye sees beside it."""
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[index.row()]
            return row.article.title if row.article else row.shelf.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self._rows[index.row()])
        return None

    def _spoken(self, row: LibraryRow) -> str:
        if row.article is None:
            state = "folded" if row.shelf.name in self.folded else "unfolded"
            return f"{row.shelf.title}, {row.shelf.read} of {len(row.shelf.articles)} read, {state}"
        parts = [row.article.title, "read" if row.article.id in self.library.read else "unread"]
        if row.article.id in self.library.bookmarked:
            parts.append("bookmarked")
        return ", ".join(parts)
