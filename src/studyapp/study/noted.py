"""What a note of the learner's was written on: a card, or a cell of a comparison."""

from dataclasses import dataclass

from studyapp.catalog.catalog import Catalog
from studyapp.ids import ItemId, kind_of


@dataclass(frozen=True, slots=True)
class Noted:
    """A card or a cell in words. ``table`` and ``place`` name the cell and are empty for a card.

    ``words`` is the card's front or what the cell says, empty for a silent one; ``rests`` the article that proves it.
    """

    words: str
    rests: str
    table: str = ""
    place: str = ""


class NotedThings:
    """Finds them by their identifiers in the catalog as it is open now; the tables are read when one is asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._cells: dict[ItemId, Noted] | None = None

    def find(self, item: ItemId) -> Noted | None:
        """A card or a cell; None when it is there no longer."""
        if kind_of(item) == "cell":
            if self._cells is None:
                self._cells = dict(_cells(self._catalog))
            return self._cells.get(item)
        card = self._catalog.cards().get(item)
        return Noted(card.front, card.proof.article) if card is not None else None


def _cells(catalog: Catalog) -> list[tuple[ItemId, Noted]]:
    return [
        (
            cell.id,
            Noted(
                cell.text,
                cell.proof.article if cell.proof else "",
                table.title,
                f"{row.title} › {column.title}",
            ),
        )
        for table in catalog.comparisons().values()
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
