"""The plots of a result: right answers by focus area, and the time that each question took."""

from collections.abc import Callable

from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import result_wording, wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_surface import Level
from studyapp.ui.widgets.plot_table import PlotTable

_GOOD, _FAIR = 0.85, 0.65
_LABELS = 10
"""A number stands beneath every so manieth question of a longer paper."""


class AreasPanel(PlotPanel):
    """Right answers by focus area, the weakest first."""

    def __init__(self, theme: Theme) -> None:
        self._rows = SharesPlot(theme, "By focus area")
        super().__init__(theme, self._rows, empty="No question of this paper counts.")
        self._hint = plain_label(
            theme, "Enter or a click on an area goes through its questions.", 12.5, "muted"
        )
        self.add_below(self._hint)

    def show_result(self, result: Result, title: Callable[[str], str]) -> None:
        """Show the areas of a result."""
        self._hint.setVisible(bool(result.areas))
        if not result.areas:
            self.show_empty()
            return
        areas = [(title(area.area), area.right, area.out_of) for area in result.areas]
        self._rows.set_rows([_row(*area) for area in areas])
        rows = tuple((name, str(right), str(out_of)) for name, right, out_of in areas)
        sentence = result_wording.areas_sentence(result.areas, areas[0][0])
        self.show_figures(sentence, PlotTable(("Focus area", "Right", "Questions"), rows))


class TimesPanel(PlotPanel):
    """The time on each question, in the order of the paper, against the pace."""

    def __init__(self, theme: Theme) -> None:
        self._bars = BarsPlot(theme, "Time per question")
        super().__init__(theme, self._bars, empty="No time was spent on this paper.")
        note = "Hatched: without the point. Enter or a click on a bar goes to its question."
        self._hint = plain_label(theme, note, 12.5, "muted")
        self.add_below(self._hint)

    def show_result(self, result: Result) -> None:
        """Show the times of a result; without a limit the line is their mean."""
        spent = any(item.spent for item in result.items)
        self._hint.setVisible(spent)
        if not spent or not result.pace:
            self.show_empty()
            return
        asked = result.pace_asked
        pace = asked if asked is not None else result.pace
        name = f"{'pace' if asked is not None else 'average'} {wording.duration(pace)}"
        step = _LABELS if len(result.items) > 2 * _LABELS else 1
        bars = [_bar(item, labelled=item.number % step == 0 or item.number == 1) for item in result.items]
        self._bars.set_bars(bars, Level(pace.total_seconds(), name))
        rows = tuple(
            (str(item.number), result_wording.seconds(item.spent), result_wording.item_outcome(item))
            for item in result.items
        )
        table = PlotTable(("Question", "Seconds", "Outcome"), rows)
        self.show_figures(result_wording.time_sentence(result), table)


def _row(title: str, right: int, out_of: int) -> ShareRow:
    share = right / out_of
    colour = "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
    figure = f"{right} of {out_of} right"
    return ShareRow(title, share, figure, f"{title}: {figure}", colour)


def _bar(item: ResultItem, *, labelled: bool) -> BarValue:
    spent = item.spent.total_seconds()
    text = f"Question {item.number}: {wording.duration(item.spent)}, {result_wording.item_outcome(item)}"
    return BarValue(spent, str(item.number) if labelled else "", text, upper=spent if item.wrong else 0.0)
