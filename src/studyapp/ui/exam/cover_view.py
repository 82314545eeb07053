"""Covers the question while the clock stands still."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.study.exam_values import ExamView
from studyapp.ui.exam import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.scroll import Scroll


class CoverView(QWidget):
    """Says where the paper stands; the learner goes on, hands in or leaves it lying."""

    resumed = Signal()
    """Let the clock run again."""
    hand_in_wanted = Signal()
    """Hand in."""
    left = Signal()
    """Leave the paper lying and go to the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._narrow = Narrow(theme, width=640)
        card = CardFrame(theme, padding=(32, 28, 32, 28), gap=8)
        self._title = heading(theme, "", 22)
        self._where = plain_label(theme, "", 14)
        self._note = plain_label(theme, "The clock stands still, and the question is covered.", 13.5, "muted")
        box = QWidget()
        line = Flow(theme, box, gap=10, line_gap=10)
        self._go_on = PrimaryButton(theme, "Go on")
        hand_in = QuietButton(theme, "Hand in…", key="H")
        leave = QuietButton(theme, "Later")
        for button in (self._go_on, hand_in, leave):
            line.addWidget(button)
        for label in (self._title, self._where, self._note):
            card.body.addWidget(label)
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(box)
        self._narrow.body.addStretch(1)
        self._narrow.body.addWidget(card)
        self._narrow.body.addStretch(2)
        Column(theme, self).addWidget(Scroll(self._narrow))
        self._go_on.clicked.connect(self.resumed)
        hand_in.clicked.connect(self.hand_in_wanted)
        leave.clicked.connect(self.left)

    def show_view(self, view: ExamView) -> None:
        """Where the paper stands."""
        self._title.setText(f"{view.profile.title}: question {view.number} of {view.count}")
        left = f"{wording.clock(view.time_left)} left" if view.time_left is not None else "no time limit"
        self._where.setText(f"{left.capitalize() if left[0].isalpha() else left} · {wording.counts(view)}")

    def take_focus(self) -> None:
        """Enter goes on."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)
