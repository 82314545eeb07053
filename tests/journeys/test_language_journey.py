"""The language of the packs is chosen in the preferences, kept, and shown at once."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from studyapp.cli.main import main
from studyapp.ids import ItemId
from studyapp.preferences import Preferences, load_preferences, save_preferences
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.desks_to_come import Packs, open_desks
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.preferences.dialog import PreferencesDialog, language_title
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.tools.clock import Clock
from tests.tools.packs import write_pack

GERMAN = {
    "translations/de/articles/events/events.md": "---\ntitle: Die Ereignisse\n---\nFünf.\n\n"
    "## Planung {#planning}\n\nHöchstens acht Stunden.\n",
    "translations/de/cards/events.yaml": "cards:\n  - name: goal\n    front: Was kommt zuerst heraus?\n"
    "    proof: {quote: Höchstens acht Stunden.}\n",
}
GOAL, EVENTS = ItemId("small/card/goal"), ItemId("small/article/events")


@pytest.fixture(autouse=True)
def translated(small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small pack, in German too, in the place of the large one."""
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)
    return write_pack(small_pack, GERMAN)


def _dialog(window: MainWindow) -> PreferencesDialog:
    window._show_preferences()
    return window.findChildren(PreferencesDialog)[-1]


def _choice(dialog: PreferencesDialog) -> QComboBox | None:
    boxes = dialog.findChildren(QComboBox)
    return next((box for box in boxes if box.accessibleName() == "Language of the packs"), None)


def _save(dialog: PreferencesDialog) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Save")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_open_article_is_shown_in_the_language_that_is_chosen(window: MainWindow) -> None:
    window.go(article_address(EVENTS))
    page = window.page("read")
    assert isinstance(page, ReadPage)
    dialog = _dialog(window)
    choice = _choice(dialog)
    assert choice is not None
    assert [choice.itemText(row) for row in range(choice.count())] == ["As written", "German (de)"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    _save(dialog)
    assert page.top.breadcrumb.text().endswith("Die Ereignisse")
    assert "Höchstens acht Stunden." in page.lectern.view.toPlainText()
    assert window.desks.library.catalog.cards()[GOAL].front == "Was kommt zuerst heraus?"
    again = _choice(_dialog(window))
    assert again is not None
    assert again.currentText() == "German (de)"


def test_what_is_not_saved_changes_nothing(window: MainWindow) -> None:
    dialog = _dialog(window)
    choice = _choice(dialog)
    assert choice is not None
    choice.setCurrentIndex(1)
    dialog.reject()
    assert window.desks.library.language == ""


def test_packs_without_translations_offer_no_choice(
    small_pack: Path, open_small: Callable[[], Desks], theme: Theme
) -> None:
    for path in GERMAN:
        (small_pack / path).unlink()
    assert _choice(PreferencesDialog(theme, open_small())) is None


def test_the_language_is_kept_for_the_window_and_the_command_line(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Packs(profile, ()).opened(None)
    assert library.read_in("de") is Change.CONTENT
    assert library.read_in("de") is Change.NOTHING
    library.close()
    assert load_preferences(profile).language == "de"
    assert main(["show", GOAL]) == 0
    assert "Was kommt zuerst heraus?" in capsys.readouterr().out
    desks = open_desks(profile, (), Clock(), random.Random(1), read_only=True)
    assert desks.library.catalog.language_of(EVENTS) == "de"
    desks.close()


def test_a_language_whose_pack_has_gone_harms_nothing(profile: Path) -> None:
    save_preferences(profile, Preferences(language="fr"))
    library = Packs(profile, ()).opened(None)
    assert library.catalog.cards()[GOAL].front == "What is the first result of Sprint Planning?"
    assert library.read_in("") is Change.NOTHING
    assert load_preferences(profile).language == ""
    library.close()


def test_what_was_read_in_another_language_meanwhile_is_not_taken(profile: Path) -> None:
    from studyapp.study.authoring import WatchedPacks

    library = Packs(profile, ()).opened(None)
    reading = WatchedPacks(library.roots, None, library.language, library.own).read()
    library.read_in("de")
    assert library.take(reading.roots, reading.catalog, reading.problems) is Change.NOTHING
    assert library.catalog.article(EVENTS).title == "Die Ereignisse"
    library.close()


def test_a_language_is_told_by_its_name_where_there_is_one() -> None:
    assert [language_title(each) for each in ("de", "pt-BR", "x-house")] == [
        "German (de)",
        "Portuguese (pt-BR)",
        "x-house",
    ]
