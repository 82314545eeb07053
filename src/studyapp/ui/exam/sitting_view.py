"""The sitting.

The question; time left and the grid of questions beside it, or above it in a narrow window.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import Pool
from studyapp.study.exam_values import ExamView, Glance
from studyapp.ui.exam import wording
from studyapp.ui.exam.beside import Beside
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.exam.question_grid import Cell, QuestionGrid, State
from studyapp.ui.exam.time_card import TimeCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import PlainLabel, plain_label
from studyapp.ui.widgets.layouts import Column, Row

_GAP = 10.0


class SittingView(QWidget):
    """Draws an ``ExamView``; it decides nothing and keeps nothing."""

    moved = Signal(int)
    """The learner wants another question, by its number."""
    hand_in_wanted = Signal()
    """The learner wants to hand in."""
    pause_wanted = Signal()
    """The learner wants the clock to stand still."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__()
        self._theme = theme
        self._view: ExamView | None = None
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._show_rest)
        self.card = QuestionCard(theme, render)
        self._build_buttons()
        self._time = TimeCard(theme)
        self._strip = _Strip(theme)
        self._build_grid()
        self._lay_out()

    def show_view(self, view: ExamView) -> None:
        """Show the paper as it stands."""
        same = self.shows(view)
        before, self._view = self._view, view
        if not same:
            self.card.show_question(view.question, view.chosen, view.words, wording.head(view))
        else:
            self.card.show_chosen(view.chosen)
        if before is None or before.attempt != view.attempt:
            self._show_rest()
        else:
            self._rest.start()

    def shows(self, view: ExamView) -> bool:
        """Whether the question of a view is the one in sight."""
        before = self._view
        return before is not None and (before.attempt, before.number) == (view.attempt, view.number)

    def make_ready(self, view: ExamView) -> None:
        """Lay out the question that will probably come next; nothing of it is shown."""
        if view.question is not None:
            self.card.make_ready(view.question, view.chosen, wording.head(view))

    @Slot()
    def _show_rest(self) -> None:
        """What stands around the question follows one frame after it, so that turning over feels immediate."""
        view = self._view
        if view is None:
            return
        self._rest.stop()
        self._previous.setEnabled(view.number > 1)
        self._show_next(view)
        self.flag_button.set_text("Flagged for review" if view.flagged else "Flag for review")
        self.flag_button.setChecked(view.flagged)
        self._grid.show_cells(_cells(view))
        self._counts.setText(wording.counts(view))
        self._show_kind(view)
        self._pause.setVisible(view.profile.pause)
        self._strip.pause.setVisible(view.profile.pause)
        self._time.show_view(view)
        self._strip.show_view(view)

    def show_time(self, glance: Glance) -> None:
        """The clock as it stands now."""
        if self._view is not None:
            self._time.show_time(glance.time_left, glance.elapsed, self._view.limit)
            self._strip.show_time(glance)

    @Slot()
    def take_focus(self) -> None:
        """Put the focus where answering begins, or on what leads on where there is nothing to answer."""
        self._beside.show_main()
        if not self.card.take_focus():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_grid(self) -> None:
        """Go to the grid; where it has taken the question's place, back to the question."""
        if self._beside.lists:
            self.take_focus()
            return
        self._show_rest()
        self._beside.show_list()
        self._grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The paper is gone."""
        self._view = None

    # -- parts

    def _build_buttons(self) -> None:
        theme = self._theme
        row = Row(theme, gap=10)
        left = QWidget()
        line = Flow(theme, left, gap=10, line_gap=8)
        self._previous = QuietButton(theme, "‹ Previous")
        self._previous.setAccessibleName("Previous")
        self.flag_button = QuietButton(theme, "Flag for review", key="F", icon="flag")
        self.flag_button.setCheckable(True)
        self._next = PrimaryButton(theme, "Next ›")
        line.addWidget(self._previous)
        line.addWidget(self.flag_button)
        row.addWidget(left, 1)
        row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        self.card.foot.addLayout(row)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)

    def _build_grid(self) -> None:
        theme = self._theme
        self._grid_card = CardFrame(theme, gap=12)
        self._grid = QuestionGrid(theme)
        self._counts = plain_label(theme, "", 12.5, "muted")
        self._kind = Tag(theme, "", "warn", "warn-soft")
        self._grid_card.body.addWidget(self._grid)
        self._grid_card.body.addWidget(self._counts)
        self._grid_card.body.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid_card.body.addStretch(1)
        self._grid.wanted.connect(self._go)
        self._grid.left.connect(self.take_focus)

    def _lay_out(self) -> None:
        theme = self._theme
        self._hand_in = QuietButton(theme, "Hand in…", key="H")
        self._pause = QuietButton(theme, "Pause", key="P", icon="pause")
        below = (self._pause, self._hand_in)
        self._beside = Beside(
            theme, self.card, self._strip, listed=self._grid_card, above=(self._time,), below=below
        )
        Column(theme, self).addWidget(self._beside)
        for button in (self._hand_in, self._strip.hand_in):
            button.clicked.connect(self.hand_in_wanted)
        for button in (self._pause, self._strip.pause):
            button.clicked.connect(self.pause_wanted)
        self._strip.questions.clicked.connect(self.show_grid)

    # -- what happens

    def _show_next(self, view: ExamView) -> None:
        last = view.number == view.count
        self._next.set_text("Hand in…" if last else "Next ›")
        self._next.setAccessibleName("Hand in" if last else "Next")

    def _show_kind(self, view: ExamView) -> None:
        word = wording.standing_tag(view.standing, view.profile.pool is Pool.HELD_BACK)
        self._kind.setText(word)
        self._kind.setVisible(bool(word))

    @Slot()
    def _go_back(self) -> None:
        if self._view is not None and self._view.number > 1:
            self.moved.emit(self._view.number - 1)

    @Slot()
    def _go_on(self) -> None:
        if self._view is None:
            return
        if self._view.number < self._view.count:
            self.moved.emit(self._view.number + 1)
        else:
            self.hand_in_wanted.emit()

    @Slot(int)
    def _go(self, number: int) -> None:
        self._beside.show_main()
        self.moved.emit(number)


class _Strip(QWidget):
    """The time and what leads elsewhere, in one line for a narrow window; the counts where they have room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = Row(theme, self, gap=_GAP)
        self._time = plain_label(theme, "", 19, bold=True, wrap=False)
        self._counts = _Counts(theme)
        self.questions = QuietButton(theme, "Questions", key="G")
        self.pause = QuietButton(theme, "Pause", key="P")
        self.hand_in = QuietButton(theme, "Hand in…", key="H")
        row.addWidget(self._time)
        row.addWidget(self._counts, 1)
        row.addWidget(self.questions)
        row.addWidget(self.pause)
        row.addWidget(self.hand_in)
        theme.zoomed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room for the keys is another."""
        super().resizeEvent(event)
        self._fit()

    def show_view(self, view: ExamView) -> None:
        """The counts and the time."""
        self._counts.setText(wording.counts(view))
        self._fit()
        self.show_time(Glance(view.time_left, view.elapsed, time_up=False))

    def show_time(self, glance: Glance) -> None:
        """The clock as it stands now."""
        left = glance.time_left
        text = wording.clock(glance.elapsed if left is None else left)
        if text != self._time.text():
            self._time.setText(text)
            self._time.setAccessibleName(f"{text} {'used' if left is None else 'left'}")

    @Slot()
    def _fit(self) -> None:
        """Where time and words need all the room, the keys are not shown beside them; they hold all the same."""
        keyed = {self.questions: "G", self.pause: "P", self.hand_in: "H"}
        for button, key in keyed.items():
            button.set_key(key)
        shown = [self._time, *(button for button in keyed if not button.isHidden())]
        gaps = len(shown) * self._theme.px(_GAP)
        if sum(part.sizeHint().width() for part in shown) + gaps > self.width():
            for button in keyed:
                button.set_key("")


class _Counts(PlainLabel):
    """The counts, or nothing where there is no room for all of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 12.5, "muted", bold=False, family="interface")

    def minimumSizeHint(self) -> QSize:
        """May be gone."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole text or none."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)


def _cells(view: ExamView) -> list[Cell]:
    return [
        Cell(n, State.ANSWERED if done else State.OPEN, flagged, n == view.number)
        for n, (done, flagged) in enumerate(zip(view.answered, view.flags, strict=True), 1)
    ]
