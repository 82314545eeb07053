"""When a profile cannot be opened the learner reads why, and what can be done about it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from studyapp.store.trouble import Trouble, TroubleKind
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from studyapp.ui.trouble import left_out, settle_trouble, words
from studyapp.ui.widgets.banner import Banner
from studyapp.ui.widgets.labels import PlainLabel

DATABASE = Path("/home/ada/progress.db")
MADE = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)


def answer(text: str) -> None:
    """Press a button of the dialog once it is open."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (TroubleKind.IN_USE, "process 7"),
        (TroubleKind.NEWER, "newer version"),
        (TroubleKind.DAMAGED, "put aside untouched"),
        (TroubleKind.UNUSABLE, "disk full"),
    ],
)
def test_every_trouble_has_words(kind: TroubleKind, said: str) -> None:
    aside = Path("/home/ada/damaged")
    title, text = words(Trouble(kind, DATABASE, "disk full", pid=7, put_aside=aside), None)
    assert title.startswith("Your progress")
    assert said in text


def test_progress_that_is_not_there_any_more_is_not_said_to_be_put_aside() -> None:
    title, text = words(Trouble(TroubleKind.DAMAGED, DATABASE), None)
    assert title == "Your progress has vanished"
    assert str(DATABASE) in text
    assert "aside" not in text


def test_the_offer_names_the_backup_and_what_is_not_in_it() -> None:
    _, text = words(Trouble(TroubleKind.DAMAGED, DATABASE, backup=Path("b")), MADE)
    assert "3 November 2026" in text
    assert "not in it" in text


@pytest.mark.parametrize(
    ("pressed", "decided", "again"),
    [("Restore the backup", [Path("b")], True), ("Quit", [], False)],
)
def test_what_the_learner_decides_about_damage_is_done(
    pressed: str, decided: list[Path | None], again: bool, theme: Theme
) -> None:
    done: list[Path | None] = []
    answer(pressed)
    trouble = Trouble(TroubleKind.DAMAGED, DATABASE, backup=Path("b"))
    assert settle_trouble(theme, trouble, MADE, done.append) is again
    assert done == decided


def test_a_profile_in_use_can_be_tried_again(theme: Theme) -> None:
    answer("Try again")
    assert settle_trouble(theme, Trouble(TroubleKind.IN_USE, DATABASE), None, print)


def test_progress_of_a_newer_version_can_only_be_left_alone(theme: Theme) -> None:
    answer("Quit")
    assert not settle_trouble(theme, Trouble(TroubleKind.NEWER, DATABASE, version=9), None, print)


def test_packs_that_could_not_be_opened_are_told_with_the_way_to_mend_it() -> None:
    gone = (Path("/gone"), "there is nothing of this name", "name a folder")
    assert left_out([gone]).startswith(
        "/gone could not be opened: there is nothing of this name. To mend it, name a folder.\nEverything else"
    )
    assert "3 more could not be opened either." in left_out([gone] * 5)


def test_a_banner_stands_above_the_page_until_it_is_closed(window: MainWindow) -> None:
    banner = Banner(window.theme, "Something is wrong.")
    window.show_above(banner)
    QApplication.processEvents()
    assert banner.isVisible()
    assert banner.geometry().bottom() < window.page("today").mapTo(window, QPoint()).y()
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Close").click()
    assert not banner.isVisible()


def test_a_banner_may_offer_one_thing_more(window: MainWindow) -> None:
    banner, accepted = Banner(window.theme, "Something is wrong.", "Mend it"), list[bool]()
    banner.accepted.connect(lambda: accepted.append(True))
    window.show_above(banner)
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Mend it").click()
    assert (accepted, banner.isVisible()) == ([True], False)


@pytest.mark.parametrize(("answers", "done"), [(("Begin anew", ""), [None]), (("Cancel", "Quit"), [])])
def test_beginning_anew_says_what_is_lost_and_is_asked_twice(
    answers: tuple[str, str], done: list[None], theme: Theme
) -> None:
    read: list[str] = []

    def confirm() -> None:
        asked = QApplication.activeModalWidget()
        assert asked is not None
        read.extend(label.text() for label in asked.findChildren(PlainLabel))
        if answers[1]:
            answer(answers[1])
        next(b for b in asked.findChildren(QPushButton) if b.text() == answers[0]).click()

    answer("Begin anew…")
    QTimer.singleShot(10, confirm)
    recovered: list[Path | None] = []
    trouble = Trouble(TroubleKind.DAMAGED, DATABASE, backup=Path("b"), put_aside=Path("aside"))
    settle_trouble(theme, trouble, MADE, recovered.append)
    assert recovered == done
    assert "notes" in read[1]
    assert "aside" in read[1]
