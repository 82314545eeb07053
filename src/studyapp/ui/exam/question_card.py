"""The question: its place on the paper, the stem, and the options to choose from."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from studyapp.catalog.question import Question, QuestionKind
from studyapp.ui.exam.inline_text import InlineText, Ready
from studyapp.ui.exam.option_row import OptionRow, Verdict
from studyapp.ui.exam.wording import chosen_note
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll

GONE = "This question has left the content. It is not scored; go on with the next."


class QuestionCard(CardFrame):
    """Shows one question at a time; ``foot`` is for the buttons below it. Long questions scroll inside."""

    chosen = Signal(frozenset)
    """The positions that the learner has chosen by now."""
    written = Signal(str)
    """What stands in the field of a question that is answered in the learner's own words."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__(theme, padding=(4, 4, 4, 4), gap=0)
        self._render = render
        self._question: Question | None = None
        self._rows: list[OptionRow] = []
        self._ready: dict[str, Ready] = {}
        self._inner = QWidget()
        self._column = Column(theme, self._inner, margins=(31, 28, 31, 24), gap=0)
        self.head = plain_label(theme, "", 12.5, "muted")
        self.stem = InlineText(theme, 19, bold=True)
        self._note = plain_label(theme, "", 12.5, "warn")
        self._options = QWidget()
        self._list = Column(theme, self._options, gap=12)
        self._field = _WordsField(theme)
        self.foot = Column(theme, gap=12)
        for part, space in (
            (self.head, 12),
            (self.stem, 20),
            (self._options, 6),
            (self._field, 6),
            (self._note, 12),
        ):
            self._column.addWidget(part)
            self._column.add_space(space)
        self._column.addLayout(self.foot)
        self._column.addStretch(1)
        self._scroll = Scroll(self._inner)
        self._fresh = False
        """Whether the question has not had the keyboard yet: going there must not scroll its beginning away."""
        self.body.addWidget(self._scroll)
        self._inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner.setAutoFillBackground(True)
        self._field.textChanged.connect(self._tell_words)
        theme.zoomed.connect(self.forget_ready)
        theme.changed.connect(self.forget_ready)

    def make_ready(self, question: Question) -> None:
        """Lay out the question that will probably come next and paint it out of sight; nothing of it is shown."""
        self._ready = {}
        if question.options and self._rows and self._rows[0].isVisible():
            single = question.kind is not QuestionKind.MULTIPLE
            self._ready[question.stem] = self.stem.ready(self._render(question.stem))
            for option in question.options:
                self._ready[option.text] = self._rows[0].ready(self._render(option.text), single=single)

    @Slot()
    def forget_ready(self) -> None:
        """What was made ready looks otherwise now."""
        self._ready = {}

    def show_question(self, question: Question | None, chosen: frozenset[int], words: str, head: str) -> None:
        """Show a question to answer; None for one that has left the content."""
        self._begin(question, head)
        self._field.show_words(words, editable=True)
        if question is None:
            self._show_rows(0)
            return
        single = question.kind is not QuestionKind.MULTIPLE
        self._options.setAccessibleName(self.stem.plain())
        for number, (row, option) in enumerate(
            zip(self._show_rows(len(question.options)), question.options, strict=True)
        ):
            row.show_option(self._made(option.text), single=single, chosen=number in chosen)
        self._ready = {}
        self._note.setText(chosen_note(len(chosen), len(question.key)))
        announce(self, f"{head}. {self.stem.plain()}")

    def show_marked(self, question: Question, chosen: frozenset[int], words: str, head: str) -> None:
        """Show a question with what its options turned out to be, each with its reason."""
        self._begin(question, head)
        self._field.show_words(words, editable=False)
        single = question.kind is not QuestionKind.MULTIPLE
        for number, (row, option) in enumerate(
            zip(self._show_rows(len(question.options)), question.options, strict=True)
        ):
            verdict = _VERDICTS[option.right, number in chosen]
            text, reason = self._render(option.text), self._render(option.reason)
            row.show_marked(text, reason, verdict, single=single, chosen=number in chosen)
        self._note.setText("")

    def show_chosen(self, chosen: frozenset[int]) -> None:
        """The choice as it was kept."""
        if self._question is not None:
            self._note.setText(chosen_note(len(chosen), len(self._question.key)))

    def press(self, position: int) -> None:
        """Choose an option by its number from 0, as a key does."""
        if (
            position < len(self._rows)
            and self._rows[position].isVisibleTo(self)
            and self._rows[position].isEnabled()
        ):
            self._rows[position].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._rows[position].click()
            self._scroll.ensureWidgetVisible(self._rows[position], 0, self._theme.px(12))

    def take_focus(self) -> None:
        """Put the focus on the chosen option, else the first one, else the field."""
        shown = [row for row in self._rows if row.isVisibleTo(self) and row.isEnabled()]
        target = next((row for row in shown if row.isChecked()), shown[0] if shown else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._field.isVisibleTo(self):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._fresh:
            self.show_top()

    @Slot()
    def show_top(self) -> None:
        """Scroll to the beginning of the question."""
        self._fresh = False
        self._scroll.verticalScrollBar().setValue(0)

    def scroll_by(self, pages: float) -> None:
        """Scroll a long question by so many screens of it."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    @property
    def field(self) -> QWidget:
        """Where an answer in the learner's own words stands."""
        return self._field

    @property
    def positions(self) -> frozenset[int]:
        """The positions that are chosen now."""
        return frozenset(n for n, row in enumerate(self._rows) if row.isVisibleTo(self) and row.isChecked())

    def _begin(self, question: Question | None, head: str) -> None:
        same = question is not None and self._question is not None and question.id == self._question.id
        self._question = question
        self.head.setText(head)
        if question is not None:
            self.stem.show_text(self._made(question.stem))
        else:
            self.stem.show_text(f"<p>{GONE}</p>")
        self._field.setVisible(question is not None and question.kind is QuestionKind.FREE_TEXT)
        self._note.setText("")
        if not same:
            self.show_top()
            self._fresh = True

    def _made(self, text: str) -> str | Ready:
        return self._ready.pop(text, None) or self._render(text)

    def _show_rows(self, count: int) -> list[OptionRow]:
        while len(self._rows) < count:
            row = OptionRow(self._theme, self._options)
            row.clicked.connect(self._tell_choice)
            self._list.addWidget(row)
            self.setTabOrder(self._rows[-1] if self._rows else self._field, row)  # not behind all else
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < count)
        self._options.setVisible(count > 0)
        return self._rows[:count]

    @Slot()
    def _tell_choice(self) -> None:
        self.chosen.emit(self.positions)

    @Slot()
    def _tell_words(self) -> None:
        if not self._field.isReadOnly() and not self._field.quiet:
            self.written.emit(self._field.toPlainText())


_VERDICTS = {
    (True, True): Verdict.RIGHT_CHOSEN,
    (True, False): Verdict.RIGHT_MISSED,
    (False, True): Verdict.WRONG_CHOSEN,
    (False, False): Verdict.WRONG_LEFT,
}


class _WordsField(QPlainTextEdit):
    """A field for an answer in the learner's own words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.quiet = False
        self.setAccessibleName("Your answer")
        self.setPlaceholderText("Answer in your own words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._fit()
        theme.zoomed.connect(self._fit)

    def show_words(self, words: str, *, editable: bool) -> None:
        """Show what was written; nothing is told of it."""
        self.quiet = True
        if self.toPlainText() != words:
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.setReadOnly(not editable)
        self.quiet = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, then the frame, which shows the focus as that of a line to type into does."""
        super().paintEvent(event)
        focus, view = self.hasFocus(), self.viewport()
        border = self._theme.colour("accent" if focus else "line")
        draw_rounded(QPainter(view), whole(view), self._theme.px(8), None, border, 2.0 if focus else 1.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it can be typed into."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(14))
        self.document().setDocumentMargin(self._theme.px(10))
        self.setMinimumHeight(self._theme.px(160))
