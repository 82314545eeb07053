"""The sitting.

The question; time left and the grid of questions beside it, or above it in a narrow window.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from studyapp.catalog.question import Pool
from studyapp.study.exam_values import ExamView, Glance
from studyapp.ui.exam import wording
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.exam.question_grid import Cell, QuestionGrid, State
from studyapp.ui.exam.time_card import TimeCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column, Row

_SIDE = 318.0
_WIDE = 900.0


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
        self._narrow = False
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._show_rest)
        self.card = QuestionCard(theme, render)
        self._build_buttons()
        self._time = TimeCard(theme)
        self._strip = _Strip(theme)
        self._build_grid()
        self._build_side()
        self._lay_out()
        theme.zoomed.connect(self._fit)

    def show_view(self, view: ExamView) -> None:
        """Show the paper as it stands."""
        before, self._view = self._view, view
        same = before is not None and (before.attempt, before.number) == (view.attempt, view.number)
        if not same:
            self.card.show_question(view.question, view.chosen, view.words, wording.head(view))
        else:
            self.card.show_chosen(view.chosen)
        if before is None or before.attempt != view.attempt:
            self._show_rest()
        else:
            self._rest.start()

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
        self._refit_side()

    def show_time(self, glance: Glance) -> None:
        """The clock as it stands now."""
        if self._view is not None:
            self._time.show_time(glance.time_left, glance.elapsed, self._view.limit)
            self._strip.show_time(glance)

    def take_focus(self) -> None:
        """Put the focus where answering begins."""
        self._stack.setCurrentIndex(0)
        self.card.take_focus()

    def show_grid(self) -> None:
        """Go to the grid."""
        if self._narrow:
            self._stack.setCurrentIndex(1)
        self._grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The paper is gone."""
        self._view = None

    # -- parts

    def _build_buttons(self) -> None:
        theme = self._theme
        row = Row(theme, gap=10)
        self._previous = QuietButton(theme, "‹ Previous")
        self._previous.setAccessibleName("Previous")
        self.flag_button = QuietButton(theme, "Flag for review", key="F", icon="flag")
        self.flag_button.setCheckable(True)
        self._next = PrimaryButton(theme, "Next ›")
        row.addWidget(self._previous)
        row.addWidget(self.flag_button)
        row.addStretch(1)
        row.addWidget(self._next)
        self.card.foot.addLayout(row)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)

    def _build_grid(self) -> None:
        theme = self._theme
        self._grid_card = CardFrame(theme, gap=12)
        self._grid = QuestionGrid(theme)
        self._grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._counts = plain_label(theme, "", 12.5, "muted")
        self._kind = Tag(theme, "", "warn", "warn-soft")
        self._grid_card.body.addWidget(self._grid)
        self._grid_card.body.addWidget(self._counts)
        self._grid_card.body.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid_card.body.addStretch(1)
        self._grid.wanted.connect(self._go)

    def _build_side(self) -> None:
        theme = self._theme
        self._side = QWidget()
        column = Column(theme, self._side, gap=16)
        self._hand_in = QuietButton(theme, "Hand in…", key="H")
        self._pause = QuietButton(theme, "Pause", key="P", icon="pause")
        column.addWidget(self._time)
        column.addWidget(self._grid_card, 1)
        column.addWidget(self._pause)
        column.addWidget(self._hand_in)
        for button in (self._hand_in, self._strip.hand_in):
            button.clicked.connect(self.hand_in_wanted)
        for button in (self._pause, self._strip.pause):
            button.clicked.connect(self.pause_wanted)
        self._strip.questions.clicked.connect(self._turn_grid)

    def _lay_out(self) -> None:
        theme = self._theme
        self._outer = Column(theme, self, margins=(24, 24, 24, 24), gap=14)
        self._outer.addWidget(self._strip)
        row = Row(theme, gap=20)
        self._main = QWidget()
        self._stack = QStackedLayout(self._main)
        self._stack.addWidget(self.card)
        row.addWidget(self._main, 1)
        row.addWidget(self._side)
        self._outer.addLayout(row, 1)
        self._fit()

    # -- what happens

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has the side above."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._side.setFixedWidth(self._theme.px(_SIDE))
        narrow = self.width() < self._theme.px(_WIDE)
        self._strip.setVisible(narrow)
        self._side.setVisible(not narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._stack.addWidget(self._grid_card)
            else:
                self._stack.removeWidget(self._grid_card)
                side = self._side.layout()
                assert isinstance(side, Column)
                side.insertWidget(1, self._grid_card, 1)
                self._grid_card.show()
                self._stack.setCurrentIndex(0)
        self._refit_side()

    def _refit_side(self) -> None:
        self._grid.setMaximumHeight(self._grid.needed_height())

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
        self._stack.setCurrentIndex(0)
        self.moved.emit(number)

    @Slot()
    def _turn_grid(self) -> None:
        if self._stack.currentIndex() == 0:
            self.show_grid()
        else:
            self.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Fonts of another size need another grid."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class _Strip(QWidget):
    """The time and what leads elsewhere, in one line for a narrow window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = Row(theme, self, gap=10)
        self._time = plain_label(theme, "", 19, bold=True, wrap=False)
        self._counts = plain_label(theme, "", 12.5, "muted")
        self.questions = QuietButton(theme, "Questions", key="G")
        self.pause = QuietButton(theme, "Pause", key="P")
        self.hand_in = QuietButton(theme, "Hand in…", key="H")
        row.addWidget(self._time)
        row.addWidget(self._counts, 1)
        row.addWidget(self.questions)
        row.addWidget(self.pause)
        row.addWidget(self.hand_in)

    def show_view(self, view: ExamView) -> None:
        """The counts and the time."""
        self._counts.setText(wording.counts(view))
        self.show_time(Glance(view.time_left, view.elapsed, time_up=False))

    def show_time(self, glance: Glance) -> None:
        """The clock as it stands now."""
        left = glance.time_left
        text = wording.clock(glance.elapsed if left is None else left)
        if text != self._time.text():
            self._time.setText(text)
            self._time.setAccessibleName(f"{text} {'used' if left is None else 'left'}")


def _cells(view: ExamView) -> list[Cell]:
    return [
        Cell(n, State.ANSWERED if done else State.OPEN, flagged, n == view.number)
        for n, (done, flagged) in enumerate(zip(view.answered, view.flags, strict=True), 1)
    ]
