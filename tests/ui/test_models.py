"""Item models keep the rules that Qt's own tester knows."""

from pytestqt.modeltest import ModelTester

from studyapp.study.desks import Desks
from studyapp.ui.cards.chooser import ChoiceModel, choices


def test_the_list_of_choices_is_a_sound_model(desks: Desks, qtmodeltester: ModelTester) -> None:
    every = choices(desks.library.catalog)
    model = ChoiceModel(every)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's own
    model.show(every[:2])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's own
    assert model.rowCount() == 2
