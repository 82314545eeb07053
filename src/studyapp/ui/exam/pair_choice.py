"""Which paper to set beside the one in sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ids import ItemId
from studyapp.study.exam_result import Result
from studyapp.study.exam_values import AttemptRow
from studyapp.ui.exam import pair_wording, wording
from studyapp.ui.exam.attempt_line import attempt_line
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.progress_row import ProgressRow
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.tab_order import follow_the_eye

_NONE = "There is no other paper yet. Once you have handed in a second one, of any kind, it can be set beside this one."


class PairChoice(QWidget):
    """Lists every other paper that was handed in, those of the same kind first."""

    chosen = Signal(str)
    """The attempt to set beside."""
    left = Signal()
    """Back to the result."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=16)
        self._card = CardFrame(theme, gap=10)
        self._title = heading(theme, "", 17)
        self._back = QuietButton(theme, "Back to the result", key="Esc")
        self._back.clicked.connect(self.left)
        self._rows = QWidget()
        self._list = Column(theme, self._rows, gap=8)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._rows)
        self._card.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
        column.addStretch(1)
        Column(theme, self).addWidget(Scroll(inner))

    def show_attempts(
        self, beside: Result, rows: Sequence[AttemptRow], to_mark: Mapping[ItemId, int]
    ) -> None:
        """Offer all attempts but the one in sight; ``rows`` are the newest first.

        ``to_mark`` says how many answers of an attempt wait for a mark.
        """
        self._title.setText(f"Set beside {pair_wording.title(beside)}")
        others = [row for row in rows if row.handed_in_at is not None and row.id != beside.id]
        others.sort(key=lambda row: row.profile.id != beside.profile.id)
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in others:
            title = f"{row.profile.title}, {wording.began(row)}"
            line = ProgressRow(self._theme, attempt_line(row, title, to_mark.get(row.id, 0)))
            line.clicked.connect(self._choose)
            self._list.addWidget(line)
            line.show()  # at once, so that it can take the focus
        if not others:
            self._list.addWidget(plain_label(self._theme, _NONE, 13.5, "muted"))
        follow_the_eye(self)

    def take_focus(self) -> None:
        """The first paper of the list."""
        first = self._list.itemAt(0)
        widget = first.widget() if first is not None else None
        (widget if isinstance(widget, ProgressRow) else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, ProgressRow):
            self.chosen.emit(row.line.target)
