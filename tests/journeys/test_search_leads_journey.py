"""Ctrl+K leads to a question without its answer, and to what other pages can do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.address import parse
from studyapp.ui.main_window import MainWindow
from studyapp.ui.progress.result_dialog import ResultDialog
from studyapp.ui.search.elsewhere import ELSEWHERE, elsewhere
from studyapp.ui.search.palette import SearchPalette
from studyapp.ui.search.result import Result
from studyapp.ui.search.target import address_of
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, marked, read_page, window
from tests.study.exam_pack import write_pack
from tests.ui.exam_house import light_theme

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme, page="today", pack=write_pack(tmp_path / "p")) as made:
        yield made


def find(opened: MainWindow, words: str, qtbot: QtBot) -> Result:
    """Type into the search and take what stands first."""
    key(opened, Qt.Key.Key_K, CONTROL)
    palette = opened.findChildren(SearchPalette)[0]
    qtbot.waitUntil(lambda: not palette.busy(), timeout=20_000)
    palette.field.setText(words)
    qtbot.waitUntil(lambda: not palette._typing.isActive())
    result = palette.entries.entries[palette.results.currentIndex().row()].result
    assert result is not None
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    return result


def test_enter_on_a_question_asks_it_and_shows_its_passage_only_afterwards(
    opened: MainWindow, qtbot: QtBot
) -> None:
    found = find(opened, "in:questions practice3", qtbot)
    view = opened.desks.practice.view()
    assert view is not None
    assert (opened.current, view.question.id, view.count) == ("exam", found.target, 1)
    assert not any(option.reason in found.snippet for option in view.question.options)
    key(opened, Qt.Key.Key_E)
    assert opened.current == "exam"
    for position in sorted(view.question.key):
        key(opened, Qt.Key(Qt.Key.Key_1 + position))
    key(opened, Qt.Key.Key_U)
    key(opened, Qt.Key.Key_E)
    assert (opened.current, marked(read_page(opened))) == ("read", ["Fact practice3 is so."])


def test_a_question_that_only_the_learner_can_mark_opens_its_passage(opened: MainWindow) -> None:
    free = next(q for q in opened.desks.library.catalog.questions().values() if not q.options)
    assert parse(address_of(opened.desks.library.catalog, free.id)).page == "read"


def test_the_result_of_a_real_exam_is_entered_from_anywhere(opened: MainWindow, qtbot: QtBot) -> None:
    assert find(opened, "real exam result", qtbot).title == "Enter the result of a real exam"
    qtbot.waitUntil(lambda: any(form.isVisible() for form in opened.findChildren(ResultDialog)))
    assert opened.current == "progress"
    for form in opened.findChildren(ResultDialog):
        form.reject()


@pytest.mark.parametrize(("text", "address"), ELSEWHERE)
def test_a_command_of_another_page_is_named_as_that_page_names_it(
    opened: MainWindow, text: str, address: str
) -> None:
    page = parse(address).page
    opened.show_page(page)
    assert text in [action.text() for action in opened.commands()]
    assert text not in [found.title for found in elsewhere(text, page)]
    assert text in [found.title for found in elsewhere(text, "today")]
