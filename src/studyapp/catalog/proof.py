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

    @property
    def given(self) -> bool:
        """Whether there is one. Only a learner's own card may do without."""
        return bool(self.article)


UNPROVEN = Proof(ItemId(""), "", "")
"""What a card of the learner's own has that rests on no passage."""
