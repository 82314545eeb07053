"""What rests on the open article as rows: a title for each kind, and its tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 2


class Kind(StrEnum):
    """What stands beside an article."""

    CARD = "card"
    QUESTION = "question"
    CELL = "cell"
    RELATED = "related"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Tile:
    """Something beside the text. ``colour`` is that of the state's words; ``heading`` and ``quote`` are its place."""

    kind: Kind
    item: str
    words: str
    state: str
    colour: str = "muted"
    heading: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """All there is of one kind."""

    kind: Kind
    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class More:
    """The row below the first tiles of a kind that brings the others."""

    kind: Kind
    count: int


Shown = Section | Tile | More


class BesideModel(QAbstractListModel):
    """A window on sections: a row for each title, and one for each tile of those that are unfolded.

    Of many tiles only the first are shown until the others are asked for, so that the next title stays in sight.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: list[Section] = []
        self.rows: tuple[Shown, ...] = ()
        self.unfolded = {Kind.CARD}
        self.whole: set[Kind] = set()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Other things, or other states of them; kinds of which there are none are left out."""
        self.beginResetModel()
        self.sections = [section for section in sections if section.tiles]
        self._lay_out()
        self.endResetModel()

    def turn(self, kind: Kind) -> None:
        """Unfold a kind, or fold it."""
        self.beginResetModel()
        self.unfolded ^= {kind}
        self._lay_out()
        self.endResetModel()

    def show_whole(self, kind: Kind) -> None:
        """Show all tiles of a kind."""
        self.beginResetModel()
        self.whole.add(kind)
        self._lay_out()
        self.endResetModel()

    def row_of(self, kind: Kind) -> int:
        """The row of a kind's title; -1 when there is none of it."""
        return next(
            (at for at, row in enumerate(self.rows) if isinstance(row, Section) and row.kind is kind), -1
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Titles and unfolded tiles."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words; for a screen reader with their state."""
        row = self.rows[index.row()]
        if isinstance(row, More):
            words = f"{row.count} more"
            return (
                words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
            )
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, Section) else row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, Tile):
                return f"{row.words} – {row.state}"
            return f"{row.title}, {len(row.tiles)}, {'unfolded' if row.kind in self.unfolded else 'folded'}"
        return None

    def _lay_out(self) -> None:
        rows: list[Shown] = []
        for section in self.sections:
            rows.append(section)
            if section.kind in self.unfolded:
                count = len(section.tiles)
                few = count > _FEW + 1 and section.kind not in self.whole
                rows += [*section.tiles[:_FEW], More(section.kind, count - _FEW)] if few else section.tiles
        self.rows = tuple(rows)
