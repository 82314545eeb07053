"""The plots: what they say, how they are walked, what they give away as files."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studyapp.ui.progress.wording import short_day
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.plot_bars import BarsPlot, BarValue
from studyapp.ui.widgets.plot_calendar import CalendarPlot
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint, LineStyle, Tick, _apart
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.plot_surface import Level, Plot
from studyapp.ui.widgets.plot_table import PlotTable
from tests.ui.exam_house import light_theme

TODAY = date(2026, 11, 23)
TABLE = PlotTable(("Day", "Cards"), (("Monday", "3"), ("Tuesday", "5")))


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


def bars(theme: Theme) -> Plot:
    plot = BarsPlot(theme, "Ahead", first_stands_out=True)
    plot.set_bars([BarValue(3, "Today", "Today: 3 cards"), BarValue(0, "", "Tuesday: none")])
    return plot


def calendar(theme: Theme) -> Plot:
    plot = CalendarPlot(theme, "Days")
    plot.set_days({TODAY: 4}, {TODAY: "Today: 4 cards"}, TODAY)
    return plot


def line(theme: Theme) -> Plot:
    plot = LinePlot(theme, "Scores")
    points = (LinePoint(0, 0.5, "First: 50 %", "1 Nov", 0.4, 0.6), LinePoint(1, 0.9, "Second: 90 %"))
    plot.set_lines([Line("Score", points)], Level(0.85, "pass mark"))
    return plot


def shares(theme: Theme) -> Plot:
    plot = SharesPlot(theme, "Areas")
    plot.set_rows(
        [
            ShareRow("Events", 0.5, "5 of 10", "Events: 5 of 10"),
            ShareRow("Value", None, "none", "Value"),
            ShareRow("Mock", 0.98, "said 98 %", "Mock: said 98 %", "good", (0.7, 1.0)),
        ]
    )
    return plot


PLOTS = [bars, calendar, line, shares]


@pytest.mark.parametrize("make", PLOTS)
def test_every_plot_can_be_walked_with_the_keyboard_and_tells_each_mark(
    make: Callable[[Theme], Plot], theme: Theme, qtbot: QtBot
) -> None:
    plot = make(theme)
    qtbot.addWidget(plot)
    plot.resize(500, plot.sizeHint().height())
    plot.show()
    with qtbot.waitSignal(plot.picked) as told:
        QTest.keyClick(plot, Qt.Key.Key_End)
    assert told.args == [plot.laid_out[-1].text]
    assert plot.laid_out[-1].text in plot.accessibleDescription()
    assert plot.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("make", PLOTS)
def test_every_plot_paints_in_a_space_too_low_for_its_words(
    make: Callable[[Theme], Plot], theme: Theme, qtbot: QtBot
) -> None:
    plot = make(theme)
    qtbot.addWidget(plot)
    for height in (1, 4, 9):
        plot.setFixedSize(120, height)
        assert plot.grab().height() == height


@pytest.mark.parametrize("make", PLOTS)
def test_every_plot_paints_something_at_every_zoom_in_both_themes(
    make: Callable[[Theme], Plot], theme: Theme, qtbot: QtBot
) -> None:
    plot = make(theme)
    qtbot.addWidget(plot)
    for mode, zoom in (("light", 100), ("dark", 200)):
        theme.set_mode(mode)  # type: ignore[arg-type]
        theme.set_zoom(zoom)
        plot.resize(600, plot.sizeHint().height())
        picture = plot.grab().toImage()
        assert len({picture.pixel(x, y) for x in range(0, 600, 3) for y in range(0, picture.height(), 3)}) > 1


@pytest.mark.parametrize("make", PLOTS)
def test_every_plot_is_a_chart_to_a_screen_reader(
    make: Callable[[Theme], Plot], theme: Theme, qtbot: QtBot
) -> None:
    plot = make(theme)
    qtbot.addWidget(plot)
    plot.set_sentence("It goes up.")
    told = QAccessible.queryAccessibleInterface(plot)
    assert told.role() == QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == plot.accessibleName()
    assert told.text(QAccessible.Text.Description) == "It goes up."


def test_charts_come_and_go_without_harm(theme: Theme, qapp: QApplication) -> None:
    for _ in range(300):
        plot = bars(theme)
        assert QAccessible.queryAccessibleInterface(plot).role() == QAccessible.Role.Chart
        plot.deleteLater()
        qapp.sendPostedEvents(plot)


def test_the_name_of_a_level_never_lies_on_a_line(theme: Theme, qtbot: QtBot) -> None:
    plot = LinePlot(theme, "Scores")
    qtbot.addWidget(plot)
    for shares in ((0.76, 0.91), (0.85, 0.85), (0.9, 0.8, 0.9), (0.84,), (0.7, 0.86, 0.84)):
        points = tuple(LinePoint(n, share, "") for n, share in enumerate(shares))
        plot.set_lines([Line("Score", points)], Level(0.85, "pass mark 85 %"))
        plot.resize(590, 180)
        level = plot._area().bottom() - 0.85 * plot._area().height()
        place = plot._free_place(level, "pass mark 85 %")
        assert min(_apart(place, stroke) for stroke in plot._strokes()) >= 0
        assert not place.top() < level < place.bottom()


def test_a_curve_has_no_marks_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    plot = LinePlot(theme, "Forgetting")
    qtbot.addWidget(plot)
    curve = Line("Expected", tuple(LinePoint(n, 1 - n / 10, "") for n in range(5)), style=LineStyle.CURVE)
    told = Line("Recalled", (LinePoint(2, 0.8, "Two days: 80 %", "", 0.7, 0.9),), style=LineStyle.POINTS)
    plot.set_lines([curve, told], ticks=[Tick(0, "today")])
    assert [mark.text for mark in plot.marks()] == ["Two days: 80 %"]
    assert not plot.grab().isNull()


def test_up_and_down_go_by_a_week_in_the_calendar(theme: Theme, qtbot: QtBot) -> None:
    plot = calendar(theme)
    qtbot.addWidget(plot)
    plot.resize(600, plot.sizeHint().height())
    QTest.keyClick(plot, Qt.Key.Key_End)
    with qtbot.waitSignal(plot.picked) as told:
        QTest.keyClick(plot, Qt.Key.Key_Up)
    assert str((TODAY - timedelta(days=7)).day) in told.args[0]


def test_an_empty_panel_says_what_will_stand_there(theme: Theme, qtbot: QtBot) -> None:
    panel = PlotPanel(theme, BarsPlot(theme, "Ahead"), empty="Learn a card first.")
    qtbot.addWidget(panel)
    assert panel.sentence == "Learn a card first."
    assert not panel.plot.isVisibleTo(panel)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> PlotPanel:
    made = PlotPanel(theme, bars(theme), empty="Nothing yet.")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_figures("Three cards today.", TABLE)
    made.show()
    return made


def test_the_sentence_is_read_with_the_plot(panel: PlotPanel) -> None:
    assert panel.plot.accessibleDescription() == "Three cards today."


@pytest.mark.each
def test_the_same_figures_can_be_read_as_a_table(panel: PlotPanel) -> None:
    panel.show_as_table(True)
    tester = QAbstractItemModelTester(panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = panel._view.model()
    assert panel._view.isVisibleTo(panel)
    assert not panel.plot.isVisibleTo(panel)
    assert (model.rowCount(), model.index(1, 1).data()) == (2, "5")
    assert tester.model() is model


def test_figures_that_are_gone_come_back_in_no_form(panel: PlotPanel) -> None:
    panel.show_empty()
    for as_table in (True, False):
        panel.show_as_table(as_table)
        assert not panel._view.isVisibleTo(panel)
        assert not panel.plot.isVisibleTo(panel)
    assert panel.table.rows == ()


def test_nothing_moves_when_a_mark_is_told(panel: PlotPanel) -> None:
    before = panel.sizeHint(), panel.plot.geometry()
    QTest.keyClick(panel.plot, Qt.Key.Key_Home)
    assert panel._told.text() == "Today: 3 cards"
    assert (panel.sizeHint(), panel.plot.geometry()) == before


def test_a_plot_is_saved_as_png_svg_and_csv(panel: PlotPanel, tmp_path: Path) -> None:
    panel.save_picture(tmp_path / "plot.png")
    panel.save_drawing(tmp_path / "plot.svg")
    panel.save_csv(tmp_path / "plot.csv")
    assert not QImage(str(tmp_path / "plot.png")).isNull()
    assert "<svg" in (tmp_path / "plot.svg").read_text()
    assert (tmp_path / "plot.csv").read_bytes() == b"\xef\xbb\xbfDay,Cards\r\nMonday,3\r\nTuesday,5\r\n"


@pytest.mark.parametrize("form", ["PNG", "SVG", "CSV"])
def test_a_plot_that_cannot_be_saved_is_told(
    form: str, panel: PlotPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "gone" / "plot")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    panel._offer()
    next(each for each in panel.findChildren(QAction) if each.text() == f"{form}…").trigger()
    told = panel.window().findChild(Dialog)
    assert told is not None
    assert told.windowTitle() == "The file was not saved"


def test_a_saved_plot_stands_on_a_ground_with_its_title_and_sentence(
    panel: PlotPanel, theme: Theme, tmp_path: Path
) -> None:
    panel.save_picture(tmp_path / "plot.png")
    panel.save_drawing(tmp_path / "plot.svg")
    picture = QImage(str(tmp_path / "plot.png"))
    assert picture.height() > 2 * panel.plot.height()
    assert picture.pixelColor(1, 1) == theme.colour("surface")
    assert (tmp_path / "plot.svg").read_text("utf-8").count("Three cards today.") == 2


def test_a_text_that_looks_like_a_formula_is_saved_as_text() -> None:
    assert PlotTable(("Area",), (("=1+1",),)).csv() == "Area\r\n'=1+1\r\n"


def test_short_names_of_months_have_three_letters_all_year() -> None:
    assert {len(short_day(date(2026, month, 1))) for month in range(1, 13)} == {len("1 Sep")}
