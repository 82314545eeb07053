"""One card on its surface: where it belongs, the question, the answer, why, and the learner's note."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from studyapp.catalog.card import CardKind
from studyapp.learning.typed_answer import TypedAnswer
from studyapp.ui.cards.leech_help import LeechHelp
from studyapp.ui.cards.options import Options
from studyapp.ui.cards.side import CardSides
from studyapp.ui.cards.wording import difference_html, verdict
from studyapp.ui.cheap import action
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import OwnWords, plain_label
from studyapp.ui.widgets.layouts import Column, Sides
from studyapp.ui.widgets.rich_text import RichText
from studyapp.ui.widgets.scroll import Scroll

_ROOMY: Sides = (33, 26, 33, 24)
_CRAMPED: Sides = (14, 8, 14, 8)


class Rule(QFrame):
    """A thin line between question and answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Mid)


class CardView(CardFrame):
    """Shows the question side until ``turn``; then the answer below it. Long cards scroll inside."""

    typed = Signal(str)
    """What was typed into a type-in card, when Enter was pressed."""
    field_left = Signal()
    """Escape was pressed in the field of a type-in card."""
    writing = Signal(bool)
    """The field of a type-in card has the keyboard, and takes all letters for itself; or has it no more."""
    passage_wanted = Signal()
    """The link to the proving passage was pressed."""
    note_wanted = Signal()
    """The learner wants to put the card into words of their own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(8, 8, 8, 8), gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._inner = QWidget()
        self._column = Column(theme, self._inner, margins=_ROOMY)
        self._scroll = Scroll(self._inner)
        self._inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner.setAutoFillBackground(True)  # so that a new card repaints this and nothing behind it
        self.body.addWidget(self._scroll)
        self._build_head()
        self._build_answer()
        self._build_why()
        self._said: TypedAnswer | None = None
        self._shown = False
        self._help: LeechHelp | None = None
        self._help_place = QWidget(self._inner)
        self._help_place.hide()
        theme.changed.connect(self._colour_differences)

    def show_question(self, sides: CardSides) -> None:
        """Show a card's first side."""
        self._place.setText(sides.place)
        self._area.setText(sides.area)
        self._area.setVisible(bool(sides.area))
        self._flag.setVisible(sides.flagged)
        self._revised.setVisible(sides.revised)
        self.front.set_html(sides.front)
        self._help_place.hide()
        self._field.setText("")  # and with it what could be undone there, which ``clear`` keeps
        self._field.setReadOnly(False)
        self._field.setVisible(sides.kind is CardKind.TYPE_IN)
        self.options.offer(sides.choices)
        self._sides, self._said = sides, None
        self._show_answer(False)
        self._look_at(self.front)

    def turn(self, typed: TypedAnswer | None = None, *, wrong: bool = False) -> None:
        """Show the answer, and how a typed one compares with it; one that was ``wrong`` shows what proves it."""
        sides, self._said = self._sides, typed
        self.options.mark()
        self._back.set_html(sides.back)
        self._why.set_html(sides.why)
        self._field.setReadOnly(True)
        self._field.hide()
        self._quote.setText(f"“{sides.quote}”" if wrong and sides.quote else "")
        self._quote.setVisible(wrong and bool(sides.quote))
        self._show_answer(True)
        self._typed.setVisible(typed is not None and bool(typed.pieces))
        self._verdict.setVisible(typed is not None)
        if typed is not None:
            words, colour = verdict(typed)
            self._verdict.setText(words)
            self._verdict.set_colour(colour)
            self._colour_differences()
        self._look_at(self.options if sides.choices else self._answer)

    @Slot()
    def _colour_differences(self) -> None:
        """The colours stand in the HTML, so that another theme needs other HTML."""
        if self._said is not None:
            good, bad = (self._theme.colour(name).name() for name in ("good", "bad"))
            self._typed.set_html(difference_html(self._said, good, bad))

    def offer_help(self, lapses: int, other: tuple[str, str] | None) -> None:
        """Help with a card that was forgotten so often; ``other`` are the sides of the one it is taken for."""
        if self._help is None:
            self._help = LeechHelp(self._theme)
            self._help.note_wanted.connect(self.note_wanted)
            Column(self._theme, self._help_place, margins=(0, 10, 0, 0)).addWidget(self._help)
            self._column.insertWidget(self._column.indexOf(self._why_box) + 1, self._help_place)
        self._help.offer(lapses, other)
        self._help_place.show()

    def show_marks(self, *, flagged: bool, note: str) -> None:
        """Flag and note as they are now."""
        self._flag.setVisible(flagged)
        self._note.setText(note)
        self._note_box.setVisible(bool(note) and self._shown)

    def adopt(self, top: QWidget, foot: QWidget) -> None:
        """Take what stands around the card into its scrolling inside, where the window is too low for it."""
        self._column.set_margins(_CRAMPED)
        self._column.addWidget(top)
        self._column.addWidget(foot)

    def release(self) -> None:
        """There is room again; the stage has taken back what stands around the card."""
        self._column.set_margins(_ROOMY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the field takes the keyboard and gives it back; leave it what it has no use for."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.writing.emit(event.type() == QEvent.Type.FocusIn)
        return (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._undoes_nothing(event)
        )

    def _undoes_nothing(self, event: QKeyEvent) -> bool:
        """Whether it is a key for undo or redo where nothing typed is left to undo or redo: then it is the page's."""
        undo, redo = (
            event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        )
        field = self._field
        return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())

    def typing(self) -> bool:
        """Whether an answer is waited for in the field."""
        return self._field.isVisibleTo(self) and not self._field.isReadOnly()

    def typed_text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def take_focus(self) -> None:
        """Put the cursor into the field of a type-in card."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_by(self, pages: float) -> None:
        """Scroll a long card by so many screens of it."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    def plain_question(self) -> str:
        """The question as a screen reader says it."""
        return self.front.toPlainText()

    def plain_answer(self) -> str:
        """The answer as a screen reader says it."""
        return self._back.toPlainText()

    def _build_head(self) -> None:
        theme = self._theme
        head = Flow(theme, gap=9)
        self._place = plain_label(theme, "", 12.5, "muted")
        self._area = Tag(theme)
        self._flag = Tag(theme, "Flagged", "warn", "warn-soft")
        self._revised = Tag(theme, "Changed since you last answered", "accent", "accent-soft")
        for widget in (self._place, self._area, self._flag, self._revised):
            head.addWidget(widget)
        self.front = RichText(theme, 22, bold=True)
        self.front.setAccessibleName("Question")
        self._field = Field(theme, "Your answer", "Type the answer, then press Enter", 17)
        self._field.returnPressed.connect(self._send)
        self._field.installEventFilter(self)
        leave = action(self._field, "Leave the field", self.field_left.emit, "Escape")
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._column.addLayout(head)
        self._column.add_space(24)
        self._column.addWidget(self.front)
        self._column.add_space(10)
        self._column.addWidget(self._field)
        self.options = Options(theme)
        self.options.hide()
        self._column.addWidget(self.options)

    def _build_answer(self) -> None:
        theme = self._theme
        self._answer = QWidget()
        column = Column(theme, self._answer, margins=(0, 10, 0, 24), gap=20)
        self._rule = Rule(theme)
        self._verdict = plain_label(theme, "", 12.5, "muted")
        self._typed = RichText(theme, 17)
        self._typed.setAccessibleName("Your answer compared")
        self._back = RichText(theme, 17)
        self._back.setAccessibleName("Answer")
        for widget in (self._rule, self._verdict, self._typed, self._back):
            column.addWidget(widget)
        self._column.addWidget(self._answer)
        self._column.addStretch(1)

    def _build_why(self) -> None:
        theme = self._theme
        self._note_box = CardFrame(
            theme, padding=(16, 12, 16, 12), fill="sunken", border="", radius=10, gap=4
        )
        self._note_box.body.addWidget(plain_label(theme, "Your note", 12.5, "muted"))
        self._note = OwnWords(theme)
        self._note_box.body.addWidget(self._note)
        self._why_box = CardFrame(
            theme, padding=(18, 14, 18, 14), fill="accent-soft", border="", radius=12, gap=6
        )
        self._why = RichText(theme, 14)
        self._why.setAccessibleName("Why")
        self._quote = plain_label(theme, "", 14, "text")
        self._link = LinkButton(theme, "Read the passage", key="E")
        self._link.clicked.connect(self.passage_wanted)
        self._why_box.body.addWidget(self._why)
        self._why_box.body.addWidget(self._quote)
        self._why_box.body.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._note_box)
        self._column.add_space(10)
        self._column.addWidget(self._why_box)

    def _show_answer(self, shown: bool) -> None:
        self._shown = shown
        self._answer.setVisible(shown and not self._sides.choices)
        self._why_box.setVisible(shown and (self._sides.proven or bool(self._sides.why)))
        self._link.setVisible(self._sides.proven)
        self._why.setVisible(shown and bool(self._sides.why))
        self._note.setText(self._sides.note)
        self._note_box.setVisible(shown and bool(self._sides.note))

    def _look_at(self, part: QWidget) -> None:
        """Bring a part of a card that is taller than its frame into sight, once its height is known."""
        self._looked_at = part
        QTimer.singleShot(0, self, self._bring)

    @Slot()
    def _bring(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(self._looked_at.y() - self._theme.px(6) if bar.maximum() else 0)

    @Slot()
    def _send(self) -> None:
        if not self._field.isReadOnly():
            self.typed.emit(self._field.text())
