"""The overview of keys and the search tell what can be done now, each once, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.address import page_address, parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.search.commands import matching
from studyapp.ui.shortcuts import Shortcuts
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.labels import PlainLabel
from tests.journeys.exam_steps import begin, dialog_of, key, shown
from tests.journeys.reading_house import read_page
from tests.journeys.reading_house import window as reading_window
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk

OPTIONS = [f"Choose option {number}" for number in range(1, 5)]
SCROLLING = ["To the beginning of the question", "Scroll the question down", "Scroll the question up"]


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    return shown(desks, theme, qtbot)


def told(page: ExamPage) -> list[str]:
    return [action.text() for action in page.offered()]


def test_the_keys_of_the_first_picture_are_gone_from_a_paper(page: ExamPage, qtbot: QtBot) -> None:
    assert told(page) == [
        "Practise questions from everywhere",
        "Practise your wrong answers",
        "Practise by misconception",
        "SEU log",
    ]
    begin(page, qtbot)
    rest = ["Next question", "Flag for review", "Go to the list of questions", "Hand in"]
    assert told(page) == [*OPTIONS, *SCROLLING, *rest]


def test_a_paper_offers_only_the_ways_that_lead_on_from_its_question(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.sitting.go(on_desk(desks).count)
    assert "Next question" not in told(page)
    assert "Previous question" in told(page)


def test_practice_tells_other_keys_once_the_question_is_answered(page: ExamPage, qtbot: QtBot) -> None:
    page.open(parse(page_address("exam", practice="all")))
    assert told(page) == [*OPTIONS, "Answer, being sure", "Answer, not being sure", *SCROLLING, "Back"]
    page.practising._screen.answered.emit(frozenset({0}), True)
    options = [each.replace("Choose", "Go to") for each in OPTIONS]
    assert told(page) == [*options, "Next question", *SCROLLING, "Read the passage", "Back"]


def test_each_view_of_a_marked_paper_tells_its_own_keys(page: ExamPage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_H)
    dialog_of(page).accept()
    assert told(page) == [
        "Go through the questions",
        "Drill what was wrong",
        "Set another paper beside it",
        "Export the result",
        "Back",
    ]
    key(qtbot, Qt.Key.Key_B)
    assert told(page) == ["Back"]


def test_a_log_without_entries_has_nothing_to_export_or_to_take_back(page: ExamPage) -> None:
    page.show_seus()
    assert told(page) == ["Add to the SEU log", "Back"]


def test_without_evidence_today_offers_no_study_of_what_gains_most(window: MainWindow) -> None:
    assert "Study what gains most" not in [each.text() for each in window.commands()]
    assert not matching(window.commands(), "gains most")


def test_back_is_offered_where_there_is_a_way_back(window: MainWindow) -> None:
    assert not matching(window.commands(), "back")
    window.show_page("cards")
    assert [found.title for found in matching(window.commands(), "back")] == ["Back"]


def test_the_overview_tells_how_a_plot_is_walked(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("progress")
    page = window.page("progress")
    qtbot.waitUntil(lambda: page.complete)  # type: ignore[attr-defined]
    overview = Shortcuts(window.theme, window.commands(), window.own_keys(), window)
    keys = {label.text(): label.accessibleDescription() for label in overview.findChildren(PlainLabel)}
    assert keys["Walk along the plot that has the focus"] == "Left or Right"
    overview.close()


def test_actions_of_one_name_stand_in_one_line_with_all_their_keys(window: MainWindow) -> None:
    overview = Shortcuts(window.theme, [*window.actions(), *window.actions()], (), window)
    names = [label.text() for label in overview.findChildren(PlainLabel)]
    assert names.count("Search") == 1
    overview.close()


def test_on_the_read_page_hits_and_tabs_are_told_once_there_are_some(tmp_path: Path, theme: Theme) -> None:
    with reading_window(tmp_path, theme) as opened:
        page, ways = read_page(opened), {"Next hit", "Previous hit", "Next tab", "Previous tab"}
        assert not ways & {each.text() for each in opened.commands()}
        opened.go(f"studyapp:{next(iter(page._desks.library.catalog.articles()))}")
        page.lectern.find_bar.ask()
        page.lectern.find_bar.field.setText("e")
        assert ways & {each.text() for each in opened.commands()} == {"Next hit", "Previous hit"}
        page.lectern.find_bar.dismiss()
        assert not ways & {each.text() for each in opened.commands()}
