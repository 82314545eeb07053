"""Beside the article: its outline, and the cards that rest on it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.article import Heading
from studyapp.ui.read.card_tiles import CardTiles, Tile
from studyapp.ui.read.contents_list import ContentsList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column

WIDTH = 236.0
_OUTLINE = 0.45
"""The outline takes at most this share of the height when there are cards as well."""


class SidePanel(QWidget):
    """Shows the outline and the cards of one article."""

    heading_chosen = Signal(int)
    """The index of the heading to go to."""
    card_chosen = Signal(object)
    """The ``Tile`` whose passage is to be shown."""
    drilled = Signal()
    """The cards of this page are to be asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = Column(theme, self, margins=(17, 18, 16, 16), gap=8)
        self._contents_title = plain_label(theme, "ON THIS PAGE", 12.5, "muted", bold=True)
        self.contents = ContentsList(theme)
        self._cards_title = plain_label(theme, "CARDS FROM THIS PAGE", 12.5, "muted", bold=True)
        self.cards = CardTiles(theme)
        self.drill = QuietButton(theme, "Drill this page")
        self.cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self._contents_title)
        column.addWidget(self.contents)
        column.addSpacing(theme.px(8))
        column.addWidget(self._cards_title)
        column.addWidget(self.cards)
        column.addWidget(self.drill)
        column.addStretch(0)
        self.contents.chosen_row.connect(self.heading_chosen)
        self.cards.chosen_row.connect(self._choose_card)
        self.drill.clicked.connect(self.drilled)
        theme.zoomed.connect(self.updateGeometry)
        self.show_article((), ())

    def show_article(self, headings: Sequence[Heading], tiles: Sequence[Tile]) -> None:
        """Show another article's outline and cards."""
        self.contents.show_headings(headings)
        self._contents_title.setVisible(bool(headings))
        self.contents.setVisible(bool(headings))
        self.show_cards(tiles)

    def show_cards(self, tiles: Sequence[Tile]) -> None:
        """Show the cards, or that they are remembered otherwise now."""
        self.cards.tiles.show_tiles(tiles)
        self.drill.set_text(f"Drill this page ({len(tiles)})")
        for widget in (self._cards_title, self.cards, self.drill):
            widget.setVisible(bool(tiles))
        self._share_out()

    def _share_out(self) -> None:
        most = round(self.height() * (_OUTLINE if self.cards.tiles.tiles else 1.0))
        self.contents.setFixedHeight(max(1, min(self.contents.content_height(), most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The outline takes what it needs, up to its share."""
        super().resizeEvent(event)
        self._share_out()

    def sizeHint(self) -> QSize:
        """A fixed width."""
        return QSize(self._theme.px(WIDTH), self._theme.px(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line on the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("background"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))

    @Slot(int)
    def _choose_card(self, row: int) -> None:
        self.card_chosen.emit(self.cards.tiles.tiles[row])
