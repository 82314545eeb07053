"""The small windows of the Cards page: what to drill, cards of one's own, what is known of a card."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.card import Card
from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.study.scope import Scope
from studyapp.ui.cards.chooser import Chooser
from studyapp.ui.cards.own_card_dialog import OwnCardDialog, read_or_tell
from studyapp.ui.theme import Theme


class CardWindows(QObject):
    """Opens them over a page and passes on what came of them."""

    chosen = Signal(object)
    """Carries the ``Scope`` to drill."""
    changed = Signal(object)
    """Carries the ``Change``."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._desks, self._over = theme, desks, parent

    @Slot()
    def choose(self) -> None:
        """What to drill."""
        chooser = Chooser(self._theme, self._desks.library.catalog, self._over)
        chooser.chosen.connect(self.chosen)
        chooser.present()

    @Slot()
    def add(self) -> None:
        """A new card of the learner's own."""
        self._write(OwnCard())

    @Slot()
    def browse(self) -> None:
        """All cards in one table."""
        from studyapp.ui.cards.box import BoxDialog

        box = BoxDialog(self._theme, self._desks, self._over)
        box.changed.connect(self.changed)
        box.present()

    def edit(self, item: ItemId) -> None:
        """Another wording of one of them."""
        card = read_or_tell(self._theme, self._desks, self._over, item)
        if card is not None:
            self._write(card)

    def inform(self, card: Card, scope: Scope, question: str) -> None:
        """Why a card that is asked in a scope is asked now, and what is known of it."""
        from studyapp.ui.cards.card_info import CardInfo

        CardInfo(self._theme, self._desks.stories.tell(card, scope), question, self._over).present()

    def _write(self, card: OwnCard) -> None:
        dialog = OwnCardDialog(self._theme, self._desks, card, self._over)
        dialog.changed.connect(self.changed)
        dialog.present()
