"""Draws the SEU log."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.store.seu_rows import SeuEntry
from studyapp.study.seu_desk import SeuStanding
from studyapp.ui.exam import seu_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.said import Said
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.tab_order import follow_the_eye

_WHY = (
    "Reading and mocks in this program are not counted by themselves. Add what you judge to count; the awarding body "
    "has the last word."
)
_NOTHING = "Nothing yet. Add a course, a conference or a book with the hours that it took you."


class SeuView(QWidget):
    """The total, what is known of the renewal, and the entries."""

    added = Signal()
    """The learner wants to add an entry."""
    changed = Signal(object)
    """The `SeuEntry` to change."""
    removed = Signal(str)
    """The identifier of the entry to remove."""
    renewal_wanted = Signal()
    """The learner wants to say what is renewed and when."""
    export_wanted = Signal()
    """The learner wants the list as a file."""
    undo_wanted = Signal()
    """The learner wants to take the last step back."""
    left = Signal()
    """Back to the exams."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        narrow = Narrow(theme, width=820, gap=16)
        narrow.body.addWidget(self._build_head())
        self._list = CardFrame(theme, padding=(28, 20, 28, 20), gap=8)
        narrow.body.addWidget(self._list)
        narrow.body.addStretch(1)
        Column(theme, self).addWidget(Scroll(narrow))
        Column(theme, parent).addWidget(self)

    def show_log(self, entries: Sequence[SeuEntry], standing: SeuStanding | None, *, undoable: bool) -> None:
        """Show the log as it is."""
        self.said.say("")
        self._show_standing(standing)
        self._export.setEnabled(bool(entries))
        self._undo.setVisible(undoable)
        body = self._list.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        body.addWidget(heading(self._theme, "What you learned from"))
        for entry in entries:
            body.addWidget(self._row(entry, standing))
        follow_the_eye(self)
        if not entries:
            body.addWidget(plain_label(self._theme, _NOTHING, 13.5, "muted"))

    def take_focus(self) -> None:
        """Enter adds an entry."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_head(self) -> QWidget:
        theme = self._theme
        card = CardFrame(theme, padding=(28, 24, 28, 24), gap=8)
        self._what = plain_label(theme, "", 12.5, "muted")
        self._total = heading(theme, "", 27)
        self._bar = Bar(theme, thickness=6)
        self._bar.setAccessibleName("SEUs towards the renewal")
        self._window = plain_label(theme, "", 13.5)
        self._facts = plain_label(theme, "", 12.5, "muted")
        for widget in (self._what, self._total, self._bar, self._window, self._facts):
            card.body.addWidget(widget)
        card.body.addWidget(plain_label(theme, _WHY, 12.5, "muted"))
        box = QWidget()
        line = Flow(theme, box, gap=10, line_gap=10)
        self._add = PrimaryButton(theme, "Add an entry…", key="N")
        self._renewal = QuietButton(theme, "Your renewal…", key="R")
        self._export = QuietButton(theme, "Export…", key="X")
        self._undo = QuietButton(theme, "Undo", key="Ctrl Z")
        back = QuietButton(theme, "Back", key="Esc")
        pressed = (
            (self._add, self.added),
            (self._renewal, self.renewal_wanted),
            (self._export, self.export_wanted),
            (self._undo, self.undo_wanted),
            (back, self.left),
        )
        for button, signal in pressed:
            line.addWidget(button)
            button.clicked.connect(signal)
        card.body.addSpacing(theme.px(6))
        self.said = Said(theme)
        card.body.addWidget(box)
        card.body.addWidget(self.said)
        return card

    def _show_standing(self, standing: SeuStanding | None) -> None:
        for widget in (self._what, self._bar, self._window, self._facts, self._renewal):
            widget.setVisible(standing is not None)
        if standing is None:
            self._total.setText("Hours of learning")
            return
        self._what.setText(f"Renewal · {standing.certification.title}")
        self._total.setText(seu_wording.total(standing))
        self._bar.set_share(standing.share, "good" if standing.share >= 1 else "accent")
        self._window.setText(seu_wording.window(standing))
        self._facts.setText("\n".join(seu_wording.facts(standing)))

    def _row(self, entry: SeuEntry, standing: SeuStanding | None) -> QWidget:
        theme, title = self._theme, seu_wording.entry_title(entry)
        box = QWidget()
        row = Row(theme, box, gap=14)
        words = Column(theme, gap=2)
        words.addWidget(plain_label(theme, title, 14, bold=True))
        words.addWidget(plain_label(theme, seu_wording.entry_line(entry, standing), 12.5, "muted"))
        row.addLayout(words, 1)
        change, remove = LinkButton(theme, "Change…"), LinkButton(theme, "Remove")
        change.setAccessibleName(f"Change {title}")
        remove.setAccessibleName(f"Remove {title}")
        change.clicked.connect(partial(self.changed.emit, entry))
        remove.clicked.connect(partial(self.removed.emit, entry.id))
        row.addWidget(change)
        row.addWidget(remove)
        return box
