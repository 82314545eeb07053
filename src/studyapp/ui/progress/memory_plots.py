"""Plots of what is remembered: by focus area, and as time goes by."""

from studyapp.study.report import AreaMemory, Progress
from studyapp.ui.progress import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_table import PlotTable

_GOOD, _FAIR = 0.85, 0.70


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


def _area_row(area: AreaMemory) -> ShareRow:
    share, text = area.recalled, wording.area_text(area)
    colour = "muted" if share is None else "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
    return ShareRow(area.title, share, text, f"{area.title}: {text}", colour)


def _weakest_first(area: AreaMemory) -> tuple[bool, float, str]:
    return area.recalled is None, area.recalled or 0.0, area.title
