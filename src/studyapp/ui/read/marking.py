"""The learner's highlights in the open article: shown after it was painted, made, changed and taken away."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.marks_desk import Colour, Highlight, MarksDesk
from studyapp.ui.read.article_marks import Look, Span
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.read.lectern import Lectern

_NONE_MARKED = "Select some words first; F7 lets the arrow keys do it."
_CELLS = "A highlight cannot reach over several cells of a table; select the words of one cell."


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is to be highlighted: a place (characters) in an article's text, and the title that it stands under."""

    article: ItemId
    text: str
    place: tuple[int, int]
    heading: str


class Marking(QObject):
    """Works on whatever article lies on the lectern."""

    changed = Signal(object)
    """The ``Change`` that a verb returned."""

    def __init__(self, lectern: Lectern, desks: Desks) -> None:
        super().__init__(lectern)
        self._lectern, self._desks = lectern, desks
        self._shown: tuple[Highlight, ...] = ()
        self._colour = Colour.YELLOW
        self._passage: _Passage | None = None
        lectern.view.laid_out.connect(self._forget)
        lectern.view.settled.connect(self.show_marks)
        lectern.view.rested.connect(self._show_note)
        lectern.note_bar.kept.connect(self._keep_note)

    @property
    def desk(self) -> MarksDesk:
        """The desk that keeps them."""
        return self._desks.marks

    @Slot()
    def show_marks(self) -> None:
        """Draw the highlights of the open article."""
        reading = self._lectern.reading
        if reading is None:
            return
        self._shown = self.desk.of(reading.article.id, self._view.text.raw)
        self._view.show_layers({
            f"highlight {colour} {'with' if noted else 'without'} note": (
                [self._span(mark) for mark in self._shown
                 if mark.span and mark.colour is colour and bool(mark.note) is noted],
                Look(ground=f"mark-{colour}", line="text" if noted else "", rank=0),
            )
            for colour in Colour for noted in (False, True)
        })  # fmt: skip

    def go(self, name: str) -> None:
        """Bring a highlight into sight; one that has lost its place is told in words."""
        self.show_marks()
        mark = next((each for each in self._shown if each.mark == name), None)
        if mark is None:
            return
        if mark.span is None:
            self._lectern.say(f"This highlight has lost its place: “{mark.quote}”")
        else:
            self._view.go_to_passage(self._span(mark)[0])

    def highlight(self, colour: Colour) -> None:
        """Highlight what is selected, or give the highlight under the caret another colour."""
        self._colour = colour
        here = self._here()
        if here is not None:
            self._tell(self.desk.recolour(here.mark, colour))
        elif (passage := self._choose()) is not None:
            self._make(passage)

    @Slot()
    def write_note(self) -> None:
        """Write on the highlight under the caret, or on what is selected: that is highlighted when the note is kept."""
        here = self._here()
        if here is not None:
            self._lectern.note_bar.edit(here.mark, here.quote, here.note)
        elif (passage := self._choose()) is not None:
            self._passage = passage
            words = " ".join(passage.text[slice(*passage.place)].split())
            self._lectern.note_bar.edit("", words, "")

    @Slot()
    def remove(self) -> None:
        """Take the highlight under the caret away."""
        here = self._here()
        if here is None:
            self._lectern.say("Put the caret on a highlight, or select it, to remove it.")
        else:
            self._lectern.note_bar.dismiss()
            self._tell(self.desk.remove(here.mark))

    @Slot()
    def undo(self) -> None:
        """Take back what was last done to highlights."""
        self._tell(self.desk.undo())

    @Slot()
    def redo(self) -> None:
        """Do it again."""
        self._tell(self.desk.redo())

    # -- parts

    @property
    def _view(self) -> ArticleView:
        return self._lectern.view

    @Slot()
    def _forget(self) -> None:
        self._shown = ()

    @Slot()
    def _keep_note(self, mark: str, note: str) -> None:
        if mark:
            self._tell(self.desk.annotate(mark, note))
        elif self._passage is not None and note:
            self._make(self._passage, note)

    @Slot(int)
    def _show_note(self, position: int) -> None:
        mark = self._at(position, position)
        if mark is not None and mark.note:
            self._lectern.show_words("Your note", mark.note, "Alt+N changes it.", self._span(mark)[0])

    def _choose(self) -> _Passage | None:
        """What is selected or marked; when it cannot be highlighted, that is told."""
        reading, span = self._lectern.reading, self._chosen()
        if span is None or reading is None:
            over_cells = self._view.textCursor().hasComplexSelection()
            self._lectern.say(_CELLS if over_cells else _NONE_MARKED)
            return None
        text = self._view.text
        heading = text.heading_at(span[0])
        title = reading.rendered.headings[heading].title if heading >= 0 else ""
        return _Passage(reading.article.id, text.raw, (text.index(span[0]), text.index(span[1])), title)

    def _make(self, passage: _Passage, note: str = "") -> None:
        article, text, place, heading = passage.article, passage.text, passage.place, passage.heading
        self._tell(self.desk.highlight(article, text, place, self._colour, heading, note))

    def _here(self) -> Highlight | None:
        """The highlight that is meant: what is selected lies in it, or the caret, or the marked passage."""
        cursor, span = self._view.textCursor(), self._chosen()
        at = cursor.position()
        under_caret = self._at(at, at) if not cursor.hasSelection() and self._view.shows((at, at)) else None
        return under_caret or (self._at(*span) if span else None)

    def _chosen(self) -> Span | None:
        """What is selected or marked, without white space around it; None for a selection over several cells."""
        span, text = self._view.selection(), self._view.text
        if span is None or self._view.textCursor().hasComplexSelection():
            return None
        start, stop = text.index(span[0]), text.index(span[1])
        words = text.raw[start:stop]
        start, stop = start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
        return (text.position(start), text.position(stop)) if start < stop else None

    def _at(self, start: int, stop: int) -> Highlight | None:
        """The smallest highlight that holds these positions."""
        holding = [
            (span[1] - span[0], number)
            for number, mark in enumerate(self._shown)
            if mark.span and (span := self._span(mark))[0] <= start and stop <= span[1]
        ]
        return self._shown[min(holding)[1]] if holding else None

    def _span(self, mark: Highlight) -> Span:
        text = self._view.text
        return (text.position(mark.span[0]), text.position(mark.span[1])) if mark.span else (0, 0)

    def _tell(self, change: Change) -> None:
        if change:
            self._lectern.say("")
            self.show_marks()
            QTimer.singleShot(0, self, self._uncover)
            self.changed.emit(change)

    @Slot()
    def _uncover(self) -> None:
        """A selection would hide the colour that it was just given; the caret stays on what was given it."""
        chosen = self._chosen() if self._view.textCursor().hasSelection() else None
        if chosen is not None:
            self._view.select((chosen[0], chosen[0]))
