"""Writes a card of the learner's own, or words one anew."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.card import CardKind
from studyapp.ids import ItemId
from studyapp.store.disk_words import reason
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard, OwnCardsFileError
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.boxes import ChoiceBox
from studyapp.ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog, ask, tell
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import PlainLabel, plain_label
from studyapp.ui.widgets.text_area import TextArea

_KINDS = {
    CardKind.BASIC: "Question and answer",
    CardKind.REVERSED: "Asked both ways",
    CardKind.CLOZE: "A gap to fill",
    CardKind.TYPE_IN: "Answer to type",
}
_FRONTS = {
    CardKind.BASIC: "Question",
    CardKind.REVERSED: "One side",
    CardKind.CLOZE: "Text; put each gap into {{c1::…}}, {{c2::…}}",
    CardKind.TYPE_IN: "Question",
}
_BACKS = {
    CardKind.BASIC: "Answer",
    CardKind.REVERSED: "The other side",
    CardKind.CLOZE: "",
    CardKind.TYPE_IN: "The answer to type",
}
_MISSING = {
    "front": "Write what is asked first.",
    "back": "Write the answer as well.",
    "gap": "Mark at least one gap: select words and press Ctrl+G, or write {{c1::words}}.",
}


class OwnCardDialog(Dialog):
    """Shows a card's sides, reason, topic and tags. Nothing is kept before Keep is pressed.

    Given a card without a name it adds one; ``OwnCards.draft`` makes such a card from a passage.
    """

    changed = Signal(object)
    """Carries the ``Change``, once the card is kept or removed."""

    def __init__(self, theme: Theme, desks: Desks, card: OwnCard, parent: QWidget | None = None) -> None:
        title = "A card of your own" if not card.name else "Edit your card"
        super().__init__(theme, title, parent, width=600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desks, self._card = desks, card
        self._kind = ChoiceBox(theme)
        for kind, words in _KINDS.items():
            self._kind.addItem(words, kind.value)
        self._kind.setCurrentIndex(self._kind.findData(card.kind.value))
        self._front, self._front_name = self._paper(card.front, 62)
        self._back, self._back_name = self._paper(card.back, 62)
        self._why, why_name = self._paper(card.why, 44)
        why_name.setText("Why it is so (may stay empty)")
        self._why.setAccessibleName("Why")
        self._topic = _topics(theme, desks, card)
        self._tags = Field(theme, "Tags", "Tags, with commas between")
        self._tags.setText(", ".join(card.tags))
        self._fault = plain_label(theme, "", 13, "bad")
        self._fault.hide()
        self._lay_out(why_name)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        if card.name:
            self.offer(DangerButton(theme, "Delete card")).clicked.connect(self._ask_remove)
        self.offer(PrimaryButton(theme, "Keep card", key="Ctrl Enter")).clicked.connect(self._keep)
        self._kind.currentIndexChanged.connect(self._name_sides)
        self._name_sides()
        self._fit()
        theme.zoomed.connect(self._fit)
        self._front.selectAll()
        self._front.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps the card from any field; Ctrl+G makes a gap of the selected words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep()
                return True
            if held and event.key() == Qt.Key.Key_G and watched is self._front:
                self._make_gap()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, why_name: QWidget) -> None:
        theme, body = self._theme, self.body
        self._kind.setAccessibleName("Kind of card")
        self._topic.setAccessibleName("Topic")
        body.addWidget(self._kind)
        for widget in (self._front_name, self._front, self._back_name, self._back, why_name, self._why):
            body.addWidget(widget)
        topic_name = plain_label(theme, "Topic", 12.5, "muted")
        topic_name.setBuddy(self._topic)
        body.addWidget(topic_name)
        body.addWidget(self._topic)
        body.addWidget(self._tags)
        if self._card.proof.given:
            words = f"Rests on: “{_short(self._card.proof.quote)}”"
            body.addWidget(plain_label(theme, words, 12.5, "muted"))
        body.addWidget(self._fault)

    def _paper(self, text: str, height: float) -> "tuple[_Paper, PlainLabel]":
        paper = _Paper(self._theme, height)
        paper.setPlainText(text)
        paper.installEventFilter(self)
        name = plain_label(self._theme, "", 12.5, "muted")
        name.setBuddy(paper)
        return paper, name

    def _kind_now(self) -> CardKind:
        return CardKind(self._kind.currentData())

    def _chosen(self) -> OwnCard:
        return replace(
            self._card,
            kind=self._kind_now(),
            front=self._front.toPlainText(),
            back=self._back.toPlainText(),
            why=self._why.toPlainText(),
            topic=self._topic.currentData(),
            tags=tuple(self._tags.text().split(",")),
        )

    @Slot()
    def _name_sides(self) -> None:
        kind = self._kind_now()
        for label, paper, text in (
            (self._front_name, self._front, _FRONTS[kind]),
            (self._back_name, self._back, _BACKS[kind]),
        ):
            label.setText(text)
            paper.setAccessibleName(text)
            label.setVisible(bool(text))
            paper.setVisible(bool(text))

    @Slot()
    def _make_gap(self) -> None:
        cursor = self._front.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n")
        number = 1
        while f"{{{{c{number}::" in self._front.toPlainText():
            number += 1
        if words and self._kind_now() is CardKind.CLOZE:
            cursor.insertText(f"{{{{c{number}::{words}}}}}")

    @Slot()
    def _keep(self) -> None:
        own, card = self._desks.own_cards, self._chosen()
        try:
            change = own.change(card) if card.name else own.add(card)
        except (ValueError, KeyError, OwnCardsFileError, OSError) as fault:
            self._tell(fault)
            return
        self.accept()
        self.changed.emit(change)

    @Slot()
    def _ask_remove(self) -> None:
        text = "It leaves the file of your own cards. Ctrl+Z brings it back with all that you learnt of it."
        ask(self._theme, self, "Delete this card?", text, "Delete").accepted.connect(self._remove)

    @Slot()
    def _remove(self) -> None:
        try:
            change = self._desks.own_cards.remove([self._card.id])
        except (OwnCardsFileError, OSError) as fault:
            self._tell(fault)
            return
        self.accept()
        self.changed.emit(change)

    def _tell(self, fault: Exception) -> None:
        self._fault.setText(told(fault))
        self._fault.show()

    @Slot()
    def _fit(self) -> None:
        for paper in (self._front, self._back, self._why):
            paper.setFont(self._theme.font(15))
            paper.setFixedHeight(self._theme.px(paper.height_px) + paper.fontMetrics().height())
        for box in (self._kind, self._topic):
            box.setFont(self._theme.font(14))


class _Paper(TextArea):
    def __init__(self, theme: Theme, height_px: float) -> None:
        super().__init__(theme)
        self.height_px = height_px
        self.document().setDocumentMargin(theme.px(8))


def read_or_tell(theme: Theme, desks: Desks, parent: QWidget, item: ItemId) -> OwnCard | None:
    """The entry of a card; None, with a word to the learner, when the file cannot be read or no longer holds it."""
    try:
        card = desks.own_cards.card(item)
    except (OwnCardsFileError, OSError) as fault:
        tell(theme, parent, "Your own cards cannot be read", told(fault))
        return None
    if card is None:
        tell(theme, parent, "This card cannot be edited", told(KeyError(item)))
    return card


def told(fault: Exception) -> str:
    """Why a card of the learner's own could not be kept, and what to do, in plain words."""
    if isinstance(fault, OwnCardsFileError):
        problem = fault.problem
        return (
            f"The file of your own cards cannot be changed: {problem.path or 'it'}, line {problem.line}: "
            f"{problem.message}. {problem.hint[:1].upper()}{problem.hint[1:]}. Nothing was altered."
        )
    if isinstance(fault, KeyError):
        return "This card is no longer in the file of your own cards; nothing was altered."
    if isinstance(fault, OSError):
        return f"The change could not be kept: {reason(fault)}."
    return _MISSING.get(str(fault), str(fault))


def _topics(theme: Theme, desks: Desks, card: OwnCard) -> ChoiceBox:
    box = ChoiceBox(theme)
    box.addItem("No topic", "")
    for topic in desks.library.catalog.topics():
        if topic.name and box.findData(topic.name) < 0:
            box.addItem(topic.title, topic.name)
    if box.findData(card.topic) < 0:
        box.addItem(card.topic, card.topic)
    box.setCurrentIndex(box.findData(card.topic))
    return box


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + "…"
