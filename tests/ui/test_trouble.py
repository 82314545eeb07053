"""When a profile cannot be opened the learner reads why, and what can be done about it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from studyapp.store.trouble import Trouble, TroubleKind
from studyapp.ui.theme import Theme
from studyapp.ui.trouble import settle_trouble, words

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
    title, text = words(Trouble(kind, DATABASE, "disk full", pid=7), None)
    assert title.startswith("Your progress")
    assert said in text


def test_the_offer_names_the_backup_and_what_is_not_in_it() -> None:
    _, text = words(Trouble(TroubleKind.DAMAGED, DATABASE, backup=Path("b")), MADE)
    assert "3 November 2026" in text
    assert "not in it" in text


@pytest.mark.parametrize(
    ("pressed", "decided", "again"),
    [("Restore the backup", [Path("b")], True), ("Begin anew", [None], True), ("Quit", [], False)],
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


def test_packs_that_could_not_be_opened_are_told_with_the_way_to_mend_it(theme: Theme) -> None:
    from studyapp.ui.trouble import tell_left_out
    from studyapp.ui.widgets.labels import PlainLabel

    notice = tell_left_out(theme, None, [(Path("/gone"), "there is nothing of this name", "name a folder")])
    said = " ".join(label.text() for label in notice.findChildren(PlainLabel))
    notice.close()
    assert "/gone: there is nothing of this name. To mend it, name a folder." in said
    assert "Everything else is open." in said
