"""In which order new cards come: that of the content, or from the weakest focus area to the strongest."""

from collections.abc import Mapping, Sequence

from studyapp.catalog.card import Card
from studyapp.catalog.catalog import Catalog
from studyapp.ids import ItemId
from studyapp.learning.scheduler import Scheduler
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.recall import recall_by_area
from studyapp.study.settings_desk import SettingsDesk


class NewOrder:
    """Sorts the cards of the content once, and by area when the learner wants that."""

    def __init__(self, library: Books, ledger: Ledger, scheduler: Scheduler, settings: SettingsDesk) -> None:
        self._library, self._ledger = library, ledger
        self._scheduler, self._settings = scheduler, settings
        self._kept: tuple[Mapping[ItemId, Card], Sequence[ItemId]] | None = None

    def of(self, cards: Mapping[ItemId, Card]) -> Sequence[ItemId]:
        """These cards in the order in which new ones come."""
        if self._kept is None or self._kept[0] is not cards:
            self._kept = cards, content_order(cards, self._library.catalog)
        order = self._kept[1]
        return self._weakest_first(cards, order) if self._settings.settings.weakest_first else order

    def _weakest_first(self, cards: Mapping[ItemId, Card], order: Sequence[ItemId]) -> Sequence[ItemId]:
        """By the share of an area's cards that would be recalled, those never seen counting as forgotten."""
        areas = {item: card.area for item, card in cards.items()}
        found = recall_by_area(self._ledger, self._scheduler, areas)
        return sorted(order, key=lambda item: found[areas[item]].share or 0.0)


def content_order(cards: Mapping[ItemId, Card], catalog: Catalog) -> list[ItemId]:
    """By topic as the packs order them, then by the article that proves a card, then as the files have them."""
    topics: dict[str, int] = {}
    for topic in catalog.topics():
        topics.setdefault(topic.name, len(topics))
    articles = {item: number for number, item in enumerate(catalog.articles())}
    last = max(len(topics), len(articles))

    def place(item: ItemId) -> tuple[int, int]:
        card = cards[item]
        return topics.get(card.topic, last), articles.get(card.proof.article, last)

    return sorted(cards, key=place)
