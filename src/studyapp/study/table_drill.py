"""Drilling a table: exercises made from its cells, marked against it, kept in the log."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Cell, Column, Comparison, Row
from studyapp.catalog.table_item import Statement, TableItem, Task
from studyapp.ids import ItemId
from studyapp.learning.drill_order import Exercise, Known, again, handful, pair_handful
from studyapp.learning.rating import Rating
from studyapp.store import drill_rows
from studyapp.store.event import Event
from studyapp.store.fold_drill import DRILL
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.confusions import thing_name
from studyapp.study.table_book import Chapter, TableBook
from studyapp.study.table_evidence import places, said_of

MOST_TIMES: Final = 3
"""A missed exercise comes again until it was asked so often in one sitting."""

_MILLISECOND: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class DrillScope:
    """What is drilled: a comparison, of it only these columns and rows (empty: all), or two columns as a ``pair``."""

    comparison: ItemId
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    pair: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that is asked about."""

    row: Row | None
    """None for the odd one out, which may stand on any row."""
    column: Column


@dataclass(frozen=True, slots=True)
class DrillView:
    """The exercise on the desk.

    ``item`` has its choices in the order shown. ``given`` is the answer once there is one, ``right`` says for each
    gap whether it was right; ``said`` is what the asked cell says, ``cell`` the one whose proof decides.
    """

    comparison: Comparison
    item: TableItem
    gaps: tuple[Gap, ...]
    said: Statement
    cell: Cell
    number: int
    count: int
    given: tuple[int, ...] | None = None
    right: tuple[bool, ...] = ()
    can_undo: bool = False

    @property
    def solved(self) -> bool:
        """Whether the answer is right throughout."""
        return self.given is not None and all(self.right)

    def row_title(self, name: str) -> str:
        """The title of a row of the table."""
        return next(row.title for row in self.comparison.rows if row.name == name)

    def column_title(self, name: str) -> str:
        """The title of a column of the table."""
        return next(column.title for column in self.comparison.columns if column.name == name)


@dataclass(frozen=True, slots=True)
class DrillSummary:
    """What a sitting came to. ``missed`` are (row, column) places answered wrongly, each once.

    ``left`` says how many exercises of the scope there are besides those asked.
    """

    scope: DrillScope
    answered: int
    right: int
    missed: tuple[tuple[str, str], ...]
    left: int


@dataclass(frozen=True, slots=True)
class _Answer:
    item: TableItem
    given: tuple[int, ...]
    right: tuple[bool, ...]
    event: Event


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A queue of exercises, how far it is, and the answers so far; ``shown`` is the present one in its order."""

    scope: DrillScope
    queue: tuple[ItemId, ...] = ()
    at: int = 0
    answers: tuple[_Answer, ...] = ()
    shown: TableItem | None = None
    answered: bool = False
    """Whether the present exercise has its answer."""


class TableDrill:
    """One handful of exercises lies on it. Every answer is durable before it is marked."""

    def __init__(self, books: Books, ledger: Ledger, book: TableBook, dice: random.Random) -> None:
        self._books, self._ledger, self._book, self._dice = books, ledger, book, dice
        self._laid: _Sitting | None = None
        self._before: list[_Sitting] = []
        self._footing: tuple[Catalog, int] | None = None

    def size(self, scope: DrillScope) -> int:
        """How many exercises a scope has."""
        chapter = self._chapter(scope)
        return len(_within(chapter, scope)) if chapter else 0

    def begin(self, scope: DrillScope) -> None:
        """Lay out a handful. A comparison that is not open gives an empty one."""
        chapter = self._chapter(scope)
        queue = self._gather(chapter, scope) if chapter else ()
        self._before, self._footing = [], self._ground()
        self._laid = self._with_shown(_Sitting(scope, queue))

    def view(self) -> DrillView | None:
        """The exercise on the desk; None when the handful is done or empty."""
        sitting = self._sitting
        chapter = self._chapter(sitting.scope) if sitting else None
        if sitting is None or chapter is None or sitting.shown is None:
            return None
        table, item = chapter.table, sitting.shown
        rows = {row.name: row for row in table.comparison.rows}
        columns = {column.name: column for column in table.comparison.columns}
        gaps = tuple(Gap(rows.get(row), columns[column]) for row, column in item.gaps)
        last = sitting.answers[-1] if sitting.answered else None
        said, number, count = said_of(table, item), sitting.at + 1, len(sitting.queue)
        place = said.row, said.column
        view = DrillView(table.comparison, item, gaps, said, table.cells[place], number, count)
        view = replace(view, can_undo=bool(self._before))
        return replace(view, given=last.given, right=last.right) if last else view

    def answer(self, given: Sequence[int], took: timedelta) -> Change:
        """Answer the exercise on the desk, once: the choice taken for each gap.

        Raises ValueError when there is none, when it has an answer, or when a gap is left open.
        """
        sitting = self._sitting
        chapter = self._chapter(sitting.scope) if sitting else None
        if sitting is None or chapter is None or sitting.shown is None or sitting.answered:
            raise ValueError("no exercise waits for an answer")
        item = sitting.shown
        told = places(chapter.table, item, given)
        right = tuple(place.right for place in told)
        payload = {
            "rating": int(Rating.GOOD if all(right) else Rating.AGAIN),
            "took_ms": max(0, took // _MILLISECOND),
            "places": [place.written() for place in told],
        }
        event = self._ledger.record(DRILL, item.id, chapter.revisions[item.cell], payload)
        self._before.append(sitting)
        answers = (*sitting.answers, _Answer(item, tuple(given), right, event))
        queue = sitting.queue
        if not all(right) and queue.count(item.id) < MOST_TIMES:
            queue = again(queue, sitting.at, item.id)
        self._laid = replace(sitting, queue=queue, answers=answers, answered=True)
        return Change.REVIEWS

    def go_on(self) -> None:
        """The next exercise, or the end."""
        sitting = self._sitting
        if sitting is not None and sitting.answered:
            self._laid = self._with_shown(replace(sitting, at=sitting.at + 1, answered=False))

    def undo(self) -> Change:
        """Take the last answer of this sitting back; its exercise is on the desk again."""
        if self._sitting is None or not self._before:
            return Change.NOTHING
        self._ledger.retract(self._sitting.answers[-1].event)
        self._laid = self._before.pop()
        return Change.REVIEWS

    def summary(self) -> DrillSummary | None:
        """What the sitting came to so far; None before the first."""
        sitting = self._sitting
        if sitting is None:
            return None
        missed: dict[tuple[str, str], None] = {}
        for answer in sitting.answers:
            for gap, right in zip(answer.item.gaps, answer.right, strict=True):
                if not right:
                    row = gap[0] or answer.item.choices[answer.item.key[0]].row
                    missed[row, gap[1]] = None
        solved = sum(all(answer.right) for answer in sitting.answers)
        left = max(0, self.size(sitting.scope) - len({answer.item.id for answer in sitting.answers}))
        return DrillSummary(sitting.scope, len(sitting.answers), solved, tuple(missed), left)

    @property
    def _sitting(self) -> _Sitting | None:
        """The sitting, unless packs or history have become others since it began."""
        return self._laid if self._footing == self._ground() else None

    def _ground(self) -> tuple[Catalog, int]:
        return self._books.catalog, self._ledger.epoch

    def _chapter(self, scope: DrillScope) -> Chapter | None:
        comparison = self._books.catalog.comparisons().get(scope.comparison)
        return self._book.chapter(comparison) if comparison else None

    def _gather(self, chapter: Chapter, scope: DrillScope) -> tuple[ItemId, ...]:
        rows, now = drill_rows.drilled(self._ledger), self._ledger.now()
        scheduler = self._ledger.scheduler
        current = {item: row.memory for item, row in rows.items() if row.revision >= _revision(chapter, item)}
        known = Known(current, lambda memory: scheduler.retrievability(memory, now), now)
        within = _within(chapter, scope)
        if scope.pair and len(scope.columns) == 2:
            first, second = (thing_name(scope.comparison, name) for name in scope.columns)
            return pair_handful(within, (first, second), known, self._dice)
        return handful(within, known, self._dice)

    def _with_shown(self, sitting: _Sitting) -> _Sitting:
        """The present exercise with its choices shuffled; they keep that order while it is on the desk."""
        chapter = self._chapter(sitting.scope)
        if chapter is None or sitting.at >= len(sitting.queue):
            return replace(sitting, shown=None)
        item = chapter.items[sitting.queue[sitting.at]]
        if item.task in (Task.TRUE, Task.FALSE):
            return replace(sitting, shown=item)
        order = list(range(len(item.choices)))
        self._dice.shuffle(order)
        choices = tuple(item.choices[at] for at in order)
        key = tuple(order.index(key) for key in item.key)
        return replace(sitting, shown=replace(item, choices=choices, key=key))


def _within(chapter: Chapter, scope: DrillScope) -> list[Exercise]:
    """The exercises about nothing but the columns and rows of a scope."""
    return [each for each in chapter.exercises if _inside(chapter.items[each.item], each, scope)]


def _inside(item: TableItem, exercise: Exercise, scope: DrillScope) -> bool:
    columns, rows = scope.columns, scope.rows
    return all(
        (not columns or column in columns) and (not rows or (row or exercise.row) in rows)
        for row, column in item.gaps
    )


def _revision(chapter: Chapter, item: ItemId) -> int:
    found = chapter.items.get(item)
    return chapter.revisions[found.cell] if found else 1
