"""How cards are rated is chosen in the preferences."""

from studyapp.study.desks import Desks
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.theme import Theme


def test_two_buttons_are_chosen_in_the_preferences(theme: Theme, desks: Desks) -> None:
    dialog = PreferencesDialog(theme, desks)
    dialog._form._buttons.setCurrentIndex(1)
    dialog._save()
    assert desks.settings.settings.two_buttons
    assert PreferencesDialog(theme, desks)._form._buttons.currentData() is True
