"""What the table shows of the learner: how each cell stands, what is mixed up, which words differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studyapp.catalog.comparison import Cell, Column
from studyapp.ids import ItemId
from studyapp.study.cell_knowledge import UNSEEN, CellKnowledge, CellState
from studyapp.study.comparison_table import Line, Table
from studyapp.study.confusions import Confusions
from studyapp.study.word_difference import Span, differing_words
from studyapp.ui.compare.wording import EXPORT, STATES


@dataclass(frozen=True, slots=True)
class Insight:
    """What is known of the cells, and, where the table is to be tinted, what the columns were taken for."""

    known: Mapping[ItemId, CellKnowledge] = field(default_factory=dict)
    tinted: bool = False
    taken_for: Mapping[str, str] = field(default_factory=dict)
    """By the column's name, in words."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """The titles of the sources."""

    def of(self, cell: Cell) -> CellKnowledge:
        """What is known of a cell."""
        return self.known.get(cell.id, UNSEEN)

    def state(self, cell: Cell) -> CellState:
        """How a cell stands with the learner."""
        return self.of(cell).state

    def words(self, cell: Cell) -> str:
        """Kind and state for a screen reader."""
        kind = EXPORT.kind_of(cell, self.documents.get(cell.source.document, ""))
        if not cell.stated:
            return kind
        missed = ", lately missed" if self.tinted and self.of(cell).missed >= 0.5 else ""
        return f"{kind}, {STATES[self.state(cell)]}{missed}"


def spans(table: Table, line: Line, column: int) -> tuple[Span, ...]:
    """The words of a cell that differ from those of the column it is set against; none in any other column."""
    names = [each.name for each in table.columns]
    if len(table.marked) != 2 or names[column] not in table.marked:
        return ()
    first, second = table.marked
    here, there = line.cells[column], line.cells[names.index(second if names[column] == first else first)]
    return differing_words(here.text, there.text)[0]


def taken_for(found: Confusions) -> dict[str, str]:
    """For each column what it was taken for, the most frequent first: ``taken for PjM 3×``."""
    return {thing.column.name: words for thing in found.things if (words := _taken(found, thing.name))}


def _taken(found: Confusions, name: str) -> str:
    others = {thing.name: thing.column for thing in found.things if thing.name != name}
    counts = [(found.counts.get((name, other), 0), column) for other, column in others.items()]
    worst = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])[:2]
    return f"taken for {', '.join(_times(count, column) for count, column in worst)}" if worst else ""


def _times(count: int, column: Column) -> str:
    return f"{column.short} {count}×"
