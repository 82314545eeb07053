"""A few lines to write a note into, below the article."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label

_SHOWN = 160


class _Paper(QPlainTextEdit):
    saved = Signal()
    left = Signal()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(super().sizeHint().width(), round(self.fontMetrics().lineSpacing() * 3.6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Escape leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteBar(CardFrame):
    """Shows the passage and its note; closed unless a note is being written."""

    kept = Signal(str, str)
    """The highlight's name, empty for one to be made, and its note's new text; empty removes the note."""
    left = Signal()
    """Writing is over; the article gets the keyboard back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 12, 18, 12), gap=8, radius=0)
        self._mark = ""
        self._passage = plain_label(theme, "", 12.5, "muted")
        self.paper = _Paper()
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setAccessibleName("Note on this passage")
        self.paper.setPlaceholderText("What strikes you, an example, a doubt to settle…")
        self.paper.setTabChangesFocus(True)
        self._keep = PrimaryButton(theme, "Keep note", key="Ctrl Enter")
        self._leave = QuietButton(theme, "Leave as it was", key="Esc")
        line = QWidget()
        buttons = Flow(theme, line, gap=10)
        for button in (self._keep, self._leave):
            buttons.addWidget(button)
        for widget in (self._passage, self.paper, line):
            self.body.addWidget(widget)
        self.paper.saved.connect(self._save)
        self._keep.clicked.connect(self._save)
        self.paper.left.connect(self.dismiss)
        self._leave.clicked.connect(self.dismiss)
        self._fit()
        theme.zoomed.connect(self._fit)
        self.hide()

    def edit(self, mark: str, passage: str, note: str) -> None:
        """Begin with the note as it is."""
        self._mark = mark
        self._passage.setText(f"“{passage if len(passage) <= _SHOWN else passage[:_SHOWN].rstrip() + ' …'}”")
        self.paper.setPlainText(note)
        self.paper.selectAll()
        self.show()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Close without keeping."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    @Slot()
    def _save(self) -> None:
        self.kept.emit(self._mark, self.paper.toPlainText().strip())
        self.dismiss()

    @Slot()
    def _fit(self) -> None:
        self.paper.setFont(self._theme.font(15))
        height = round(self.paper.fontMetrics().lineSpacing() * 3.6)
        self.paper.setFixedHeight(height)
