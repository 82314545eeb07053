"""The learner's own note on a card, written below it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading


class _Paper(QPlainTextEdit):
    saved = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Escape leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(CardFrame):
    """A field for a note, kept or thrown away as a whole."""

    kept = Signal(str)
    """The note's new text; empty removes it."""
    left = Signal()
    """Nothing is to be changed."""

    def __init__(self, theme: Theme, subject: str = "card") -> None:
        super().__init__(theme, padding=(18, 14, 18, 14), gap=8)
        self._paper = _Paper()
        self._paper.setFrameShape(QFrame.Shape.NoFrame)
        self._paper.setAccessibleName(f"Note on this {subject}")
        self._paper.setPlaceholderText("A memory hook, an example, a doubt to settle…")
        self._paper.setTabChangesFocus(True)
        self._keep = PrimaryButton(theme, "Keep note", key="Ctrl Enter")
        self._leave = QuietButton(theme, "Leave as it was", key="Esc")
        line = QWidget()
        buttons = Flow(theme, line, gap=10)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._leave)
        self._heading = heading(theme, "")
        self.body.addWidget(self._heading)
        self.body.addWidget(self._paper, 1)
        self.body.addWidget(line)
        self._paper.saved.connect(self._save)
        self._keep.clicked.connect(self._save)
        self._paper.left.connect(self.left)
        self._leave.clicked.connect(self.left)
        self._fit()
        theme.zoomed.connect(self._fit)

    def edit(self, text: str, about: str = "") -> None:
        """Begin with the note as it is; ``about`` says whose it is where several things are in sight."""
        self._heading.setText(f"Your note on {about}" if about else "Your note")
        self._paper.setPlainText(text)
        self._paper.selectAll()
        self.take_focus()

    def take_focus(self) -> None:
        """Go on writing."""
        self._paper.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        self.kept.emit(self._paper.toPlainText().strip())

    @Slot()
    def _fit(self) -> None:
        self._paper.setFont(self._theme.font(15))
        self._paper.setMinimumHeight(self._theme.px(60))
