"""Fills what stands beside the open article, after it was painted."""

from collections.abc import Mapping

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.reading_room import OpenArticle
from studyapp.study.review_values import CardState
from studyapp.ui.read.card_tiles import Tile
from studyapp.ui.read.side_panel import SidePanel
from studyapp.ui.read.wording import card_state, meta_line, plain

States = Mapping[ItemId, CardState]


class Beside:
    """Outline and cards of one article, in a side panel."""

    def __init__(self, side: SidePanel, desks: Desks) -> None:
        self._side, self._desks = side, desks
        self._waiting: tuple[OpenArticle, States] | None = None
        self._shown: OpenArticle | None = None

    @property
    def waits(self) -> bool:
        """Whether the panel still shows another article than the one that is open."""
        return self._waiting is not None

    def prepare(self, reading: OpenArticle) -> str:
        """Look up how well the article's cards are remembered; gives the line above its title."""
        states = self._desks.reviews.states([card.id for card in reading.cards])
        self._waiting = reading, states
        return meta_line(
            reading.topic, reading.article.minutes, list(states.values()), self._desks.ledger.now()
        )

    def settle(self, heading: int) -> bool:
        """Show what was prepared, the reader being under a heading; whether there was anything."""
        if self._waiting is None:
            return False
        (reading, states), self._waiting = self._waiting, None
        before, self._shown = self._shown, reading
        tiles = self._tiles(reading, states)
        same = before is not None and before.article == reading.article
        if same and before is not None and before.rendered == reading.rendered:
            self._side.show_cards(tiles)
        else:
            self._side.show_article(reading.rendered.headings, tiles)
        self._side.contents.go_to(heading)
        return True

    def _tiles(self, reading: OpenArticle, states: States) -> list[Tile]:
        now = self._desks.ledger.now()
        return [
            Tile(
                card.id,
                plain(card.front),
                *card_state(states[card.id], now),
                card.proof.heading,
                card.proof.quote,
            )
            for card in reading.cards
        ]
