"""The card a question lies on, with what is below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Question, QuestionKind
from studyapp.ui.exam.inline_text import InlineText
from studyapp.ui.exam.question_face import Asked, QuestionFace
from studyapp.ui.exam.wording import chosen_note
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll, lay_out_now
from studyapp.ui.widgets.text_area import TextArea

GONE = "This question has left the content. It is not scored; go on with the next."

_PAGE = 0.9
"""The part of a screen by which a page scrolls."""


class QuestionCard(CardFrame):
    """Shows one question at a time; ``foot`` is for the buttons below it. Long questions scroll inside.

    Of its two faces one is in sight; the other is made ready meanwhile, so that turning over only exchanges them.
    """

    chosen = Signal(frozenset)
    """The positions that the learner has chosen by now."""
    written = Signal(str)
    """What stands in the field of a question that is answered in the learner's own words."""
    proof_wanted = Signal(object)
    """The ``Proof`` of a marked option is to be read."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__(theme, padding=(4, 4, 4, 4), gap=0)
        self._render = render
        self._question: Question | None = None
        self._inner = QWidget()
        self._column = Column(theme, self._inner, margins=(31, 28, 31, 24), gap=0)
        self._field = _WordsField(theme)
        self._face = self._new_face()
        self._spare: QuestionFace | None = None
        self._ready: Asked | None = None
        """What the spare face was made ready for."""
        self._note = plain_label(theme, "", 12.5, "warn")
        self._note.hide()
        below = QWidget()
        self.foot = Column(theme, below, gap=12)
        self._column.addWidget(self._face)
        for part, space in ((self._field, 6), (self._note, 12)):
            self._column.addWidget(part)
            self._column.add_space(space)
        self._column.addWidget(below)
        self._column.addStretch(1)
        self._scroll = Scroll(self._inner)
        self._fresh = False
        """Whether the question has not had the keyboard yet: going there must not scroll its beginning away."""
        self.body.addWidget(self._scroll)
        self._inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner.setAutoFillBackground(True)
        self._field.textChanged.connect(self._tell_words)

    def make_ready(self, question: Question, chosen: frozenset[int], head: str) -> None:
        """Lay out the question that will probably come next and paint it out of sight; nothing of it is shown."""
        if not question.options or not self._face.isVisible():
            return
        if self._spare is None:
            self._spare = self._new_face()
            self._spare.hide()
            self._column.insertWidget(0, self._spare)
        asked = Asked(question, chosen, head)
        if self._ready != asked:
            self._ready = asked
            self._spare.make_ready(asked, self._face.geometry())

    def show_question(self, question: Question | None, chosen: frozenset[int], words: str, head: str) -> None:
        """Show a question to answer; None for one that has left the content."""
        self._begin(question)
        self._field.show_words(words, editable=True)
        if question is None:
            self._face.say(head, f"<p>{GONE}</p>")
            announce(self, f"{head}. {GONE}")
            return
        asked = Asked(question, chosen, head)
        if self._spare is not None and self._ready == asked:
            self._exchange(self._face, self._spare)
        else:
            self._face.ask(asked)
        self._tell(chosen_note(len(chosen), len(question.key)))
        announce(self, f"{head}. {self.stem.plain()}")

    def show_marked(self, question: Question, chosen: frozenset[int], words: str, head: str) -> None:
        """Show a question with what its options turned out to be, each with its reason."""
        self._begin(question)
        self._field.show_words(words, editable=False)
        self._face.show_marked(Asked(question, chosen, head))
        self._tell("")

    def show_chosen(self, chosen: frozenset[int]) -> None:
        """The choice as it was kept."""
        if self._question is not None:
            self._tell(chosen_note(len(chosen), len(self._question.key)))

    def press(self, position: int) -> None:
        """Choose an option by its number from 0, as a key does; one that is marked is only gone to."""
        rows = self._face.rows
        if position < len(rows):
            rows[position].setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not rows[position].marked:
                rows[position].click()
            lay_out_now()
            self._scroll.ensureWidgetVisible(rows[position], 0, self._theme.px(12))

    def take_focus(self) -> bool:
        """Put the focus on the chosen option, else the first one, else the field; whether there is one."""
        taken = self._face.take_focus()
        if not taken and self._field.isVisibleTo(self):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            taken = True
        if self._fresh:
            self.show_top()
        return taken

    @Slot()
    def show_top(self) -> None:
        """Scroll to the beginning of the question."""
        self._fresh = False
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def page_down(self) -> None:
        """Scroll a long question on by what is in sight, but for a line or two."""
        self.scroll_by(_PAGE)

    @Slot()
    def page_up(self) -> None:
        """Scroll back as far."""
        self.scroll_by(-_PAGE)

    def scroll_by(self, pages: float) -> None:
        """Scroll a long question by so many screens of it."""
        lay_out_now()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    @property
    def proof(self) -> Proof | None:
        """What proves the reason of the marked option that has the keyboard, else what settles the question."""
        return self._face.proof or (self._question.proof if self._question is not None else None)

    @property
    def face(self) -> QuestionFace:
        """What is in sight."""
        return self._face

    @property
    def stem(self) -> InlineText:
        """The stem that is in sight."""
        return self._face.stem

    @property
    def field(self) -> QWidget:
        """Where an answer in the learner's own words stands."""
        return self._field

    @property
    def positions(self) -> frozenset[int]:
        """The positions that are chosen now."""
        return self._face.positions

    def _new_face(self) -> QuestionFace:
        face = QuestionFace(self._theme, self._render, self._field)
        face.chosen.connect(self._tell_choice)
        face.proof_wanted.connect(self.proof_wanted)
        return face

    def _exchange(self, old: QuestionFace, new: QuestionFace) -> None:
        """The new face takes the old one's place and the keyboard, in one go: no layout or picture holds both."""
        self._face, self._spare, self._ready = new, old, None
        self._column.setEnabled(False)
        new.show()
        if old.isAncestorOf(self.window().focusWidget()):
            new.take_focus()
        old.hide()
        self._column.setEnabled(True)
        self._column.invalidate()

    def _tell(self, note: str) -> None:
        """What is to be said of the number chosen; without a word it takes no room."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _begin(self, question: Question | None) -> None:
        same = question is not None and self._question is not None and question.id == self._question.id
        self._question = question
        self._field.setVisible(question is not None and question.kind is QuestionKind.FREE_TEXT)
        self._tell("")
        if not same:
            self.show_top()
            self._fresh = True

    @Slot()
    def _tell_choice(self) -> None:
        self.chosen.emit(self.positions)

    @Slot()
    def _tell_words(self) -> None:
        if not self._field.isReadOnly() and not self._field.quiet:
            self.written.emit(self._field.toPlainText())


class _WordsField(TextArea):
    """A field for an answer in the learner's own words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.quiet = False
        self.setAccessibleName("Your answer")
        self.setPlaceholderText("Answer in your own words")
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

    @Slot()
    def _fit(self) -> None:
        self.setFont(self._theme.font(14))
        self.document().setDocumentMargin(self._theme.px(10))
        self.setMinimumHeight(self._theme.px(160))
