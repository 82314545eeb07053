"""The Cards page's column: progress, the card, the ratings, and what else can be done."""

import re
from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from studyapp.learning.rating import Rating
from studyapp.learning.typed_answer import TypedAnswer
from studyapp.study.review_values import ReviewView
from studyapp.ui.cards.card_view import CardView
from studyapp.ui.cards.foot import Foot
from studyapp.ui.cards.note_editor import NoteEditor
from studyapp.ui.cards.pauses import Pause
from studyapp.ui.cards.ratings import Ratings
from studyapp.ui.cards.scope_line import ScopeLine
from studyapp.ui.cards.side import CardSides
from studyapp.ui.cards.wording import CRAMMED, progress
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import PrimaryButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column, Row, Sides
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.stopwatch import Stopwatch

_COUNT_PX = 12.5
_DIGIT = re.compile(r"\d")
_WIDTH, _CARD_HEIGHT = 720.0, 470.0
_LOW = 400.0
_BESIDE_COUNT = 100.0
"""What the count leaves free: the edges of a card, its scroll bar and a bit of the bar."""
_ROOMY: Sides = (24, 24, 24, 16)
_CRAMPED: Sides = (16, 10, 16, 10)
_SHOWING, _RATING = 0, 1


class Stage(QWidget):
    """Shows one of four things: a question, its answer, the note being written, or a pause. It decides nothing.

    It places its column itself instead of having a layout do it: so a new card is laid out within the column alone
    and not all the way up to the window, which takes longer than the card.
    """

    def __init__(self, theme: Theme, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._theme = theme
        self._inner = QWidget(self)
        self.body = Column(theme, self._inner)
        self.scope = ScopeLine(theme)
        self._top = QWidget()
        top = Row(theme, self._top, margins=(0, 0, 0, 14), gap=12)
        self._bar = Bar(theme)
        self._bar.setAccessibleName("Progress of the sitting")
        self._count = plain_label(theme, "", _COUNT_PX, "muted")
        top.addWidget(self._bar, 1)
        top.addWidget(self._count)
        self.card = CardView(theme)
        self.note = NoteEditor(theme)
        self.show_button = PrimaryButton(theme, "Show answer", key="Space")
        self.show_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ratings = Ratings(theme)
        self.pause = Pause(theme)
        self._rest = Scroll(self.pause)
        self._foot = Foot(theme, actions)
        self.body.addWidget(self.scope)
        self.body.addWidget(self._top)
        self.body.addWidget(self.card, 1000)
        self.body.add_space(18)
        self.body.addWidget(self.note, 200)
        self._slot = QWidget()
        self.looked = Stopwatch(self._slot)
        self._answering = QStackedLayout(self._slot)
        for choice in (_on_top(theme, self.show_button), self.ratings):
            self._answering.addWidget(choice)
        self.body.addWidget(self._slot)
        self.body.addWidget(self._rest, 1000)
        self.body.addWidget(self._foot)
        self.body.addStretch(1)
        self._cramped = False
        self.card.writing.connect(self._name_keys)
        theme.zoomed.connect(self._limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window progress and the smaller buttons go into the card, which scrolls."""
        super().resizeEvent(event)
        self._limit()

    def show_question(self, view: ReviewView, sides: CardSides) -> None:
        """A new card, first side up."""
        self._show_progress(view.position - 1, view.total, progress(view))
        self.card.show_question(sides)
        self.show_button.set_key("Enter" if self.card.typing() else "Space")
        self._answering.setCurrentIndex(_SHOWING)
        self._show_only(self.card, self._slot)
        self.looked.start()
        announce(self.card, self.card.plain_question())

    def show_answer(
        self, view: ReviewView, typed: TypedAnswer | None = None, suggested: Rating | None = None
    ) -> None:
        """The same card turned, with what each rating would do."""
        self.card.turn(typed, wrong=suggested is Rating.AGAIN)
        if view.cram:
            self.ratings.show_words(CRAMMED, suggested)
        else:
            self.ratings.show_intervals(view.intervals, suggested)
        self._answering.setCurrentIndex(_RATING)
        self._show_only(self.card, self._slot)
        announce(self.card, self.card.plain_answer())

    def show_marks(self, *, flagged: bool, note: str) -> None:
        """The same card as it lies, with another flag or note."""
        self.card.show_marks(flagged=flagged, note=note)
        self._show_only(self.card, self._slot)

    def show_note(self, text: str) -> None:
        """The note being written, below the card."""
        self._show_only(self.card, self.note)
        self.note.edit(text)

    def show_pause(self, done: int) -> None:
        """No card: what was done, or why there is nothing to do."""
        self._show_progress(done, done, "")
        self._show_only(self._rest)
        self._place()
        self.pause.take_focus()

    def hint_intervals(self, intervals: dict[Rating, timedelta]) -> None:
        """What each rating would do by now."""
        self.ratings.show_intervals(intervals)

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self._bar.set_share(done / total if total else 0.0)
        self._count.setText(text)
        self._give_room()
        self._top.setVisible(bool(total))

    @Slot(bool)
    def _name_keys(self, writing: bool) -> None:
        self._foot.show_keys(shown=not writing)
        self.show_button.set_key("Enter" if writing else "Space")

    def _give_room(self) -> None:
        """As much room as the line takes with the widest digits, so that counting on moves nothing beside it.

        Where the column is narrower than that, it takes several lines.
        """
        room = self._theme.text_size(_DIGIT.sub("8", self._count.text()), _COUNT_PX) + QSize(2, 0)
        most = self._wide() - self._theme.px(_BESIDE_COUNT)
        if room.width() > most > 0:
            room = QSize(most, self._count.heightForWidth(most))
        if room != self._count.size():
            self._count.setFixedSize(room)

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (self.card, self.note, self._slot, self._rest):
            if widget.isHidden() == (widget in shown):
                widget.setVisible(widget in shown)

    @Slot()
    def _limit(self) -> None:
        self.card.setMaximumHeight(self._theme.px(_CARD_HEIGHT))
        cramped = self.height() < self._theme.px(_LOW)
        if cramped != self._cramped:
            self._rearrange(cramped)
        self._give_room()
        self._place()

    def _rearrange(self, cramped: bool) -> None:
        self._cramped = cramped
        self.pause.set_cramped(cramped=cramped)
        self.scope.set_short(short=cramped)
        if cramped:
            self.card.adopt(self._top, self._foot)
        else:
            self.body.insertWidget(1, self._top)
            self.body.insertWidget(self.body.count() - 1, self._foot)
            self.card.release()

    def _place(self) -> None:
        _, top, _, bottom = (self._theme.px(side) for side in (_CRAMPED if self._cramped else _ROOMY))
        width = self._wide()
        self._rest.setMaximumHeight(self.pause.heightForWidth(width))
        self._inner.setGeometry((self.width() - width) // 2, top, width, self.height() - top - bottom)

    def _wide(self) -> int:
        """How wide the column is."""
        left, _, right, _ = (self._theme.px(side) for side in (_CRAMPED if self._cramped else _ROOMY))
        return min(self._theme.px(_WIDTH), self.width() - left - right)


def _on_top(theme: Theme, button: QWidget) -> QWidget:
    """A button at the top of a place that is higher, so that nothing below moves when the ratings take it."""
    place = QWidget()
    column = Column(theme, place)
    column.addWidget(button)
    column.addStretch(1)
    return place
