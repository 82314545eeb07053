"""Makes cards of the learner's own from passages."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.desks import Desks
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.theme import Theme

_NONE_CHOSEN = "Select the words that the card is about first; F7 lets the arrow keys do it."


class PassageCards(QObject):
    """Adds the commands to its host; what is selected or marked fills the card in."""

    changed = Signal(object)
    """The ``Change``, once a card is kept."""

    def __init__(self, host: QWidget, theme: Theme, desks: Desks, lectern: Lectern) -> None:
        super().__init__(host)
        self._host, self._theme, self._desks, self._lectern = host, theme, desks, lectern
        self.make = command(host, "Make a card of this passage", "Alt+C")
        self.make.triggered.connect(self._make)
        self.bare = command(host, "Passages without a card", "Ctrl+Shift+B")

    @Slot()
    def _make(self) -> None:
        view, reading = self._lectern.view, self._lectern.reading
        span, words = view.selection(), " ".join(view.selected_text().split())
        if reading is None or span is None or not words:
            self._lectern.say(_NONE_CHOSEN)
            return
        from studyapp.ui.cards.own_card_dialog import OwnCardDialog

        number = view.text.heading_at(span[0])
        heading = reading.rendered.headings[number].id if number >= 0 else ""
        draft = self._desks.own_cards.draft(reading.article.id, heading, words)
        dialog = OwnCardDialog(self._theme, self._desks, draft, self._host)
        dialog.changed.connect(self.changed)
        dialog.present()
