"""Choosing a role for real work, from the table to a result that is kept, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studyapp.study.change import Change
from studyapp.study.comparison_export import Format
from studyapp.ui.address import Route
from studyapp.ui.compare.choice_row import Fate
from studyapp.ui.compare.choosing import Choosing
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.compare.way_out import COPY, SAVE
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, press, window
from tests.study.choice_pack import CHOICE
from tests.study.reading_pack import write_pack
from tests.tools.pdf import read_pdf
from tests.ui.exam_house import light_theme
from tests.ui.lookout import Lookout

_CHOICE = (
    CHOICE.replace(
        'at: "lead#work", quote: "Scrum is meant for what is not known."', 'at: "the-sprint", quote: "X"'
    )
    .replace('at: "lead#work", quote: "A Scrum Master coaches."', 'at: "the-sprint", quote: "X"')
    .replace('at: "lead", quote: "There is one Product Owner."', 'at: "the-sprint", quote: "X"')
    .replace('quote: "X"', 'quote: "A Sprint has a fixed length."')
)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def with_choice(tmp_path: Path) -> Path:
    """The folder of a pack in which a role can be chosen."""
    pack = write_pack(tmp_path / "p")
    (pack / "choices").mkdir()
    (pack / "choices/lead.yaml").write_text(_CHOICE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(with_choice: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(with_choice, theme, "compare") as made:
        yield made


@pytest.fixture
def choosing(opened: MainWindow, qtbot: QtBot) -> Choosing:
    press(qtbot, opened, "Choose a role for real work")
    return compare_page(opened).choosing


def test_its_button_never_flashes_up_as_a_window(with_choice: Path, theme: Theme, qapp: QApplication) -> None:
    lookout = Lookout()
    with window(with_choice, theme, "today") as opened:
        qapp.installEventFilter(lookout)
        opened.show_page("compare")
        qapp.removeEventFilter(lookout)
        assert compare_page(opened).choose.isVisible()
    assert lookout.seen == []


def answer_all(opened: MainWindow) -> None:
    for number in (Qt.Key.Key_1, Qt.Key.Key_2):
        key(opened, number)
        key(opened, Qt.Key.Key_Space)


def test_an_answer_shows_its_weight_its_reason_and_the_scrum_view_at_once(
    opened: MainWindow, choosing: Choosing
) -> None:
    assert choosing.scales.text() == "Owner 0 : 0 Manager\nOne 0 : 0 Two"
    assert not choosing.on.isEnabled()
    key(opened, Qt.Key.Key_1)
    row = choosing.card.rows[0]
    assert (row.fate, row.accessibleDescription()) == (Fate.TAKEN, "chosen: Owner +2, One +1")
    assert choosing.card.why.text() == "Why: Somebody must decide."
    assert "Scrum is for what is not known." in choosing.card.scrum.toPlainText()
    assert choosing.scales.text() == "Owner 2 : 0 Manager\nOne 1 : 0 Two"
    key(opened, Qt.Key.Key_2)
    assert choosing.scales.text() == "Owner 0 : 2 Manager\nOne 0 : 0 Two"


def test_the_result_spells_out_every_factor_and_says_that_scrum_is_no_vote(
    opened: MainWindow, choosing: Choosing
) -> None:
    answer_all(opened)
    text = choosing.result.text.toPlainText()
    for words in (
        "Owner 2 : 1 Manager",
        "Nothing settles it.",
        "There is always one Product Owner.",
        "Manager +1",
    ):
        assert words in text
    key(opened, Qt.Key.Key_Backspace)
    assert choosing.card.isVisible()
    choosing.grab()


def test_a_result_is_kept_deleted_and_brought_back_by_keys(opened: MainWindow, choosing: Choosing) -> None:
    answer_all(opened)
    key(opened, Qt.Key.Key_Space)
    (kept,) = opened.desks.choices.kept()
    assert not choosing.on.isEnabled()
    choosing.kept.removed.emit(kept.id)
    assert opened.desks.choices.kept() == ()
    assert choosing.kept.undo.hasFocus()
    key(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in opened.desks.choices.kept()] == [kept.id]
    choosing.again.click()
    choosing.kept.shown.emit(opened.desks.choices.kept()[0])
    assert choosing.result.isVisible()


def test_deleting_another_result_leaves_the_one_in_sight_kept(opened: MainWindow, choosing: Choosing) -> None:
    answer_all(opened)
    key(opened, Qt.Key.Key_Space)
    (first,) = opened.desks.choices.kept()
    choosing.again.click()
    key(opened, Qt.Key.Key_2)
    key(opened, Qt.Key.Key_Space)
    key(opened, Qt.Key.Key_2)
    key(opened, Qt.Key.Key_Space)
    key(opened, Qt.Key.Key_Space)
    choosing.kept.removed.emit(first.id)
    assert not choosing.on.isEnabled()
    assert len(opened.desks.choices.kept()) == 1


def test_a_choice_that_was_begun_goes_on_at_the_next_start(
    tmp_path: Path, opened: MainWindow, choosing: Choosing, theme: Theme
) -> None:
    key(opened, Qt.Key.Key_1)
    key(opened, Qt.Key.Key_Space)
    state = compare_page(opened).state()
    page = ComparePage(opened.desks, theme)
    page.wake(Change.CONTENT)
    page.restore(state)
    assert page.state()["choice"] == state["choice"]
    page.open(Route("compare", options={"choice": state["choice"]["choice"]}))
    assert page.choosing.scales.text().startswith("Owner 2")
    assert not page.choosing.on.isEnabled()
    page.deleteLater()


def test_a_link_leads_to_the_passage_and_the_way_back_to_the_answers(
    opened: MainWindow, choosing: Choosing
) -> None:
    key(opened, Qt.Key.Key_1)
    key(opened, Qt.Key.Key_E)
    assert opened.current == "read"
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert choosing.isVisible()
    assert choosing.scales.text().startswith("Owner 2")
    key(opened, Qt.Key.Key_Space)
    key(opened, Qt.Key.Key_1)
    key(opened, Qt.Key.Key_Space)
    choosing.export.setFocus(Qt.FocusReason.TabFocusReason)
    key(opened, Qt.Key.Key_Tab)
    assert choosing.result.text.textCursor().selectedText() == "Read the passage →"
    key(opened, Qt.Key.Key_Return)
    assert opened.current == "read"


def test_escape_leads_back_to_the_table(opened: MainWindow, choosing: Choosing) -> None:
    key(opened, Qt.Key.Key_Escape)
    page = compare_page(opened)
    assert not page.is_choosing
    assert page.stage.view.hasFocus()


def test_a_result_is_copied_and_saved_as_pdf(
    opened: MainWindow, choosing: Choosing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer_all(opened)
    choosing.export.chosen.emit((COPY, Format.MARKDOWN))
    assert QApplication.clipboard().text().startswith("# Who leads")
    target = tmp_path / "result.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choosing.export.chosen.emit((SAVE, Format.PDF))
    qtbot.waitUntil(lambda: not choosing._way_out.busy)
    read = read_pdf(target.read_bytes())
    assert (read.title, read.pages) == ("Who leads", 1)


def test_without_a_choice_in_any_pack_nothing_offers_one(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    with window(tmp_path / "w", theme, "compare") as plain:
        page = compare_page(plain)
        assert not page.choose.isVisible()
        press(qtbot, plain, "Choose a role for real work")
        assert not page.is_away
