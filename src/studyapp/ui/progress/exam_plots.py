"""Plots of mocks and forecasts."""

from studyapp.learning.forecast import Forecast
from studyapp.study.outlook import Outlook
from studyapp.study.report import Progress
from studyapp.ui.progress import exam_wording, wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_surface import Level
from studyapp.ui.widgets.plot_table import PlotTable
from studyapp.ui.wording import chance_told


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
            text = f"{wording.day_name(row.began_at)}, {row.profile.title}: {int(row.share * 100 + 1e-9)} %"
            points.append(LinePoint(float(number), row.share, text, wording.short_day(row.began_at)))
        mark = figures.pass_mark
        self._line.set_lines(
            [Line("Score", tuple(points))], Level(mark / 100, f"pass mark {mark} %") if mark else None
        )
        rows = tuple(
            (row.began_at.date().isoformat(), row.profile.title, f"{row.share:.3f}") for row in figures.mocks
        )
        self.show_figures(exam_wording.mocks_sentence(figures), PlotTable(("Day", "Paper", "Score"), rows))


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
            low, high = past.interval.low, past.interval.high
            chance, lowest, highest = map(chance_told, (past.chance, low, high))
            text = f"{wording.day_name(past.day)}: {chance}, between {lowest} and {highest}"
            day = float(past.day.toordinal())
            points.append(LinePoint(day, past.chance, text, wording.short_day(past.day), low, high))
            shares = (f"{x:.3f}" for x in (past.chance, low, high))
            told = "told" if past.told else "worked out afterwards"
            rows.append((past.day.isoformat(), *shares, str(past.answers), told))
        self._line.set_lines([Line("Chance", tuple(points))])
        header = ("Day", "Chance", "Low", "High", "First answers", "Forecast")
        table = PlotTable(header, tuple(rows))
        self.show_figures(exam_wording.forecast_sentence(outlook), table)


class FaredPanel(PlotPanel):
    """What was forecast before each exam, and how it went."""

    def __init__(self, theme: Theme) -> None:
        self._rows = SharesPlot(theme, "How the forecasts fared")
        empty = "After a mock of new questions, this shows what the forecast had said before it."
        super().__init__(theme, self._rows, empty=empty)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the exams, the newest first: a stroke at the chance that was forecast, on its interval."""
        if not outlook.fared:
            self.show_empty()
            return
        rows, table = [], []
        for row in outlook.fared:
            name = f"{'Real exam' if row.real else 'Mock'}, {wording.short_day(row.day)}"
            text = exam_wording.fared_text(row)
            colour = "good" if row.passed else "bad"
            span = row.interval.low, row.interval.high
            spoken = f"{name}: {text}, likely {exam_wording.likely_span(row.interval)}"
            rows.append(ShareRow(name, row.chance, text, spoken, colour, span))
            shares = (f"{x:.3f}" for x in (row.chance, row.interval.low, row.interval.high))
            score = "" if row.share is None else f"{row.share:.3f}"
            passed = "passed" if row.passed else "not passed"
            told = "told before" if row.told else "worked out afterwards"
            table.append((row.day.isoformat(), row.title, *shares, told, passed, score))
        self._rows.set_rows(rows)
        header = ("Day", "Exam", "Chance", "Low", "High", "Forecast", "Outcome", "Score")
        self.show_figures(exam_wording.fared_sentence(outlook.fared), PlotTable(header, tuple(table)))
