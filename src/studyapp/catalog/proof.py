"""The sentence of an article that proves an item."""

from dataclasses import dataclass

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote that stands exactly once in one passage.

    ``heading`` is the id of the heading that opens the passage; empty means the whole article.
    """

    article: ItemId
    heading: str
    quote: str
