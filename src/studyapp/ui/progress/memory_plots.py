"""Plots of what is remembered: by focus area, and as time goes by."""

from math import log

from studyapp.study.report import AreaMemory, Progress
from studyapp.ui.progress import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint, LineStyle, Tick
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_table import PlotTable

_GOOD, _FAIR = 0.85, 0.70
_AGES = ((1, "1 day"), (3, "3 days"), (10, "10 days"), (30, "30 days"), (100, "100 days"), (365, "1 year"))


class AreasPanel(PlotPanel):
    """How well the cards of each focus area would be recalled tomorrow."""

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
        header = ("Focus area", "Recalled tomorrow", "Cards seen", "Cards")
        self.show_figures(wording.areas_sentence(areas), PlotTable(header, table))


class ForgettingPanel(PlotPanel):
    """The model's forgetting curve, and what was recalled along it."""

    def __init__(self, theme: Theme) -> None:
        self._line = LinePlot(theme, "Forgetting curve")
        empty = "Whether the memory model is honest for you is shown here after the first reviews."
        super().__init__(theme, self._line, empty=empty)

    def show_progress(self, progress: Progress) -> None:
        """Show the share recalled, early to late; the dashed line is what the model expects."""
        found = progress.forgetting
        if not found.recalled:
            self.show_empty()
            return
        model = tuple(LinePoint(log(day), chance, "") for day, chance in found.curve)
        told = tuple(
            LinePoint(
                log(row.day), row.recalled / row.reviews, wording.recalled_text(row), "", row.low, row.high
            )
            for row in found.recalled
        )
        last = found.curve[-1][0]
        ticks = [Tick(log(days), name) for days, name in _AGES if days <= last * 1.001]
        lines = [
            Line("Expected", model, "muted", LineStyle.CURVE),
            Line("Recalled", told, style=LineStyle.POINTS),
        ]
        self._line.set_lines(lines, ticks=ticks)
        rows = tuple(
            (f"{row.day:.1f}", f"{row.expected:.3f}", str(row.reviews), str(row.recalled))
            for row in found.recalled
        )
        table = PlotTable(("Days, for a card that lasts ten", "Expected", "Reviews", "Recalled"), rows)
        self.show_figures(wording.forgetting_sentence(progress), table)


def _area_row(area: AreaMemory) -> ShareRow:
    share, text = area.recalled, wording.area_text(area)
    colour = "muted" if share is None else "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
    return ShareRow(area.title, share, text, f"{area.title}: {text}", colour)


def _weakest_first(area: AreaMemory) -> tuple[bool, float, str]:
    return area.recalled is None, area.recalled or 0.0, area.title
