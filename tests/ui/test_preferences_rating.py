"""How cards are rated, and which new ones come first, is chosen in the preferences."""

from studyapp.study.desks import Desks
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.theme import Theme


def test_two_buttons_are_chosen_in_the_preferences(theme: Theme, desks: Desks) -> None:
    dialog = PreferencesDialog(theme, desks)
    dialog._form._buttons.setCurrentIndex(1)
    dialog._save()
    assert desks.settings.settings.two_buttons
    assert PreferencesDialog(theme, desks)._form._buttons.currentData() is True


def test_the_weakest_area_comes_first_for_those_who_choose_so(theme: Theme, desks: Desks) -> None:
    dialog = PreferencesDialog(theme, desks)
    dialog._form._new.setCurrentIndex(1)
    dialog._save()
    assert desks.settings.settings.weakest_first
