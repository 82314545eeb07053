"""Results as rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studyapp.ui.search.result import Entry

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """A window on entries; titles of groups cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other results."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Results and titles of groups."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles of groups are only to be read."""
        if not index.isValid() or self.entries[index.row()].result is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The title; for a screen reader with the snippet or the key."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.result.title if entry.result else entry.group
        if role == Qt.ItemDataRole.AccessibleTextRole:
            result = entry.result
            return (
                " – ".join(filter(None, (result.title, result.snippet, result.key)))
                if result
                else entry.group
            )
        return None

    def next_result(self, row: int, step: int) -> int:
        """The nearest result from a row on in the direction of ``step`` (1 or -1), round the end; -1 for none."""
        count = len(self.entries)
        for away in range(1, count + 1):
            at = (row + step * away) % count
            if self.entries[at].result is not None:
                return at
        return -1
