"""Plots of what was done and is to be done: days, work ahead, hours, reading."""

from datetime import timedelta

from studyapp.study.report import DayDone, Progress
from studyapp.ui.progress import wording, work_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_calendar import CalendarPlot
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_table import PlotTable


class DaysPanel(PlotPanel):
    """The calendar of days studied."""

    def __init__(self, theme: Theme) -> None:
        self._calendar = CalendarPlot(theme, "Days studied")
        super().__init__(theme, self._calendar, empty="Each day of study will be a square here.")

    def show_progress(self, progress: Progress) -> None:
        """Show what was done on each day."""
        if not progress.days:
            self.show_empty()
            return
        texts = {day.day: wording.done_text(day) for day in progress.days}
        counts = {day.day: _weight(day) for day in progress.days}
        self._calendar.set_days(counts, texts, progress.today)
        rows = []
        for day in reversed(progress.days):
            done = map(str, (day.cards, day.questions, day.exercises, _minutes(day.read), _minutes(day.took)))
            rows.append((day.day.isoformat(), *done))
        header = ("Day", "Cards", "Questions", "Exercises", "Reading, min", "In all, min")
        table = PlotTable(header, tuple(rows))
        self.show_figures(wording.days_sentence(progress), table)


def _weight(day: DayDone) -> int:
    """How deep a day's colour is to be: a minute of reading weighs as much as an answer."""
    return max(1, day.cards + day.questions + day.exercises + _minutes(day.read))


def _minutes(time: timedelta) -> int:
    return round(time.total_seconds() / 60)


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
        self.show_figures(work_wording.ahead_sentence(progress.ahead), PlotTable(("Day", "Cards due"), rows))


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
