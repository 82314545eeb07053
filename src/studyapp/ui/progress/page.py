"""Progress.

Four figures, then the plots. Everything is worked out on a thread and filled in when it comes.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.report import AreaMemory, Progress
from studyapp.ui.background import Work, in_background
from studyapp.ui.page import Page
from studyapp.ui.progress import wording
from studyapp.ui.progress.figure_card import FigureCard, FigureRow
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_calendar import CalendarPlot
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_table import PlotTable
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide

_GOOD, _FAIR = 0.85, 0.70


class ProgressPage(Page):
    """Shows the last `Progress` it was given and asks for another when something changed."""

    title = "Progress"
    cares_for: ClassVar[Change] = (
        Change.REVIEWS | Change.EXAMS | Change.READING | Change.SETTINGS | Change.CONTENT
    )

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._work: Work | None = None
        self._again = False
        self.progress: Progress | None = None
        self.setAccessibleName(self.title)
        self._build()

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Ask for figures; those in sight stay until they have come."""
        if self._work is not None:
            self._again = True
            return
        self._again = False
        self._work = in_background(self._desks.report.inquiry(), self)
        self._work.finished.connect(self._show)
        self._work.failed.connect(self._explain)
        self._work.start()

    def state(self) -> dict[str, Any]:
        """Which plots are looked at as tables."""
        return {"tables": [p.plot.accessibleName() for p in self._panels if p.as_table]}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the same tables again."""
        tables = state.get("tables")
        if isinstance(tables, list):
            for panel in self._panels:
                panel.show_as_table(panel.plot.accessibleName() in tables)

    # -- parts

    def _build(self) -> None:
        theme = self._theme
        self._recall, self._learned = (
            FigureCard(theme, "Recall, last 30 days"),
            FigureCard(theme, "Cards learned"),
        )
        self._mock, self._time = FigureCard(theme, "Mock exams"), FigureCard(theme, "Time")
        self._build_plots()
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=20)
        self._trouble = plain_label(theme, "", 13.5, "warn")
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(FigureRow(theme, (self._recall, self._learned, self._mock, self._time)))
        columns = SideBySide(theme, wide=820, gap=16)
        columns.add(_stack(theme, ((self._days, self._ahead), (self._mocks,), (self._hours,))), 5)
        columns.add(_stack(theme, ((self._areas,), (self._honest,), (self._coverage,))), 4)
        column.addWidget(columns)
        column.addStretch(1)
        Column(theme, self).addWidget(Scroll(inner))

    def _build_plots(self) -> None:
        theme = self._theme
        self._calendar = CalendarPlot(theme, "Days studied")
        self._ahead_bars = BarsPlot(theme, "Reviews ahead", first_stands_out=True)
        self._area_rows = SharesPlot(theme, "Memory by area")
        self._mock_line = LinePlot(theme, "Mock scores")
        self._honest_line = LinePlot(theme, "Expected and recalled")
        self._hour_bars = BarsPlot(theme, "Time of day")
        self._read_rows = SharesPlot(theme, "Articles read")
        self._days = PlotPanel(theme, self._calendar, empty="Each day with an answer will be a square here.")
        self._ahead = PlotPanel(
            theme, self._ahead_bars, empty="When cards come back is shown here once you have learned some."
        )
        self._areas = PlotPanel(
            theme, self._area_rows, empty="How well you recall each focus area is shown here, card by card."
        )
        self._mocks = PlotPanel(
            theme,
            self._mock_line,
            empty="Sit a mock exam on the Exam page; its score is the first point of this line.",
        )
        self._honest = PlotPanel(
            theme,
            self._honest_line,
            empty="Whether the memory model is honest for you is shown here after the first reviews.",
        )
        self._hours = PlotPanel(
            theme, self._hour_bars, empty="When you answer cards is shown here, hour by hour."
        )
        self._coverage = PlotPanel(
            theme, self._read_rows, empty="What you have read is shown here, topic by topic."
        )
        self._panels = (
            self._days,
            self._ahead,
            self._areas,
            self._mocks,
            self._honest,
            self._hours,
            self._coverage,
        )

    # -- what happens

    @Slot(object)
    def _show(self, progress: Progress) -> None:
        self._work = None
        self.progress = progress
        self._trouble.hide()
        figures = progress.figures
        self._recall.show_figure(*wording.recall_figure(figures))
        self._learned.show_figure(*wording.learned_figure(figures))
        self._mock.show_figure(*wording.mock_figure(figures))
        self._time.show_figure(*wording.time_figure(figures))
        self._show_days(progress)
        self._show_ahead(progress)
        self._show_areas(progress)
        self._show_mocks(progress)
        self._show_honest(progress)
        self._show_hours(progress)
        self._show_coverage(progress)
        if self._again:
            self.wake(Change.NOTHING)

    @Slot(object)
    def _explain(self, fault: Exception) -> None:
        self._work = None
        self._trouble.setText(
            "The figures could not be read just now. Nothing is lost; they come when you return here."
        )
        self._trouble.show()

    def _show_days(self, progress: Progress) -> None:
        if not progress.days:
            self._days.show_empty()
            return
        texts = {day.day: wording.done_text(day) for day in progress.days}
        self._calendar.set_days(
            {day.day: day.cards + day.questions for day in progress.days}, texts, progress.today
        )
        rows = [
            (day.day.isoformat(), str(day.cards), str(day.questions), f"{day.took.total_seconds() / 60:.0f}")
            for day in reversed(progress.days)
        ]
        table = PlotTable(("Day", "Cards", "Questions", "Minutes"), tuple(rows))
        self._days.show_figures(wording.days_sentence(progress), table)

    def _show_ahead(self, progress: Progress) -> None:
        if not any(progress.ahead):
            self._ahead.show_empty()
            return
        days = [progress.today + timedelta(days=n) for n in range(len(progress.ahead))]
        bars = [
            BarValue(
                number,
                _label(n, day.isoweekday(), wording.short_day(day)),
                _due(wording.day_name(day), number),
            )
            for n, (day, number) in enumerate(zip(days, progress.ahead, strict=True))
        ]
        self._ahead_bars.set_bars(bars)
        rows = [(day.isoformat(), str(number)) for day, number in zip(days, progress.ahead, strict=True)]
        self._ahead.show_figures(
            wording.ahead_sentence(progress.ahead), PlotTable(("Day", "Cards due"), tuple(rows))
        )

    def _show_areas(self, progress: Progress) -> None:
        if not any(area.seen for area in progress.areas):
            self._areas.show_empty()
            return
        areas = sorted(progress.areas, key=_weakest_first)
        rows = [
            ShareRow(
                a.title,
                a.recalled,
                wording.area_text(a),
                f"{a.title}: {wording.area_text(a)}",
                _colour(a.recalled),
            )
            for a in areas
        ]
        self._area_rows.set_rows(rows)
        table = [
            (a.title, "" if a.recalled is None else f"{a.recalled:.3f}", str(a.seen), str(a.total))
            for a in progress.areas
        ]
        header = ("Focus area", "Recalled", "Cards seen", "Cards")
        self._areas.show_figures(wording.areas_sentence(progress.areas), PlotTable(header, tuple(table)))

    def _show_mocks(self, progress: Progress) -> None:
        mocks = progress.figures.mocks
        if not mocks:
            self._mocks.show_empty()
            return
        points = tuple(
            LinePoint(
                float(number),
                row.share,
                f"{wording.day_name(row.began_at.date())}, {row.profile.title}: {int(row.share * 100 + 1e-9)} %",
                wording.short_day(row.began_at.date()),
            )
            for number, row in enumerate(mocks)
        )
        mark = progress.figures.pass_mark
        self._mock_line.set_lines(
            [Line("Score", points)], (mark / 100, f"pass mark {mark} %") if mark else None
        )
        rows = [(row.began_at.date().isoformat(), row.profile.title, f"{row.share:.3f}") for row in mocks]
        table = PlotTable(("Day", "Paper", "Score"), tuple(rows))
        self._mocks.show_figures(wording.mocks_sentence(progress.figures), table)

    def _show_honest(self, progress: Progress) -> None:
        if not progress.recall:
            self._honest.show_empty()
            return
        told = tuple(
            LinePoint(
                row.expected,
                row.recalled / row.reviews,
                f"Expected {row.expected:.0%}, recalled {row.recalled} of {row.reviews}".replace("%", " %"),
                f"{row.expected:.0%}".replace("%", " %"),
            )
            for row in progress.recall
        )
        ideal = tuple(
            LinePoint(row.expected, row.expected, f"Expected {row.expected:.0%}") for row in progress.recall
        )
        self._honest_line.set_lines([Line("Recalled", told), Line("Expected", ideal, "muted", hollow=True)])
        rows = [(f"{row.expected:.3f}", str(row.reviews), str(row.recalled)) for row in progress.recall]
        table = PlotTable(("Expected", "Reviews", "Recalled"), tuple(rows))
        self._honest.show_figures(wording.honest_sentence(progress), table)

    def _show_hours(self, progress: Progress) -> None:
        if not progress.hours:
            self._hours.show_empty()
            return
        answers = {row.hour: row for row in progress.hours}
        bars = [
            BarValue(
                answers[hour].answers if hour in answers else 0,
                f"{hour}:00" if hour % 4 == 0 else "",
                f"{hour}:00 to {hour + 1}:00: {answers[hour].answers if hour in answers else 0} answers",
            )
            for hour in range(24)
        ]
        self._hour_bars.set_bars(bars)
        rows = [
            (f"{row.hour}:00", str(row.answers), str(row.reviews), str(row.recalled))
            for row in progress.hours
        ]
        table = PlotTable(("Hour", "Answers", "Reviews", "Recalled"), tuple(rows))
        self._hours.show_figures(wording.hours_sentence(progress), table)

    def _show_coverage(self, progress: Progress) -> None:
        if not progress.coverage:
            self._coverage.show_empty()
            return
        rows = [
            ShareRow(
                row.title,
                row.read / row.total,
                f"{row.read} of {row.total}",
                f"{row.title}: {row.read} of {row.total} read",
            )
            for row in progress.coverage
        ]
        self._read_rows.set_rows(rows)
        table = [(row.title, str(row.read), str(row.total)) for row in progress.coverage]
        header = ("Topic", "Read", "Articles")
        self._coverage.show_figures(
            wording.coverage_sentence(progress.coverage), PlotTable(header, tuple(table))
        )


def _stack(theme: Theme, cards: Sequence[Sequence[QWidget]]) -> QWidget:
    """Cards below one another, each with its panels."""
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column = Column(theme, box, gap=16)
    for panels in cards:
        card = CardFrame(theme, gap=22)
        for panel in panels:
            card.body.addWidget(panel)
        column.addWidget(card)
    column.addStretch(1)
    return box


def _weakest_first(area: AreaMemory) -> tuple[bool, float, str]:
    return area.recalled is None, area.recalled or 0.0, area.title


def _label(number: int, weekday: int, text: str) -> str:
    """Today and the Mondays are named."""
    return "Today" if number == 0 else text if weekday == 1 else ""


def _due(day: str, number: int) -> str:
    return f"{day}: {wording.count(number, 'card')}"


def _colour(share: float | None) -> str:
    if share is None:
        return "muted"
    return "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
