"""Cards: the question, then the answer, then four ratings with their next interval."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QFocusEvent

from studyapp.catalog.card import CardKind
from studyapp.catalog.proof import Proof
from studyapp.learning.marking import mark
from studyapp.learning.rating import Rating
from studyapp.learning.typed_answer import TypedAnswer, compare
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.long_work import Work
from studyapp.study.own_cards import entry_name
from studyapp.study.review_values import ReviewView
from studyapp.study.scope import Scope, ScopeKind
from studyapp.ui.address import Route, article_address, page_address
from studyapp.ui.cards.answer_keys import AnswerKeys
from studyapp.ui.cards.asking import same_asking
from studyapp.ui.cards.chooser import scope_title, sitting_title
from studyapp.ui.cards.own_card_dialog import told
from studyapp.ui.cards.side import front_of, sides_of
from studyapp.ui.cards.stage import Stage
from studyapp.ui.cards.stint import REFUSED, Stint
from studyapp.ui.cards.windows import CardWindows
from studyapp.ui.cards.wording import RATINGS
from studyapp.ui.cheap import action
from studyapp.ui.copy_address import CopyAddress
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import tell
from studyapp.ui.widgets.layouts import Column

_LONGEST_LOOK = timedelta(minutes=2)
"""Whoever looks longer at one card has left the desk; more is not counted as study."""


_PEACE_MS = 30


class CardsPage(Page):
    """Drills the cards of the running sitting, one at a time; everything has a key."""

    title = "Cards"
    cares_for: ClassVar[Change] = (
        Change.REVIEWS | Change.NOTES | Change.SETTINGS | Change.CONTENT | Change.DAY
    )

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._scope = Scope("due")
        self._view: ReviewView | None = None
        self._turned = False
        self._begun = False
        self._two = False
        self._typed: TypedAnswer | None = None
        self.setAccessibleName(self.title)
        self._windows = CardWindows(theme, desks, self)
        self._add_actions()
        self.stage = Stage(
            theme,
            [
                self._undo,
                self._redo,
                self._suspend,
                self._bury,
                self._write,
                self._flag,
                self._info,
                self._browse,
            ],
        )
        Column(theme, self).addWidget(self.stage)
        self._connect()

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Begin the day's sitting on the first visit; later look again at the card in sight.

        The desk notices by itself what other content or another day asks for, and keeps the card in sight.
        """
        if not self._begun or change & Change.SETTINGS:
            self._begin(self._scope)
        elif change != Change.DAY or self._view is None:
            self._show_view()

    def open(self, route: Route) -> None:
        """Drill the scope that was asked for; a sitting with the same scope goes on."""
        kind, _, value = route.options.get("scope", "due").partition(":")
        ahead, cram = (route.options.get(name) == "yes" for name in ("ahead", "cram"))
        scope = Scope(kind, value, ahead, cram)
        if scope != self._scope or self._view is None:
            self._begin(scope)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A card that waits for words gets the cursor, wherever the focus came from."""
        super().focusInEvent(event)
        if self._view is not None and not self._turned and self.stage.card.typing():
            self.stage.card.take_focus()

    def state(self) -> dict[str, Any]:
        """The scope; what is due in it is worked out anew."""
        return {"scope": self._scope.kind, "value": self._scope.value}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up the scope of the last time."""
        kind, value = state.get("scope"), state.get("value")
        if isinstance(kind, str) and isinstance(value, str) and (kind, value) != ("due", ""):
            self._begin(Scope(kind, value))

    # -- parts

    def _add_actions(self) -> None:
        self._answering = AnswerKeys(self, self._go_on, self._press_number)
        self._undo = action(self, "Undo", self._take_back, "Ctrl+Z")
        self._redo = action(self, "Redo", self._do_again, "Ctrl+Shift+Z", "Ctrl+Y")
        self._suspend = action(self, "Suspend", self._set_aside, "S")
        self._bury = action(self, "Bury", self._put_off, "B")
        self._write = action(self, "Edit note", self._write_note, "N")
        self._flag = action(self, "Flag", self._turn_flag, "F")
        self._passage = action(self, "Read the passage", self._go_to_passage, "E")
        self._info = action(self, "Card info", self._inform, "I")
        action(self, "Choose what to drill", self._windows.choose, "C")
        self._browse = action(self, "All cards", self._windows.browse, "L")
        action(self, "Add a card of your own", self._windows.add, "A")
        self._edit = action(self, "Edit this card", self._edit_own, "Ctrl+E")
        self._address = CopyAddress(self, "Copy the address of this card", self._in_sight).action
        action(self, "Scroll down", self._scroll_down, "PgDown")
        action(self, "Scroll up", self._scroll_up, "PgUp")

    def _in_sight(self) -> str:
        return self._view.card.id if self._view is not None else ""

    def _connect(self) -> None:
        self.stage.card.typed.connect(self._take_typed)
        self.stage.card.field_left.connect(self._leave_field)
        self.stage.card.options.answered.connect(self.turn)
        self.stage.card.note_wanted.connect(self._write_note)
        self.stage.card.passage_wanted.connect(self._go_to_passage)
        self.stage.card.options.proof_wanted.connect(self._read)
        self.stage.show_button.clicked.connect(self._show_answer)
        self.stage.ratings.rated.connect(self.rate)
        self.stage.note.kept.connect(self._keep_note)
        self.stage.note.left.connect(self._show_view)
        self.stage.pause.ahead_wanted.connect(self._go_ahead)
        self.stage.pause.choice_wanted.connect(self._windows.choose)
        self.stage.scope.change_wanted.connect(self._windows.choose)
        self._windows.chosen.connect(self._begin)
        self._windows.changed.connect(self._tell)
        self.stage.pause.today_wanted.connect(self._go_to_today)

    # -- showing

    @Slot(object)
    def _begin(self, scope: Scope) -> None:
        self._begun, self._scope = True, scope
        self._desks.reviews.begin(scope)
        self.stage.scope.name(sitting_title(scope, self._desks.library.catalog))
        self._show_view()

    @Slot()
    def _show_view(self) -> None:
        before, view = self._view, self._desks.reviews.view()
        two = self._scope.cram or self._desks.settings.settings.two_buttons
        if self._two != two:
            self._two = two
            self.stage.ratings.show_two(two)
        self._view = view
        same = same_asking(before, view)
        self._turned = self._turned and same
        self._allow()
        self.stage.scope.tell(view.held if view is not None else 0)
        if view is None:
            self._show_pause()
        elif self._turned:
            self.stage.show_answer(view, self._typed, self._suggested())
            self.stage.show_marks(flagged=view.flagged, note=view.note)
            self.setFocus()
        elif same:
            self.stage.show_marks(flagged=view.flagged, note=view.note)
            if not self.stage.show_button.hasFocus():
                self.setFocus()
        else:
            self._show_question(view)

    def _show_question(self, view: ReviewView) -> None:
        self._typed = None
        self.stage.show_question(view, sides_of(view, self._desks.library.catalog))
        self.setFocus()
        if view.card.kind is CardKind.TYPE_IN:
            self.stage.card.take_focus()

    def _show_pause(self) -> None:
        summary = self._desks.reviews.summary()
        catalog = self._desks.library.catalog
        self._turned = False
        more = self._scope.kind != ScopeKind.NEW  # there are no other new cards to go ahead to
        if summary.answered:
            self.stage.pause.show_end(summary, ahead=more)
        else:
            title = scope_title(self._scope, catalog)
            self.stage.pause.show_empty(title, cards=len(catalog.cards()), ahead=more)
        self.stage.show_pause(summary.answered)

    def _allow(self) -> None:
        view = self._view
        steps = self._desks.reviews.steps()
        self._undo.setEnabled(steps.can_undo)
        self._redo.setVisible(steps.can_redo)
        self._redo.setEnabled(steps.can_redo)
        for possible in (self._suspend, self._bury, self._write, self._flag, self._info, self._passage):
            possible.setVisible(view is not None)
            possible.setEnabled(view is not None)
        self._passage.setEnabled(view is not None and self._turned and view.card.proof.given)
        self._edit.setEnabled(view is not None and bool(entry_name(view.card.id)))
        self._address.setEnabled(view is not None)
        self._answering.tell(view, turned=self._turned, two=self._two)
        self._flag.setText("Remove flag" if view is not None and view.flagged else "Flag")

    def _suggested(self) -> Rating | None:
        chosen = self.stage.card.options.chosen()
        if self._view is not None and self._view.question is not None and chosen:
            return Rating.GOOD if mark(self._view.question.key, chosen).right else Rating.AGAIN
        if self._typed is None:
            return None
        return Rating.GOOD if self._typed.right else Rating.AGAIN

    # -- what the learner does

    @Slot()
    def _go_on(self) -> None:
        """Space and Enter: turn the card; once it is turned, take the likeliest rating."""
        if self.press_focused() or self._view is None:
            return
        if self._turned:
            self.rate(self._suggested() or Rating.GOOD)
        else:
            self._show_answer()

    @Slot()
    def _show_answer(self) -> None:
        if self._view is None or self._turned:
            return
        if self.stage.card.typing():
            self._take_typed(self.stage.card.typed_text())
        else:
            self.turn()

    @Slot(str)
    def _take_typed(self, text: str) -> None:
        if self._view is not None:
            card = self._view.card
            self._typed = compare(text, card.back, card.accept)
            self.turn()

    @Slot()
    def turn(self) -> None:
        """Show the answer of the card in sight."""
        view = self._view
        if view is not None and not self._turned:
            self._turned = True
            self.stage.show_answer(view, self._typed, self._suggested())
            self.stage.show_marks(flagged=view.flagged, note=view.note)
            if view.leech:
                self._help(view)
            self._allow()
            self.setFocus()
            QTimer.singleShot(_PEACE_MS, self, self._prepare)

    def _help(self, view: ReviewView) -> None:
        """A card that is forgotten again and again is shown beside the one it is taken for."""
        other, catalog = self._desks.stories.taken_for(view.card), self._desks.library.catalog
        sides = (catalog.inline(other.front), catalog.inline(other.back)) if other else None
        self.stage.card.offer_help(view.memory.lapses if view.memory else 0, sides)

    @Slot()
    def _prepare(self) -> None:
        """While the learner thinks about the rating, get ready what the next card needs."""
        if self._turned and self.isVisible():
            coming = self._desks.reviews.prepare()
            if coming is not None:
                catalog = self._desks.library.catalog
                self.stage.card.front.prepare(catalog.inline(front_of(coming)))
                catalog.inline(coming.back)  # the catalog keeps it until it is asked for

    @Slot()
    def _press_number(self) -> None:
        """A number chooses an option of a question; once the card is turned it rates."""
        pressed = self.sender()
        if not isinstance(pressed, QAction):
            return
        number = int(pressed.data())
        if not self._turned:
            self.stage.card.options.press(number - 1)
        elif self._two:
            if number <= len(RATINGS):
                self.rate(Rating.AGAIN if number == 1 else Rating.GOOD)
        elif number <= len(RATINGS):
            self.rate(Rating(number))

    @Slot(object)
    def rate(self, rating: Rating) -> None:
        """Rate the card in sight, once it is turned."""
        if self._view is not None and self._turned:
            took = min(timedelta(milliseconds=self.stage.looked.milliseconds), _LONGEST_LOOK)
            change = self._desks.reviews.rate(rating, took, self.stage.card.options.chosen())
            self._turned = False  # only now: what the disk refused can be rated again
            self._tell(change)

    @Slot()
    def _take_back(self) -> None:
        self._turn_back("Taking it back", self._desks.reviews.undoing())

    @Slot()
    def _do_again(self) -> None:
        self._turn_back("Doing it again", self._desks.reviews.redoing())

    def _turn_back(self, title: str, work: Work) -> None:
        stint = Stint(self._theme, self, title, work)
        stint.finished.connect(self._tell)
        stint.failed.connect(self._refuse)
        stint.start()

    @Slot(object)
    def _refuse(self, fault: Exception) -> None:
        tell(self._theme, self, REFUSED, told(fault))

    @Slot()
    def _set_aside(self) -> None:
        self._tell(self._desks.reviews.suspend())

    @Slot()
    def _put_off(self) -> None:
        self._tell(self._desks.reviews.bury())

    @Slot()
    def _turn_flag(self) -> None:
        self._tell(self._desks.reviews.flag())

    @Slot()
    def _write_note(self) -> None:
        if self._view is not None:
            self.stage.show_note(self._view.note)

    @Slot(str)
    def _keep_note(self, text: str) -> None:
        self._tell(self._desks.reviews.note(text))

    @Slot()
    def _go_to_passage(self) -> None:
        if self._view is not None and self._turned and self._view.card.proof.given:
            self._read(self.stage.card.options.proof or self._view.card.proof)

    @Slot(object)
    def _read(self, proof: Proof) -> None:
        self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot()
    def _go_ahead(self) -> None:
        self._begin(replace(self._scope, ahead=True))

    @Slot()
    def _edit_own(self) -> None:
        if self._view is not None:
            self._windows.edit(self._view.card.id)

    @Slot()
    def _inform(self) -> None:
        if self._view is not None:
            self._windows.inform(self._view.card, self._scope, self.stage.card.plain_question())

    @Slot()
    def _go_to_today(self) -> None:
        self.navigated.emit(page_address("today"))

    @Slot()
    def _leave_field(self) -> None:
        """From the button the letters do what they do with any other card."""
        self.stage.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _scroll_down(self) -> None:
        self.stage.card.scroll_by(0.9)

    @Slot()
    def _scroll_up(self) -> None:
        self.stage.card.scroll_by(-0.9)

    @Slot(object)
    def _tell(self, change: Change) -> None:
        self._show_view()
        self.changed.emit(change)
