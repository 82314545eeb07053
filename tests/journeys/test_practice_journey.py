"""Question practice and free text with the keyboard alone, from the page's first picture on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.study.practice_desk import PracticeKind, PracticeView
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.widgets.dialog import tell
from tests.study.exam_pack import FREE, write_pack
from tests.tools.clock import Clock
from tests.tools.hand import Hand
from tests.ui.exam_house import house, light_theme
from tests.ui.keyboard import focused, key, tab_to, typed


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    pack = write_pack(tmp_path / "p")
    second = (
        FREE.replace("essay-one", "essay-two")
        .replace("show value", "explain waste")
        .replace("held0", "held1")
    )
    (pack / "questions" / "second.yaml").write_text(second, "utf-8")
    with house(tmp_path / "profile", pack, Clock()) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, qtbot: QtBot) -> ExamPage:
    page = ExamPage(desks, light_theme())
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.wake(ExamPage.cares_for)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setup.take_focus()
    return page


def practised(desks: Desks) -> PracticeView:
    view = desks.practice.view()
    assert view is not None
    return view


def test_a_misconception_is_chosen_and_practised(page: ExamPage, desks: Desks) -> None:
    key(Qt.Key.Key_M)
    assert page.title == "Practise by misconception"
    key(Qt.Key.Key_Return)
    assert desks.practice.summary().scope.kind is PracticeKind.MISCONCEPTION
    key(Qt.Key.Key_2, Qt.Key.Key_U)
    assert practised(desks).sure is False
    key(Qt.Key.Key_Escape, Qt.Key.Key_M)
    assert page.shown is page.beliefs


def test_where_nothing_waits_the_page_says_so_and_leads_back(page: ExamPage) -> None:
    key(Qt.Key.Key_W)
    buttons = [b.text() for b in page.practising.findChildren(QPushButton) if b.isVisibleTo(page)]
    assert buttons == ["Back to the exams"]
    key(Qt.Key.Key_Return)
    assert page.shown is page.setup


def test_enter_presses_the_button_that_the_tabulator_came_to(page: ExamPage, desks: Desks) -> None:
    key(Qt.Key.Key_P, Qt.Key.Key_1)
    tab_to("Not sure")
    key(Qt.Key.Key_Return)
    assert practised(desks).sure is False


def _asked_two(page: ExamPage, desks: Desks) -> None:
    key(Qt.Key.Key_P)
    while len(practised(desks).question.key) != 2:
        key(Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Return)


def test_an_answer_with_too_few_chosen_is_not_taken_and_says_how_many_are_missing(
    page: ExamPage, desks: Desks
) -> None:
    _asked_two(page, desks)
    key(Qt.Key.Key_1, Qt.Key.Key_Return)
    assert practised(desks).chosen is None
    assert page.practising._screen._hint.text() == "One chosen, two asked. Choose one more."
    key(Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_U)
    assert practised(desks).chosen is None
    assert page.practising._screen._hint.text() == "Three chosen, only two asked: take 1 away."
    key(Qt.Key.Key_3, Qt.Key.Key_U)
    assert practised(desks).chosen == frozenset({0, 1})


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_verdict_and_what_leads_on_are_in_sight_after_an_answer(page: ExamPage, zoom: int) -> None:
    page._theme.set_zoom(zoom)
    page.resize(896, 540)
    key(Qt.Key.Key_P, Qt.Key.Key_4, Qt.Key.Key_Return)
    card, window = page.practising._screen.card, page.rect()
    assert focused().accessibleName() == "Next"
    for shown in (card.face.head, focused()):
        assert shown.visibleRegion().boundingRect() == shown.rect()
        assert window.contains(shown.mapTo(page, shown.rect().bottomRight()))
    assert "sure" in card.face.head.text()


def test_a_number_goes_to_a_marked_option_and_enter_to_what_proves_it(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert practised(desks).chosen == frozenset({0})
    with qtbot.waitSignal(page.navigated) as told:
        key(Qt.Key.Key_Return)
    proof = practised(desks).question.options[1].proof
    assert parse(told.args[0]).options["quote"] == proof.quote


def test_everything_wrong_answers_and_one_area_are_a_few_keys_away(page: ExamPage, desks: Desks) -> None:
    key(Qt.Key.Key_P)
    wrong = next(n for n in range(4) if n not in practised(desks).question.key)
    key(Qt.Key(Qt.Key.Key_1 + wrong), Qt.Key.Key_Return, Qt.Key.Key_Escape)
    key(Qt.Key.Key_W)
    assert desks.practice.summary().scope.kind is PracticeKind.WRONG
    key(Qt.Key.Key_Escape)
    chips = [b.accessibleName() for b in page.findChildren(QPushButton) if b.isVisibleTo(page)]
    area = next(name for name in chips if name.startswith("Practise Events"))
    tab_to(area)
    key(Qt.Key.Key_Return)
    assert desks.practice.summary().scope.kind is PracticeKind.AREA


def test_free_text_is_written_handed_in_and_marked_by_oneself(page: ExamPage, desks: Desks) -> None:
    tab_to("Start Free text")
    key(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert desks.exams.running()
    typed("By outcomes, not by output. Fine 1 2 3.")
    key(Qt.Key.Key_Tab, Qt.Key.Key_H)
    tab_to("Hand in")
    key(Qt.Key.Key_Return)
    attempt = desks.exams.attempts()[0]
    assert attempt.handed_in_at is not None
    assert desks.exams.result(attempt.id).items[0].words == "By outcomes, not by output. Fine 1 2 3."
    key(Qt.Key.Key_R)
    tab_to("Your answer")
    key(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Names outcomes: Exceeds"
    key(Qt.Key.Key_Space)
    tab_to("Names a measure: Meets")
    key(Qt.Key.Key_Space)
    assert desks.exams.result(attempt.id).items[0].own_levels == (2, 1)


def test_writing_goes_on_from_question_to_question_without_leaving_the_field(
    page: ExamPage, desks: Desks, tmp_path: Path
) -> None:
    tab_to("Start Free text")
    key(Qt.Key.Key_Return, Qt.Key.Key_Return)
    typed("First")
    key(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    view = desks.exams.view()
    assert view is not None
    assert (view.number, view.answered) == (2, (True, False))
    assert focused().accessibleName() == "Your answer"
    typed("Second")
    page.sitting._keep_words()
    kept = desks.exams.view()
    assert kept is not None
    assert kept.words == "Second"


def test_the_tabulator_passes_the_first_picture_in_the_order_of_the_eye(page: ExamPage, desks: Desks) -> None:
    desks.exams.begin(desks.exams.offers()[0].profile.id)
    desks.exams.hand_in()
    page.show_setup()
    page.setup.take_focus()
    passed = []
    for _ in range(9):
        passed.append(focused().accessibleName())
        key(Qt.Key.Key_Tab)
    assert passed[:3] == ["Start Mock exam · PSPO I", "Start Short paper", "Start Free text"]
    assert passed[3:6] == ["From everywhere", "Your wrong answers: 1", "By misconception…"]
    assert passed[8].startswith("Mock exam · PSPO I · ")


def test_time_in_a_dialog_over_a_question_is_no_time_of_answering(page: ExamPage, desks: Desks) -> None:
    key(Qt.Key.Key_M)
    key(Qt.Key.Key_Return)
    screen, hand = page.practising._screen, Hand()
    looked = screen.looked
    looked._now = hand
    looked.start()
    hand.move(3)
    dialog = tell(light_theme(), page, "A dialog", "over the question")
    hand.move(25)
    dialog.close()
    screen.card.press(1)
    screen.say_unsure()
    assert [event.payload["took_ms"] for event in desks.ledger.events(kind="practice-answer")] == [3000]
