"""Names that items keep for ever: ``pack/kind/name``, independent of wording and place."""

from typing import NewType

PERSONAL = "my-cards"
"""The pack of the learner’s own cards."""

ItemId = NewType("ItemId", str)
"""``pack/kind/name``, for example ``product-owner/card/sprint-cancel-who``."""


def item_id(pack: str, kind: str, name: str) -> ItemId:
    """Join the three parts of an identifier."""
    return ItemId(f"{pack}/{kind}/{name}")


def pack_of(item: ItemId) -> str:
    """The pack that an item belongs to."""
    return item.split("/", 1)[0]


def kind_of(item: ItemId) -> str:
    """The item's kind: article, card, question, comparison, cell, term, exam."""
    return item.split("/", 2)[1]


def name_of(item: ItemId) -> str:
    """The item's own name inside its pack and kind."""
    return item.split("/", 2)[2]
