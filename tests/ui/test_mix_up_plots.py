"""The confusion matrices on the Progress page."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.learning.confusion import MixUp
from studyapp.study.confusions import Confusions, Thing, thing_name
from studyapp.study.mixed_up import Drill, MixedUp
from studyapp.ui.progress.mix_up_plots import MixUpsPanel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_matrix import MatrixCell, MatrixName, MatrixPlot
from tests.study.comparison_samples import COLUMNS, THREE
from tests.ui.exam_house import light_theme

THINGS = tuple(Thing(thing_name(THREE.id, column.name), column, THREE.id) for column in COLUMNS)
COUNTS = {("p/owner", "p/owner"): 7, ("p/owner", "p/master"): 4, ("p/devs", "p/devs"): 9}
MIXED = MixUp(("p/master", "p/owner"), 4, 11, 3.5, 0.4, named=True)
FOUND = MixedUp(Confusions("", THINGS, COUNTS, (MIXED,)), Drill(THREE.id, ("master", "owner")))


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> MixUpsPanel:
    made = MixUpsPanel(theme, "Which roles you mix up", "Drill a table first.")
    qtbot.addWidget(made)
    made.show_mixed_up(FOUND)
    made.resize(500, 400)
    made.show()
    return made


def matrix(theme: Theme, qtbot: QtBot, names: list[str], width: int) -> MatrixPlot:
    plot = MatrixPlot(theme, "Matrix")
    qtbot.addWidget(plot)
    cells = [[MatrixCell("3", f"{right} for {chosen}") for chosen in names] for right in names]
    plot.set_matrix([MatrixName(name, name) for name in names], cells)
    plot.resize(width, 10)
    plot.resize(width, plot.sizeHint().height())
    return plot


def test_the_matrix_names_the_pair_and_says_what_each_figure_counts(panel: MixUpsPanel) -> None:
    assert "You mix up most Master ↔ Owner: 4 of the last 11 answers." in panel.sentence
    texts = [mark.text for mark in panel.plot.laid_out]
    assert texts[1] == "Owner, taken for Master: 4 times, more than slips explain"
    assert texts[8] == "Devs, answered rightly: 9 times"


@pytest.mark.parametrize(
    ("mix_ups", "counts", "told"),
    [
        ((), {("p/owner", "p/owner"): 3}, "Nothing has been mixed up."),
        ((), COUNTS, "What you mixed up you tell apart by now."),
        (
            (replace(MIXED, mistakes=1, named=False),),
            COUNTS,
            "Lately most often Master ↔ Owner: 1 of the last 11",
        ),
    ],
)
def test_what_is_no_mix_up_is_not_called_one(
    panel: MixUpsPanel, mix_ups: tuple[MixUp, ...], counts: dict[tuple[str, str], int], told: str
) -> None:
    panel.show_mixed_up(MixedUp(Confusions("", THINGS, counts, mix_ups), None))
    assert told in panel.sentence
    assert "long ago included" in panel.sentence
    assert not panel._drill.isVisible()


def test_the_pair_is_drilled_from_here(panel: MixUpsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.drill_wanted) as told:
        panel._drill.click()
    assert told.args == ["page:compare?table=p%2Fcomparison%2Fthree&pair=master%20owner"]


def test_the_matrix_is_a_table_and_files_too(panel: MixUpsPanel, tmp_path: Path) -> None:
    panel.save_csv(tmp_path / "m.csv")
    panel.save_drawing(tmp_path / "m.svg")
    assert (tmp_path / "m.csv").read_text().splitlines()[1] == "Owner,7,4,0"
    assert "<svg" in (tmp_path / "m.svg").read_text()
    panel.save_picture(tmp_path / "m.png")


def test_without_answers_the_panel_says_where_they_come_from(panel: MixUpsPanel) -> None:
    panel.show_mixed_up(None)
    assert panel.sentence == "Drill a table first."
    assert not panel._drill.isVisible()


def test_up_and_down_go_by_a_row(theme: Theme, qtbot: QtBot) -> None:
    plot = matrix(theme, qtbot, ["One", "Two", "Three"], 400)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    with qtbot.waitSignal(plot.picked) as told:
        QTest.keyClick(plot, Qt.Key.Key_Down)
    assert told.args == ["Two for One"]


@pytest.mark.parametrize("zoom", [100, 200])
def test_long_names_become_letters_above_and_wrap_beside(zoom: int, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(zoom)
    names = [f"Evidence-Based Management area number {n}" for n in range(12)]
    plot = matrix(theme, qtbot, names, 420)
    assert not plot._short_fit()
    assert plot._labels()[0].startswith("A  Evidence-Based")
    assert all(mark.rect.right() <= plot.width() for mark in plot.laid_out)
    assert not plot.grab().isNull()
    theme.set_zoom(100)
