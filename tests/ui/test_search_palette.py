"""What the search palette lists, and where it leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.modeltest import ModelTester

from studyapp.catalog.search_entry import Hit
from studyapp.ui.search.commands import matching
from studyapp.ui.search.result import Act, Result, listed, under
from studyapp.ui.search.results_model import ResultsModel


def hit(kind: str, title: str) -> Hit:
    return Hit(kind, f"p/{kind}/x", title, "snippet", 1.0)


@pytest.fixture
def actions(qapp: object) -> list[QAction]:
    made = []
    for text, key in (("Find in page", "Ctrl+F"), ("Filter the library", ""), ("Larger", "Ctrl++")):
        action = QAction(text)
        action.setShortcut(QKeySequence(key))
        made.append(action)
    return made


def test_hits_stand_by_kind_and_the_kind_of_the_best_comes_first() -> None:
    entries = listed([hit("card", "A"), hit("article", "B"), hit("card", "C")], ())
    assert [entry.group or (entry.result and entry.result.title) for entry in entries] == [
        "Cards",
        "A",
        "C",
        "Articles",
        "B",
    ]


def test_commands_come_last_and_are_found_by_the_beginnings_of_words(actions: list[QAction]) -> None:
    found = matching(actions, "fi")
    assert [result.title for result in found] == ["Find in page", "Filter the library"]
    assert found[0].key == "Ctrl F"
    assert listed([hit("term", "T")], found)[2].group == "Commands"


def test_a_command_that_is_named_stands_first_unless_something_is_called_the_same(
    actions: list[QAction],
) -> None:
    found = matching(actions, "find in page")
    assert listed([hit("term", "T")], found, "find in page")[0].group == "Commands"
    assert listed([hit("term", "Find in page")], found, "find in page")[0].group == "Glossary"


def test_every_word_must_begin_a_word_of_the_command(actions: list[QAction]) -> None:
    assert [result.title for result in matching(actions, "pa fi")] == ["Find in page"]
    assert matching(actions, "zz") == []


def test_the_key_of_a_plus_is_shown_as_one(actions: list[QAction]) -> None:
    assert matching(actions, "larger")[0].key == "Ctrl +"


def test_a_command_that_cannot_be_done_now_is_not_offered(actions: list[QAction]) -> None:
    actions[0].setEnabled(False)
    assert [result.title for result in matching(actions, "fi")] == ["Filter the library"]


def test_results_are_a_sound_model_and_titles_cannot_be_chosen(qtmodeltester: ModelTester) -> None:
    model = ResultsModel()
    model.show_entries(under("Cards", [Result(Act.OPEN, "p/card/x", "A", "cards")]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_moving_skips_titles_and_goes_round() -> None:
    model = ResultsModel()
    one, two = (Result(Act.OPEN, name, name, "read") for name in "ab")
    model.show_entries([*under("X", [one]), *under("Y", [two])])
    assert [model.next_result(at, 1) for at in (1, 3)] == [3, 1]
    assert model.next_result(1, -1) == 3
    model.show_entries([])
    assert model.next_result(0, 1) == -1
