"""Shows what a term of the glossary means, beside the word."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from studyapp.catalog.term import Term
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label

_WIDTH = 320.0


class TermCard(CardFrame):
    """A small card over the article; it never takes the keyboard or the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, padding=(14, 10, 14, 12), gap=4, border="muted", radius=8)
        self.setParent(parent)
        self._around = parent
        self._title = heading(theme, "", 14)
        self._definition = plain_label(theme, "", 13)
        self._way = plain_label(theme, "", 12.5, "muted")
        for label in (self._title, self._definition, self._way):
            self.body.addWidget(label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def term(self) -> str:
        """The term that was shown last."""
        return self._title.text()

    def show_term(self, term: Term, beside: QRect) -> None:
        """Show a term beside its word: what it means, and the sentence that proves it."""
        way = f"“{term.proof.quote}” – Enter or a click leads there."
        self.show_words(term.term, term.definition, way, beside)

    def show_words(self, title: str, text: str, way: str, beside: QRect) -> None:
        """Show a title, what it is about and what can be done, below a place or above it where there is no room."""
        for label, words in ((self._title, title), (self._definition, text), (self._way, way)):
            label.setText(words)
            label.setVisible(bool(words))
        room = self._around.rect()
        width = min(self._theme.px(_WIDTH), room.width() - self._theme.px(16))
        self.setFixedWidth(width)
        height = (
            self.body.heightForWidth(width) if self.body.hasHeightForWidth() else self.sizeHint().height()
        )
        self.resize(width, height)
        left = max(self._theme.px(8), min(beside.left(), room.width() - width - self._theme.px(8)))
        below = beside.bottom() + self._theme.px(6)
        top = below if below + height <= room.height() else max(0, beside.top() - height - self._theme.px(6))
        self.move(QPoint(left, top))
        self.show()
        self.raise_()
