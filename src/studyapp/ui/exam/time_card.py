"""The time left, as large as it matters, with a bar and whether the pace will do."""

from datetime import timedelta

from studyapp.study.exam_values import ExamView
from studyapp.ui.exam import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import plain_label

_WARNINGS = (timedelta(minutes=10), timedelta(minutes=5), timedelta(minutes=1))
"""When a screen reader says how much time is left without being asked."""

_LOW = timedelta(minutes=5)


class TimeCard(CardFrame):
    """Time left, or time used where there is no limit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 18, 18, 20), gap=0)
        self._caption = plain_label(theme, "", 12.5, "muted", wrap=False)
        self._figure = plain_label(theme, "", 34, bold=True, wrap=False)
        self._bar = Bar(theme, thickness=6)
        self._bar.setAccessibleName("Time left")
        self._pace = plain_label(theme, "", 12.5, "muted")
        self.body.addWidget(self._caption)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._figure)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(self._bar)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._pace)
        self._last: timedelta | None = None

    def show_view(self, view: ExamView) -> None:
        """Take up what does not change with every second."""
        self._bar.setVisible(view.limit is not None)
        self._caption.setText("Time left" if view.limit is not None else "Time used")
        self._pace.setText(wording.pace(view.pace_asked, view.pace))
        behind = view.pace is not None and view.pace_asked is not None and view.pace > view.pace_asked
        self._pace.set_colour("warn" if behind else "muted")
        self.show_time(view.time_left, view.elapsed, view.limit)

    def show_time(self, left: timedelta | None, elapsed: timedelta, limit: timedelta | None) -> None:
        """The clock as it stands now; called several times a second."""
        text = wording.clock(elapsed if left is None else left)
        if text == self._figure.text():
            return
        self._figure.setText(text)
        if left is None or limit is None:
            self._figure.setAccessibleName(f"{wording.spoken_clock(elapsed)} used")
            return
        low = left <= min(_LOW, limit / 4)
        self._figure.set_colour("bad" if low else "text")
        self._bar.set_share(left / limit, "bad" if low else "accent")
        self._figure.setAccessibleName(f"{wording.spoken_clock(left)} left")
        before, self._last = self._last, left
        if before is not None and any(left <= mark < before for mark in _WARNINGS):
            announce(self, f"{wording.spoken_clock(left)} left")
