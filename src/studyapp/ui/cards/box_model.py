"""The table of all cards as a window on a tuple of rows, sorted and narrowed without copying them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.study.card_box import CardRow
from studyapp.study.question_cards import QuestionCard
from studyapp.ui.cards.wording import interval

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_PHASES = {
    Phase.NEW: "New",
    Phase.LEARNING: "Learning",
    Phase.REVIEW: "Known",
    Phase.RELEARNING: "Relearning",
}
_ORDER = list(_PHASES)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, what a row shows in it, and what it is sorted by; None comes last either way."""

    title: str
    shows: Callable[[CardRow, datetime], str]
    key: Callable[[CardRow], Any]
    figure: bool = False


def _state(row: CardRow, _now: datetime) -> str:
    marks = [word for word, on in (("suspended", row.suspended), ("flagged", row.flagged)) if on]
    return ", ".join([_PHASES[row.phase], *marks])


def _due(row: CardRow, now: datetime) -> str:
    if row.due_at is None or row.suspended:
        return ""
    left = row.due_at - now
    return f"in {interval(left)}" if left > timedelta(minutes=1) else "now"


HEADINGS = (
    Heading("Question", lambda row, _: row.question, lambda row: row.question.casefold()),
    Heading("Topic", lambda row, _: row.topic, lambda row: (row.topic.casefold(), row.card.id)),
    Heading("State", _state, lambda row: (row.suspended, _ORDER.index(row.phase), not row.flagged)),
    Heading("Due", _due, lambda row: row.due_at, figure=True),
    Heading(
        "Recall now",
        lambda row, _: "" if row.recall is None else f"{row.recall:.0%}".replace("%", " %"),
        lambda row: row.recall,
        figure=True,
    ),
    Heading("Answers", lambda row, _: str(row.reviews or ""), lambda row: row.reviews or None, figure=True),
    Heading("Forgotten", lambda row, _: str(row.lapses or ""), lambda row: row.lapses or None, figure=True),
)


class CardTable(QAbstractTableModel):
    """Shows those rows whose words hold all that is searched for, in the order of one column."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[CardRow, ...] = ()
        self._shown: list[CardRow] = []
        self._words: list[str] = []
        self._sorted_by: tuple[int, bool] | None = None
        self._now: datetime | None = None

    def show_rows(self, rows: Sequence[CardRow], now: datetime) -> None:
        """Show other rows, narrowed and sorted as before."""
        self._all, self._now = tuple(rows), now
        self._renew()

    def search(self, text: str) -> None:
        """Show only rows that hold every word."""
        self._words = text.casefold().split()
        self._renew()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows into the order of a column; what is equal stays in the order of the content."""
        falling = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (column, falling) if 0 <= column < len(HEADINGS) else None
        self._renew()

    def row_at(self, number: int) -> CardRow | None:
        """The row at a place."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def places(self, items: Iterable[ItemId]) -> list[int]:
        """Where some cards stand now."""
        wanted = frozenset(items)
        return [number for number, row in enumerate(self._shown) if row.item in wanted]

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all)

    @property
    def made(self) -> int:
        """How many of the rows shown are cards made from questions, no part of the content."""
        return sum(isinstance(row.card, QuestionCard) for row in self._shown)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One row for each card that is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One column for each heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or self._now is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[index.column()].shows(self._shown[index.row()], self._now)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column is called."""
        if orientation != Qt.Orientation.Horizontal or section >= len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return HEADINGS[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _renew(self) -> None:
        words = self._words
        self.beginResetModel()
        self._shown = [row for row in self._all if all(word in row.words for word in words)]
        if self._sorted_by is not None:
            column, falling = self._sorted_by
            key = HEADINGS[column].key
            known = sorted((row for row in self._shown if key(row) is not None), key=key, reverse=falling)
            self._shown = [*known, *(row for row in self._shown if key(row) is None)]
        self.endResetModel()


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if HEADINGS[column].figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
