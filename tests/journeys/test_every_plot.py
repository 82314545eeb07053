"""What holds for every plot of the Progress page: words, a table, keys, files, both themes, every size."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId, item_id
from studyapp.store.fold_drill import DRILL
from studyapp.store.fold_memory import REVIEW
from studyapp.study.desks import Desks
from studyapp.study.reading_room import Visit
from studyapp.ui.progress.page import ProgressPage
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import Mode
from studyapp.ui.widgets.plot_panel import PlotPanel
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import practise, sit
from tests.study.roles_pack import write_roles
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme

PANELS = (
    *("days", "ahead", "work", "mocks", "forecast", "fared", "coverage"),
    *("roles", "concepts", "areas", "honest", "hours"),
)
NO_KEYS = Qt.KeyboardModifier.NoModifier
CARDS = """topic: facts
area: events
cards:
  - name: one
    type: basic
    front: What?
    back: That.
    proof: {at: "facts#section", quote: "Fact held0 is so."}
    source: unsettled
"""


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """A learner who has done a little of everything."""
    root, clock = write_whole_pack(tmp_path_factory.mktemp("plots") / "p"), Clock()
    with house(root.parent / "profile", root, clock) as opened:
        practise(opened, 50, right=0.85)
        clock.tick(days=1)
        sit(opened, right=7)
        review = {"rating": 3, "took_ms": 9000, "phase": "review", "recall": 0.9}
        opened.ledger.record(REVIEW, ItemId("p/card/one"), 1, review)
        opened.reading.leave(ItemId("p/article/facts"), Visit("", 1.0, timedelta(minutes=2), True))
        for asked in ("owner", "manager"):
            names = {"asked": f"p/{asked}", "taken": "p/manager", "others": ["p/owner"]}
            place = {"cell": f"p/cell/roles.focus.{asked}", "right": asked == "manager", **names}
            said = {"rating": 1, "took_ms": 4000, "places": [place]}
            opened.ledger.record(DRILL, item_id("p", "drill", asked), 1, said)
        yield opened


@pytest.fixture(scope="module")
def theme(qapp_cls: object, qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ProgressPage:
    made = ProgressPage(desks, theme)
    qtbot.addWidget(made)
    made.resize(1190, 750)
    made.wake(ProgressPage.cares_for)
    made.show()
    qtbot.waitUntil(lambda: made.complete)
    return made


def write_whole_pack(root: Path) -> Path:
    """Questions, a card, a table of roles and, under other names, one of concepts."""
    write_pack(root, held=16, practice=50)
    write_roles(root)
    pack = (root / "pack.yaml").read_text("utf-8")
    (root / "pack.yaml").write_text(
        pack.replace("topics:\n", "topics:\n  - {name: facts, title: Facts}\n"), "utf-8"
    )
    roles = (root / "comparisons" / "roles.yaml").read_text("utf-8")
    plain = re.sub(r", colour: [\w-]+", "", roles).replace("name: roles", "name: things", 1)
    (root / "comparisons" / "things.yaml").write_text(plain, "utf-8")
    (root / "cards").mkdir()
    (root / "cards" / "one.yaml").write_text(CARDS, "utf-8")
    return root


def panel_of(page: ProgressPage, name: str) -> PlotPanel:
    panel = getattr(page, name)
    assert isinstance(panel, PlotPanel)
    return panel


def test_these_are_all_plots(page: ProgressPage) -> None:
    assert {id(panel) for panel in page.panels} == {id(panel_of(page, name)) for name in PANELS}


def test_every_plot_says_what_it_means_and_has_its_table(page: ProgressPage) -> None:
    for name in PANELS:
        panel = panel_of(page, name)
        assert panel.sentence.endswith("."), name
        assert panel.table.rows, name
        assert all(len(row) == len(panel.table.header) for row in panel.table.rows), name


def test_every_plot_can_be_reached_and_walked_by_keyboard_and_told(page: ProgressPage) -> None:
    for name in PANELS:
        plot = panel_of(page, name).plot
        plot.setFocus()
        QTest.keyClick(plot, Qt.Key.Key_End)
        told = QAccessible.queryAccessibleInterface(plot)
        assert told.role() == QAccessible.Role.Chart
        assert told.text(QAccessible.Text.Name), name
        assert plot.laid_out[-1].text in told.text(QAccessible.Text.Description), name


def test_every_plot_becomes_a_picture_a_drawing_and_a_table(page: ProgressPage, tmp_path: Path) -> None:
    for name in PANELS:
        panel = panel_of(page, name)
        panel.save_picture(tmp_path / "plot.png")
        panel.save_drawing(tmp_path / "plot.svg")
        panel.save_csv(tmp_path / "plot.csv")
        assert not QImage(str(tmp_path / "plot.png")).isNull(), name
        assert panel.sentence[:20] in (tmp_path / "plot.svg").read_text("utf-8"), name
        assert len((tmp_path / "plot.csv").read_bytes().splitlines()) == len(panel.table.rows) + 1, name


@pytest.mark.parametrize(
    ("mode", "zoom", "width"), [("dark", 100, 1190), ("light", 200, 870), ("dark", 200, 784)]
)
def test_no_plot_is_cut_in_any_theme_zoom_or_width(
    mode: Mode, zoom: int, width: int, page: ProgressPage, theme: Theme
) -> None:
    theme.set_mode(mode)
    theme.set_zoom(zoom)
    page.resize(width, 550)
    QApplication.processEvents()
    for name in PANELS:
        plot = panel_of(page, name).plot
        assert plot.height() >= plot.sizeHint().height(), name
        assert all(mark.rect.right() <= plot.width() + 1 for mark in plot.laid_out), name
        assert not plot.grab().isNull()
    theme.set_mode("light")
    theme.set_zoom(100)


@pytest.mark.parametrize("name", ["days", "ahead", "mocks", "hours"])
def test_what_a_key_came_to_is_read_in_a_small_window(name: str, page: ProgressPage, theme: Theme) -> None:
    theme.set_zoom(200)
    page.resize(784, 540)
    QApplication.processEvents()
    panel = panel_of(page, name)
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Home)
    seen = not panel._told.visibleRegion().isEmpty()
    theme.set_zoom(100)
    assert seen


@pytest.mark.parametrize(("zoom", "width"), [(100, 1190), (200, 784)])
def test_no_table_of_a_plot_cuts_what_its_rows_are_called(
    zoom: int, width: int, page: ProgressPage, theme: Theme
) -> None:
    for panel in page.panels:
        panel.show_as_table(True)
    theme.set_zoom(zoom)
    page.resize(width, 540)
    QApplication.processEvents()
    tables = {panel.plot.accessibleName(): panel._view for panel in page.panels}
    cut = [name for name, view in tables.items() if view.columnWidth(0) < view.sizeHintForColumn(0)]
    theme.set_zoom(100)
    assert not cut


def test_the_pointer_scrolls_nothing(page: ProgressPage, theme: Theme) -> None:
    theme.set_zoom(200)
    page.resize(784, 540)
    QApplication.processEvents()
    plot, bar = page.days.plot, page.view.verticalScrollBar()
    plot.setFocus()
    bar.setValue(0)
    spot = QPointF(plot.laid_out[0].rect.center())
    moved = QMouseEvent(
        QEvent.Type.MouseMove, spot, spot, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NO_KEYS
    )
    plot.mouseMoveEvent(moved)
    after, told = bar.value(), page.days._told.text()
    theme.set_zoom(100)
    assert after == 0
    assert "nothing" in told


def test_a_day_counts_exercises_of_tables_too(page: ProgressPage) -> None:
    newest = page.days.table.rows[0]
    assert newest[:4] == ("2026-11-24", "1", "8", "2")
