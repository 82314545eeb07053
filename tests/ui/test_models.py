"""Item models keep the rules that Qt's own tester knows."""

from pathlib import Path

from pytestqt.modeltest import ModelTester

from studyapp.catalog.problem import Problem
from studyapp.study.desks import Desks
from studyapp.ui.authoring.problem_list import ProblemsModel
from studyapp.ui.cards.chooser import ChoiceModel, choices


def test_the_list_of_choices_is_a_sound_model(desks: Desks, qtmodeltester: ModelTester) -> None:
    every = choices(desks.library.catalog)
    model = ChoiceModel(every)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's own
    model.show(every[:2])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's own
    assert model.rowCount() == 2


def test_the_list_of_problems_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ProblemsModel()
    model.show_problems(
        [Problem("/p/a.md", line, 1, "code", "what", "how") for line in range(1, 9)], [Path("/p")]
    )
    assert model.index(1, 0).data() == "error, p/a.md, line 2, column 1: what; how"
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's own
