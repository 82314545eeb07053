"""The menu: looks, content, backups, preferences, about."""

from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from studyapp.learning.rating import Rating
from studyapp.study.authoring import WatchedPacks
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.about import About
from studyapp.ui.main_window import MainWindow
from studyapp.ui.menu import Menu
from studyapp.ui.opening import Opening
from studyapp.ui.preferences.dialog import PreferencesDialog
from studyapp.ui.shortcuts import Shortcuts
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import PlainLabel
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.tools.small_pack import write_small_pack


@pytest.fixture
def menu(window: MainWindow) -> Menu:
    return window._menu_of()


def _in_sight() -> list[Dialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]


def dialog(title: str) -> Dialog:
    return next(d for d in _in_sight() if d.windowTitle() == title)


def words(root: QWidget) -> str:
    return " ".join(label.text() for label in root.findChildren(PlainLabel))


def press(root: QWidget, text: str) -> None:
    next(b for b in root.findChildren(QPushButton) if b.text() == text).click()
    QApplication.processEvents()


def test_f10_opens_the_menu_with_the_theme_in_force_ticked(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    menu = window._menu_of()
    assert menu._menu.isVisible()
    assert [a.isChecked() for a in menu._modes] == [False, True, False]
    menu._menu.close()


def test_the_menu_pins_the_theme_and_sets_the_zoom(window: MainWindow, menu: Menu) -> None:
    menu._modes[2].trigger()
    zoom = [a for a in menu.findChildren(type(menu._modes[0])) if a.text().startswith("Larger")]
    zoom[0].trigger()
    assert (window.theme.mode, window.theme.zoom) == ("dark", 110)


def said(qtbot: QtBot, title: str) -> str:
    """What the window of that title says, once it has come; it is closed."""
    qtbot.waitUntil(lambda: title in [each.windowTitle() for each in _in_sight()])
    text = words(dialog(title))
    dialog(title).close()
    return text


def test_a_folder_of_notes_becomes_a_pack_that_is_remembered(
    window: MainWindow, menu: Menu, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.md").write_text("---\ntitle: One\n---\n\nText.\n", encoding="utf-8")
    heard: list[Change] = []
    window.news.changed.connect(heard.append)
    menu.open_pack(tmp_path / "notes")
    assert "notes: 1 article, 0 cards" in said(qtbot, "The pack is open")
    assert heard == [Change.CONTENT]
    assert window.desks.library.added == (tmp_path / "notes",)
    menu.open_pack(tmp_path / "notes")
    assert "is among the open packs" in said(qtbot, "The pack is open already")


def test_a_place_without_a_pack_is_refused_with_the_reason(
    window: MainWindow, menu: Menu, tmp_path: Path, qtbot: QtBot
) -> None:
    menu.open_pack(tmp_path / "nowhere")
    assert "there is nothing of this name" in said(qtbot, "No pack was opened")
    (tmp_path / "torn.zip").write_text("PK")
    menu.open_pack(tmp_path / "torn.zip")
    assert "this is no sound .zip" in said(qtbot, "No pack was opened")
    assert window.desks.library.added == ()


def test_a_second_pack_of_the_same_id_is_refused_with_the_place_of_the_first(
    menu: Menu, small_pack: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_small_pack(tmp_path / "twin")
    menu.open_pack(tmp_path / "twin")
    assert f"is open already, from {small_pack}" in said(qtbot, "No pack was opened")


def test_a_pack_that_takes_long_can_be_left(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "slow")
    go_on = Event()
    read = WatchedPacks.read
    monkeypatch.setattr(WatchedPacks, "read", lambda packs: go_on.wait(30) and read(packs))
    opening = Opening(window, tmp_path / "slow")
    opening.begin()
    opening._waiting.start(0)
    qtbot.waitUntil(lambda: "Opening a pack" in [each.windowTitle() for each in _in_sight()])
    press(dialog("Opening a pack"), "Cancel")
    go_on.set()
    with qtbot.waitSignal(opening.destroyed):
        pass
    assert window.desks.library.added == ()


def rate_once(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin()
    desks.reviews.rate(Rating.GOOD, timedelta(seconds=5))
    clock.tick(seconds=5)


def test_progress_is_backed_up_and_restored_after_one_question(
    window: MainWindow, menu: Menu, desks: Desks, clock: Clock, tmp_path: Path
) -> None:
    rate_once(desks, clock)
    menu.back_up_to(tmp_path / "copy.backup")
    dialog("Progress backed up").close()
    rate_once(desks, clock)
    before = len(list(desks.ledger.events(kind="review")))
    menu.restore_from(tmp_path / "copy.backup")
    press(dialog("Restore this backup?"), "Restore")
    dialog("Progress restored").close()
    assert (before, len(list(desks.ledger.events(kind="review")))) == (2, 1)


def test_leaving_the_question_restores_nothing(
    window: MainWindow, menu: Menu, desks: Desks, clock: Clock, tmp_path: Path
) -> None:
    menu.back_up_to(tmp_path / "copy.backup")
    dialog("Progress backed up").close()
    rate_once(desks, clock)
    menu.restore_from(tmp_path / "copy.backup")
    press(dialog("Restore this backup?"), "Cancel")
    assert len(list(desks.ledger.events(kind="review"))) == 1


def test_a_file_that_is_no_backup_is_refused(window: MainWindow, menu: Menu, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear diary", encoding="utf-8")
    menu.restore_from(tmp_path / "letter.txt")
    assert "Nothing has been changed" in words(dialog("This cannot be restored"))
    dialog("This cannot be restored").close()


def test_the_overview_lists_keys_of_the_window_and_of_the_page(window: MainWindow) -> None:
    window.show_page("cards")
    overview = Shortcuts(window.theme, window.commands(), window.own_keys(), window)
    named = {label.text(): label.accessibleDescription() for label in overview.findChildren(PlainLabel)}
    assert named["Bury"] == "B"
    assert named["Search"] == "Ctrl+K"
    overview.close()


def test_about_names_versions_licences_packs_and_what_this_is_not(window: MainWindow) -> None:
    about = About(window.theme, window.desks, window)
    text = words(about)
    for part in (
        "Version",
        "Qt",
        "not affiliated",
        "MIT",
        "CC BY-SA 4.0",
        "A small pack",
        str(window.desks.folder),
    ):
        assert part in text
    about.close()


@pytest.fixture
def preferences(window: MainWindow) -> PreferencesDialog:
    made = PreferencesDialog(window.theme, window.desks, window)
    made.changed.connect(window.news.changed)
    return made


def named(root: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(w for w in root.findChildren(kind) if w.accessibleName() == name)


def test_preferences_are_saved_as_a_whole(preferences: PreferencesDialog, desks: Desks) -> None:
    minutes = named(preferences, QSpinBox, "Time a day")
    dated, day = named(preferences, QCheckBox, "Exam date"), named(preferences, QDateEdit, "Exam date")
    assert isinstance(minutes, QSpinBox)
    assert isinstance(dated, QCheckBox)
    assert isinstance(day, QDateEdit)
    minutes.setValue(45)
    dated.setChecked(True)
    day.setDate(day.date().fromString("2026-12-16", Qt.DateFormat.ISODate))
    press(preferences, "Save")
    now = desks.settings.settings
    assert (now.minutes_a_day, now.exam_date) == (45, date(2026, 12, 16))


def test_days_off_are_days_of_the_week_and_single_dates(preferences: PreferencesDialog, desks: Desks) -> None:
    for name in ("Saturday is off", "Sunday is off"):
        box = named(preferences, QCheckBox, name)
        assert isinstance(box, QCheckBox)
        box.setChecked(True)
    day = named(preferences, QDateEdit, "A single day off")
    assert isinstance(day, QDateEdit)
    for text in ("2026-12-24", "2026-12-31"):
        day.setDate(day.date().fromString(text, Qt.DateFormat.ISODate))
        press(preferences, "Add this day")
    next(b for b in preferences.findChildren(QPushButton) if b.text().startswith("31 Dec")).click()
    press(preferences, "Save")
    now = desks.settings.settings
    assert (now.weekdays_off, now.dates_off) == ((5, 6), (date(2026, 12, 24),))


def test_a_week_keeps_a_day_to_study_on(preferences: PreferencesDialog) -> None:
    boxes = [b for b in preferences.findChildren(QCheckBox) if b.accessibleName().endswith("is off")]
    for box in boxes:
        box.setChecked(True)
    assert sum(box.isChecked() for box in boxes) == 6


def test_cancel_changes_nothing(preferences: PreferencesDialog, desks: Desks) -> None:
    before = desks.settings.settings
    minutes = named(preferences, QSpinBox, "Time a day")
    assert isinstance(minutes, QSpinBox)
    minutes.setValue(99)
    press(preferences, "Cancel")
    assert desks.settings.settings == before


def test_the_certification_can_be_none(preferences: PreferencesDialog, desks: Desks) -> None:
    box = named(preferences, QComboBox, "Certification")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.count() - 1)
    press(preferences, "Save")
    assert desks.settings.settings.certification == ""


def test_a_pack_that_was_added_can_be_closed_again(
    window: MainWindow, menu: Menu, tmp_path: Path, desks: Desks, qtbot: QtBot
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.txt").write_text("One\n\nText.\n", encoding="utf-8")
    menu.open_pack(tmp_path / "notes")
    said(qtbot, "The pack is open")
    shown = PreferencesDialog(window.theme, desks, window)
    next(b for b in shown.findChildren(QPushButton) if b.accessibleName().startswith("Close ")).click()
    assert [pack.id for pack in desks.library.catalog.packs] == ["small"]
    shown.close()
