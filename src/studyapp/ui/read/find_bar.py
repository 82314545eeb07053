"""Find in page: a line to type into, a count, next and previous."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studyapp.ui.read.article_marks import Look, Span
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import IconButton
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row

_MOST = 999
_ALL, _HERE = Look(ground="accent-soft", text="text"), Look(ground="accent", text="on-accent")


class FindBar(QWidget):
    """Marks every hit in the article and goes from one to the next."""

    found = Signal(bool)
    """Whether there are hits now to go to."""
    closed = Signal()
    """Finding is over; the article gets the keyboard back."""

    def __init__(self, theme: Theme, view: ArticleView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self._hits: list[Span] = []
        self._here = -1
        row = Row(theme, self, margins=(24, 8, 16, 8), gap=4)
        self.field = Field(theme, "Find in page", "Find in page", 13)
        self.count = plain_label(theme, "", 12.5, "muted", wrap=False)
        self.previous = IconButton(theme, "Previous hit", "up")
        self.next = IconButton(theme, "Next hit", "down")
        self.close_button = IconButton(theme, "Close", "close")
        row.addWidget(self.field, 1)
        row.addSpacing(8)
        for widget in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget)
        self.field.textChanged.connect(self.search)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def ask(self) -> None:
        """Open with the words of last time, ready to be replaced."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    @Slot()
    def search(self) -> None:
        """Mark every hit, and go to the first one below the window's upper edge."""
        text, words = self._view.text, self.field.text().strip()
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        found = pattern.finditer(text.raw) if words and self.isVisible() else iter(())
        self._hits = [
            (text.position(hit.start()), text.position(hit.end()))
            for hit, _ in zip(found, range(_MOST), strict=False)
        ]
        top = self._view.top()
        self._here = next((at for at, hit in enumerate(self._hits) if hit[0] >= top), 0) if self._hits else -1
        self._show()

    @Slot()
    def go_on(self) -> None:
        """To the next hit; after the last comes the first."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """To the hit before; before the first comes the last."""
        self._step(-1)

    @Slot()
    def dismiss(self) -> None:
        """Close and forget the marks; the hit in sight stays selected, to go on from."""
        if self._here >= 0:
            self._view.select(self._hits[self._here])
        self.hide()
        self._hits, self._here = [], -1
        self._mark()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _step(self, steps: int) -> None:
        if self._hits:
            self._here = (self._here + steps) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._mark()
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._hits))
        if not self.field.text().strip():
            self.count.setText("")
        elif not self._hits:
            self.count.setText("not found")
        else:
            many = f"{_MOST}+" if len(self._hits) == _MOST else str(len(self._hits))
            self.count.setText(f"{self._here + 1} of {many}")
        if self._hits:
            self._view.go_to_passage(self._hits[self._here][0])

    def _mark(self) -> None:
        self.found.emit(bool(self._hits))
        self._view.mark("found", self._hits, _ALL)
        self._view.mark(
            "found here", self._hits[self._here : self._here + 1] if self._here >= 0 else (), _HERE
        )
