"""Comparing: lay out a comparison as wished, look at what a cell rests on, drill and export its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyapp.catalog.article import Heading
from studyapp.catalog.comparison import Cell, Column, Comparison, Row
from studyapp.ids import ItemId
from studyapp.learning.confusion import MixUp
from studyapp.store import card_rows, drill_rows
from studyapp.store.fold_marks import NOTE
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.cell_knowledge import CellKnowledge, knowledge, least_known, most_missed
from studyapp.study.change import Change
from studyapp.study.comparison_export import Format, Wording, document_of, source_line, write_table
from studyapp.study.comparison_table import Order, Table, Wish, lay_out
from studyapp.study.confusions import Confusions, confusions, confusions_in, thing_name
from studyapp.study.table_book import TableBook

_FEW = 5
_FIRST = 4


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell and all that it rests on. Where nothing is said, article, heading and source are empty.

    ``document`` is the title of the source alone.
    """

    column: Column
    row: Row
    cell: Cell
    article: str
    heading: str
    source: str
    note: str
    document: str = ""
    disputes: tuple[str, ...] = ()
    """For each disagreement of the cell what it cites: document, edition and section."""


class ComparisonDesk:
    """Every comparison of the open packs."""

    def __init__(self, books: Books, ledger: Ledger, book: TableBook) -> None:
        self._books, self._ledger, self._book = books, ledger, book

    def comparisons(self) -> tuple[Comparison, ...]:
        """All comparisons, in the order of the packs."""
        return tuple(self._books.catalog.comparisons().values())

    def largest(self) -> Comparison | None:
        """The comparison with the most cells, to begin with; the first of equals."""
        return max(self.comparisons(), key=lambda c: len(c.rows) * len(c.columns), default=None)

    def first_wish(self, comparison: Comparison) -> Wish:
        """What to show at the first look: all columns, or the first ones of many."""
        names = tuple(column.name for column in comparison.columns)
        return Wish(comparison.id, names if len(names) <= _FEW else names[:_FIRST])

    def table(self, wish: Wish) -> Table:
        """The table that a wish makes. Raises KeyError when the comparison is not open (any more)."""
        comparison = self._books.catalog.comparisons()[wish.comparison]
        if wish.order is Order.THEME:
            return lay_out(comparison, wish)
        known = self.knowledge(comparison)
        rank = most_missed if wish.order is Order.MIXED_UP else least_known
        return lay_out(comparison, wish, lambda cells: rank(cells, known))

    def look(self, table: Table, line: int, column: int) -> CellView | None:
        """What the cell on a line and in a column of a table rests on; None on a theme's line."""
        row = table.lines[line].row
        return self._view(table.columns[column], row, table.lines[line].cells[column]) if row else None

    def cell(self, comparison: Comparison, row: str, column: str) -> CellView:
        """What the cell on a row and in a column rests on, by their names. Raises KeyError when there is none."""
        rows = {each.name: each for each in comparison.rows}
        places = {each.name: at for at, each in enumerate(comparison.columns)}
        return self._view(comparison.columns[places[column]], rows[row], rows[row].cells[places[column]])

    def find(self, cell: str) -> tuple[Comparison, str, str] | None:
        """The comparison, row and column of a cell by its identifier; None when it is in no open comparison."""
        for comparison in self.comparisons():
            for row in comparison.rows:
                for at, each in enumerate(row.cells):
                    if each.id == cell:
                        return comparison, row.name, comparison.columns[at].name
        return None

    def documents(self) -> Mapping[str, str]:
        """The titles of all sources."""
        return {name: source.title for name, source in self._books.catalog.sources().items()}

    def passages(self, table: Table) -> tuple[str, ...]:
        """The passages (``article#heading``) that the shown cells rest on and cards as well, each once."""
        told = dict.fromkeys(_passages(table))
        asked = {
            f"{card.proof.article}#{card.proof.heading}" for card in self._books.catalog.cards().values()
        }
        return tuple(passage for passage in told if passage in asked)

    def cards(self, table: Table) -> tuple[ItemId, ...]:
        """The cards that rest on the same passages as the shown cells."""
        wanted = set(self.passages(table))
        cards = self._books.catalog.cards().values()
        return tuple(card.id for card in cards if f"{card.proof.article}#{card.proof.heading}" in wanted)

    def confusions(self) -> tuple[Confusions, ...]:
        """What is taken for what: the roles, then every other table that was asked about."""
        return confusions(self.comparisons(), self._ledger)

    def confusions_in(self, comparison: Comparison) -> Confusions:
        """What is taken for what among the columns of one table."""
        return confusions_in(comparison, drill_rows.taken(self._ledger))

    def pair_of(self, comparison: Comparison, mix_up: MixUp) -> tuple[Column, Column]:
        """The two columns of a table that are mixed up, in the table's order. Raises ValueError for another's."""
        first, second = (
            column for column in comparison.columns if thing_name(comparison.id, column.name) in mix_up.pair
        )
        return first, second

    def knowledge(self, comparison: Comparison) -> Mapping[ItemId, CellKnowledge]:
        """What is known of every cell of a table that was ever asked about."""
        ledger, now = self._ledger, self._ledger.now()
        own = {cell.id for row in comparison.rows for cell in row.cells}
        answers = {cell: found for cell, found in drill_rows.cell_answers(ledger).items() if cell in own}
        if not answers:
            return {}
        asked = ((each.item, each.cells) for each in self._book.chapter(comparison).exercises)
        drilled = drill_rows.drilled(ledger)
        missed = drill_rows.missed_lately(ledger)
        return knowledge(asked, drilled, answers, missed, lambda m: ledger.scheduler.retrievability(m, now))

    def mixed_with(self, comparison: Comparison, cell: ItemId) -> Column | None:
        """The column that the statement of a cell was taken for last, or that was taken for it."""
        own = next(at for row in comparison.rows for at, each in enumerate(row.cells) if each.id == cell)
        names = {thing_name(comparison.id, column.name): column for column in comparison.columns}
        name = thing_name(comparison.id, comparison.columns[own].name)
        for taken in drill_rows.taken_in(self._ledger, cell):
            other = taken.chosen if taken.right == name else taken.right
            if other in names and other != name:
                return names[other]
        return None

    def written(self, table: Table, wording: Wording, form: Format) -> str:
        """The table as a text to export or copy."""
        return write_table(table, self._books.catalog.sources(), wording, form)

    def note(self, cell: ItemId, revision: int, text: str) -> Change:
        """Keep the learner's own words with a cell; empty text takes them away."""
        text = text.strip()
        if text == card_rows.marks(self._ledger, cell).note:
            return Change.NOTHING
        self._ledger.record(NOTE, cell, revision, {"text": text})
        return Change.NOTES

    def _view(self, column: Column, row: Row, cell: Cell) -> CellView:
        source = source_line(cell.source, self._books.catalog.sources())
        article, heading = self._passage(cell)
        note = card_rows.marks(self._ledger, cell.id).note
        document = document_of(cell, self._books.catalog.sources())
        sources = self._books.catalog.sources()
        disputes = tuple(source_line(each.source, sources) for each in cell.disagreements)
        return CellView(column, row, cell, article, heading, source, note, document, disputes)

    def _passage(self, cell: Cell) -> tuple[str, str]:
        if cell.proof is None:
            return "", ""
        articles = self._books.catalog.articles()
        if cell.proof.article not in articles:
            return "", ""
        headings: tuple[Heading, ...] = self._books.catalog.rendered(cell.proof.article).headings
        heading = next((each.title for each in headings if each.id == cell.proof.heading), "")
        return articles[cell.proof.article].title, heading


def _passages(table: Table) -> Iterator[str]:
    for line in table.lines:
        for cell in line.cells:
            if cell.proof is not None:
                yield f"{cell.proof.article}#{cell.proof.heading}"
