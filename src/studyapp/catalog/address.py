"""A place in an article, and what rests on an article."""

from dataclasses import dataclass

from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Address:
    """An item and, in an article, the id of a heading; ``heading`` is empty for the whole of it."""

    item: ItemId
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Resting:
    """The items whose proof lies in one article."""

    cards: tuple[ItemId, ...]
    questions: tuple[ItemId, ...]
    cells: tuple[ItemId, ...]
    terms: tuple[ItemId, ...]
