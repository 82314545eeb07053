"""Fills the plots of the Progress page from what was worked out."""

from datetime import timedelta

from studyapp.learning.forecast import Forecast
from studyapp.study.outlook import Outlook
from studyapp.study.report import AreaMemory, Progress
from studyapp.ui.progress import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_calendar import CalendarPlot
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_table import PlotTable

_GOOD, _FAIR = 0.85, 0.70


class DaysPanel(PlotPanel):
    """The calendar of days studied."""

    def __init__(self, theme: Theme) -> None:
        self._calendar = CalendarPlot(theme, "Days studied")
        super().__init__(theme, self._calendar, empty="Each day with an answer will be a square here.")

    def show_progress(self, progress: Progress) -> None:
        """Show what was done on each day."""
        if not progress.days:
            self.show_empty()
            return
        texts = {day.day: wording.done_text(day) for day in progress.days}
        counts = {day.day: day.cards + day.questions for day in progress.days}
        self._calendar.set_days(counts, texts, progress.today)
        rows = [
            (day.day.isoformat(), str(day.cards), str(day.questions), f"{day.took.total_seconds() / 60:.0f}")
            for day in reversed(progress.days)
        ]
        table = PlotTable(("Day", "Cards", "Questions", "Minutes"), tuple(rows))
        self.show_figures(wording.days_sentence(progress), table)


class AheadPanel(PlotPanel):
    """The reviews of the coming days."""

    def __init__(self, theme: Theme) -> None:
        self._bars = BarsPlot(theme, "Reviews ahead", first_stands_out=True)
        super().__init__(
            theme, self._bars, empty="When cards come back is shown here once you have learned some."
        )

    def show_progress(self, progress: Progress) -> None:
        """Show how many cards come back on each day."""
        if not any(progress.ahead):
            self.show_empty()
            return
        dated = [(progress.today + timedelta(days=n), due) for n, due in enumerate(progress.ahead)]
        bars = [
            BarValue(
                due,
                "Today" if n == 0 else wording.short_day(day) if day.isoweekday() == 1 else "",
                f"{wording.day_name(day)}: {wording.count(due, 'card')}",
            )
            for n, (day, due) in enumerate(dated)
        ]
        self._bars.set_bars(bars)
        rows = tuple((day.isoformat(), str(due)) for day, due in dated)
        self.show_figures(wording.ahead_sentence(progress.ahead), PlotTable(("Day", "Cards due"), rows))


class AreasPanel(PlotPanel):
    """How well the cards of each focus area are recalled now."""

    def __init__(self, theme: Theme) -> None:
        self._rows = SharesPlot(theme, "Memory by area")
        empty = "How well you recall each focus area is shown here, card by card."
        super().__init__(theme, self._rows, empty=empty)

    def show_progress(self, progress: Progress) -> None:
        """Show the areas, the weakest first, those not begun last."""
        if not any(area.seen for area in progress.areas):
            self.show_empty()
            return
        areas = sorted(progress.areas, key=_weakest_first)
        self._rows.set_rows([_area_row(area) for area in areas])
        table = tuple(
            (a.title, "" if a.recalled is None else f"{a.recalled:.3f}", str(a.seen), str(a.total))
            for a in areas
        )
        header = ("Focus area", "Recalled", "Cards seen", "Cards")
        self.show_figures(wording.areas_sentence(areas), PlotTable(header, table))


class MocksPanel(PlotPanel):
    """The scores of honest mocks."""

    def __init__(self, theme: Theme) -> None:
        self._line = LinePlot(theme, "Mock scores")
        empty = "Sit a mock exam on the Exam page; its score is the first point of this line."
        super().__init__(theme, self._line, empty=empty)

    def show_progress(self, progress: Progress) -> None:
        """Show the scores in their order against the pass mark."""
        figures = progress.figures
        if not figures.mocks:
            self.show_empty()
            return
        points = []
        for number, row in enumerate(figures.mocks):
            day = row.began_at.date()
            text = f"{wording.day_name(day)}, {row.profile.title}: {int(row.share * 100 + 1e-9)} %"
            points.append(LinePoint(float(number), row.share, text, wording.short_day(day)))
        mark = figures.pass_mark
        self._line.set_lines(
            [Line("Score", tuple(points))], (mark / 100, f"pass mark {mark} %") if mark else None
        )
        rows = tuple(
            (r.began_at.date().isoformat(), r.profile.title, f"{r.share:.3f}") for r in figures.mocks
        )
        self.show_figures(wording.mocks_sentence(figures), PlotTable(("Day", "Paper", "Score"), rows))


class HonestPanel(PlotPanel):
    """What was recalled against what was expected."""

    def __init__(self, theme: Theme) -> None:
        self._line = LinePlot(theme, "Expected and recalled")
        empty = "Whether the memory model is honest for you is shown here after the first reviews."
        super().__init__(theme, self._line, empty=empty)

    def show_progress(self, progress: Progress) -> None:
        """Show the share recalled at each expected chance; the dashed line is what was expected."""
        if not progress.recall:
            self.show_empty()
            return
        told, ideal = [], []
        for row in progress.recall:
            expected = wording.per_cent(row.expected)
            text = f"Expected {expected}, recalled {row.recalled} of {row.reviews}"
            told.append(LinePoint(row.expected, row.recalled / row.reviews, text, expected))
            ideal.append(LinePoint(row.expected, row.expected, f"Expected {expected}"))
        lines = [Line("Recalled", tuple(told)), Line("Expected", tuple(ideal), "muted", hollow=True)]
        self._line.set_lines(lines)
        rows = tuple((f"{row.expected:.3f}", str(row.reviews), str(row.recalled)) for row in progress.recall)
        self.show_figures(
            wording.honest_sentence(progress), PlotTable(("Expected", "Reviews", "Recalled"), rows)
        )


class HoursPanel(PlotPanel):
    """When the learner answers cards."""

    def __init__(self, theme: Theme) -> None:
        self._bars = BarsPlot(theme, "Time of day")
        super().__init__(theme, self._bars, empty="When you answer cards is shown here, hour by hour.")

    def show_progress(self, progress: Progress) -> None:
        """Show the answers of each hour."""
        if not progress.hours:
            self.show_empty()
            return
        answers = {row.hour: row.answers for row in progress.hours}
        bars = []
        for hour in range(24):
            number = answers.get(hour, 0)
            text = f"{hour}:00 to {hour + 1}:00: {wording.count(number, 'answer')}"
            bars.append(BarValue(number, f"{hour}:00" if hour % 4 == 0 else "", text))
        self._bars.set_bars(bars)
        rows = tuple(
            (f"{row.hour}:00", str(row.answers), str(row.reviews), str(row.recalled))
            for row in progress.hours
        )
        table = PlotTable(("Hour", "Answers", "Reviews", "Recalled"), rows)
        self.show_figures(wording.hours_sentence(progress), table)


class CoveragePanel(PlotPanel):
    """What was read."""

    def __init__(self, theme: Theme) -> None:
        self._rows = SharesPlot(theme, "Articles read")
        super().__init__(theme, self._rows, empty="What you have read is shown here, topic by topic.")

    def show_progress(self, progress: Progress) -> None:
        """Show how many articles of each topic are read."""
        if not progress.coverage:
            self.show_empty()
            return
        rows = []
        for topic in progress.coverage:
            figure = f"{topic.read} of {topic.total}"
            rows.append(
                ShareRow(topic.title, topic.read / topic.total, figure, f"{topic.title}: {figure} read")
            )
        self._rows.set_rows(rows)
        table = tuple((topic.title, str(topic.read), str(topic.total)) for topic in progress.coverage)
        sentence = wording.coverage_sentence(progress.coverage)
        self.show_figures(sentence, PlotTable(("Topic", "Read", "Articles"), table))


class ForecastPanel(PlotPanel):
    """The forecast over time."""

    def __init__(self, theme: Theme) -> None:
        self._line = LinePlot(theme, "Forecast over time")
        empty = "Once there is enough evidence, the chance to pass is drawn here day by day."
        super().__init__(theme, self._line, empty=empty)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what the forecast was on earlier days, with its interval."""
        if not outlook.past or not isinstance(outlook.now, Forecast):
            self.show_empty()
            return
        points, rows = [], []
        for past in outlook.past:
            found = past.forecast
            low, high = found.interval.low, found.interval.high
            chance, lowest, highest = map(wording.per_cent, (found.chance, low, high))
            text = f"{wording.day_name(past.day)}: {chance}, between {lowest} and {highest}"
            day = float(past.day.toordinal())
            points.append(LinePoint(day, found.chance, text, wording.short_day(past.day), low, high))
            rows.append(
                (past.day.isoformat(), f"{found.chance:.3f}", f"{low:.3f}", f"{high:.3f}", str(found.answers))
            )
        self._line.set_lines([Line("Chance", tuple(points))])
        table = PlotTable(("Day", "Chance", "Low", "High", "First answers"), tuple(rows))
        self.show_figures(wording.forecast_sentence(outlook), table)


def _area_row(area: AreaMemory) -> ShareRow:
    share, text = area.recalled, wording.area_text(area)
    colour = "muted" if share is None else "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
    return ShareRow(area.title, share, text, f"{area.title}: {text}", colour)


def _weakest_first(area: AreaMemory) -> tuple[bool, float, str]:
    return area.recalled is None, area.recalled or 0.0, area.title
