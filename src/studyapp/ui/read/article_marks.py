"""Marks on an article's text: layers of spans, drawn without altering the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from studyapp.ui.theme import Theme

Span = tuple[int, int]
"""Two positions: the first character and the one after the last."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks, in colours of the theme; an empty name changes nothing. A higher rank lies on top."""

    ground: str = ""
    text: str = ""
    line: str = ""
    rank: int = 1


class ArticleMarks:
    """The marks of one view, by layer. Positions are Qt's: UTF-16 units from the document's beginning."""

    def __init__(self, view: QTextEdit, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._layers: dict[str, tuple[tuple[Span, ...], Look]] = {}

    def forget(self) -> None:
        """Another document: it has no marks yet."""
        self._layers.clear()

    def keep(self, layers: Mapping[str, tuple[Sequence[Span], Look]]) -> None:
        """Replace what the named layers hold, and draw."""
        self._layers.update({name: (tuple(spans), look) for name, (spans, look) in layers.items()})
        self.draw()

    def spans(self, layer: str) -> tuple[Span, ...]:
        """What a layer marks."""
        return self._layers.get(layer, ((), Look()))[0]

    def draw(self) -> None:
        """Draw every layer on the document as it is laid out now."""
        marks = []
        for spans, look in sorted(self._layers.values(), key=lambda layer: layer[1].rank):
            shape = self._shape(look)
            for start, stop in spans:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor_over(self._view.document(), start, stop)
                selection.format = shape
                marks.append(selection)
        self._view.setExtraSelections(marks)

    def _shape(self, look: Look) -> QTextCharFormat:
        shape = QTextCharFormat()
        if look.ground:
            shape.setBackground(self._theme.colour(look.ground))
        if look.text:
            shape.setForeground(self._theme.colour(look.text))
        if look.line:
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            shape.setUnderlineColor(self._theme.colour(look.line))
        return shape


def cursor_over(document: QTextDocument, start: int, stop: int) -> QTextCursor:
    """A cursor that selects a span, as far as the document reaches."""
    last = max(0, document.characterCount() - 1)
    cursor = QTextCursor(document)
    cursor.setPosition(min(max(0, start), last))
    cursor.setPosition(min(max(0, stop), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor
