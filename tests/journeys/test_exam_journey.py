"""An exam from the first picture to the passage behind a wrong answer, through the real page."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.exam_filter import FilterKind
from studyapp.ui.address import parse
from studyapp.ui.exam.attempt_line import attempt_line
from studyapp.ui.exam.hand_in_dialog import HandInDialog
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.question_card import GONE
from studyapp.ui.exam.result_export import result_report
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.progress_row import ProgressRow
from studyapp.ui.widgets.scroll import Scroll
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme, on_desk

MOCK, WORDS = "p/exam/mock", "p/exam/words"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "p")


@pytest.fixture
def desks(tmp_path: Path, pack: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", pack, clock) as opened:
        yield opened


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def page(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    return shown(desks, theme, qtbot)


def shown(desks: Desks, theme: Theme, qtbot: QtBot) -> ExamPage:
    page = ExamPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.wake(ExamPage.cares_for)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def begin(page: ExamPage, qtbot: QtBot, profile: str = MOCK) -> None:
    page.setup.chosen.emit(profile)
    press(page, "Start the clock" if profile != "p/exam/short" else "Start")


def press(parent: QWidget, text: str) -> None:
    buttons = [b for b in parent.findChildren(QPushButton) if b.isVisibleTo(parent) and b.text() == text]
    assert buttons, f"no button {text!r}"
    buttons[0].click()


def key(qtbot: QtBot, *keys: Qt.Key) -> None:
    for one in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, one)


def wait(page: ExamPage, clock: Clock, seconds: int) -> None:
    for _ in range(seconds):
        clock.tick(seconds=1)
        page.sitting._look()


def dialog_of(page: ExamPage) -> HandInDialog:
    dialog = page.sitting._dialog
    assert dialog is not None
    return dialog


def test_a_mock_is_sat_with_the_keyboard_alone(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_Right, Qt.Key.Key_2)
    view = on_desk(desks)
    assert view.number == 2
    assert view.answered[:2] == (True, True)
    assert view.flags[0]
    key(qtbot, Qt.Key.Key_G, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert on_desk(desks).number == 3
    key(qtbot, Qt.Key.Key_Left, Qt.Key.Key_H)
    assert on_desk(desks).number == 2
    dialog_of(page).accept()
    assert not desks.exams.running()
    assert page.shown is page.paper


def test_a_number_chooses_nothing_while_the_list_has_taken_the_place_of_the_question(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G, Qt.Key.Key_2)
    assert not on_desk(desks).chosen
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert on_desk(desks).number == 2
    assert on_desk(desks).chosen == {1}


def test_a_key_held_down_neither_takes_a_choice_back_nor_a_flag(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    once = {action.text() for action in page.sitting.actions() if not action.autoRepeat()}
    assert {"Choose option 1", "Choose option 9", "Flag for review"} <= once
    assert not {"Next question", "Previous question"} & once


def test_the_keyboard_stays_where_it_is_when_something_changes_elsewhere(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G)
    page.wake(Change.CONTENT)
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert on_desk(desks).number == 2


def test_the_list_keeps_the_keyboard_when_the_window_becomes_wide(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    page.resize(700, 600)
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_G)
    page.resize(1190, 750)
    QApplication.processEvents()
    key(qtbot, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert on_desk(desks).number == 8


def test_a_question_that_left_the_content_leads_on_with_enter(
    page: ExamPage, desks: Desks, pack: Path, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.sitting.make_ready()
    shutil.rmtree(pack / "questions")
    desks.library.reload()
    page.wake(Change.CONTENT)
    key(qtbot, Qt.Key.Key_Right)
    assert page.sitting.view.card.stem.plain() == GONE
    key(qtbot, Qt.Key.Key_Return)
    assert on_desk(desks).number == 3


def test_handing_in_lists_what_is_open_and_flagged_and_leads_there(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_H)
    dialog = dialog_of(page)
    numbers = [b.text() for b in dialog.findChildren(QPushButton) if b.text().isdigit()]
    assert numbers == ["2", "3", "4", "5", "6", "7", "8", "1"]
    press(dialog, "5")
    assert on_desk(desks).number == 5
    assert desks.exams.running()


def test_handing_in_lists_where_too_few_or_too_many_are_chosen_and_leads_there(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    several = []
    for number in range(1, 9):
        page.sitting.go(number)
        if on_desk(desks).choose == 2:
            several.append(number)
            key(qtbot, Qt.Key.Key_1)
    page.sitting.go(several[-1])
    key(qtbot, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Left, Qt.Key.Key_H)
    dialog = dialog_of(page)
    named = [b.text() for b in dialog.findChildren(QPushButton) if ":" in b.text()]
    assert named == [*(f"{n}: 1 of 2 chosen" for n in several[:-1]), f"{several[-1]}: 3 chosen, 2 asked"]
    press(dialog, named[-1])
    assert on_desk(desks).number == several[-1]


def test_a_paper_survives_a_crash_with_answers_and_time(
    page: ExamPage, desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    wait(page, clock, 60)
    key(qtbot, Qt.Key.Key_3)
    before = on_desk(desks)
    clock.tick(hours=5)
    desks.__dict__.pop("exams")
    again = shown(desks, theme, qtbot)
    press(again, "Go on")
    after = on_desk(desks)
    assert (after.chosen, after.number) == (before.chosen, before.number)
    assert after.time_left == timedelta(minutes=5)


def test_the_paper_hands_itself_in_at_zero(page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot) -> None:
    begin(page, qtbot)
    page.sitting._ask_to_hand_in()
    wait(page, clock, 360)
    assert page.shown is page.paper
    assert desks.exams.attempts()[0].handed_in_at is not None


def test_a_held_back_question_is_used_up_before_it_is_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    shown_text = page.sitting.view.card.stem.plain()
    kept = [event.payload["text"]["stem"] for event in desks.ledger.events(kind="exam-shown")]
    assert kept == [shown_text]


def test_a_wrong_answer_leads_to_its_passage(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    question = on_desk(desks).question
    assert question is not None
    page.sitting._choose(frozenset({next(n for n in range(4) if n not in question.key)}))
    desks.exams.hand_in()
    page.open(parse("page:exam?attempt=" + desks.exams.attempts()[0].id))
    key(qtbot, Qt.Key.Key_R)
    with qtbot.waitSignal(page.navigated) as told:
        key(qtbot, Qt.Key.Key_E)
    route = parse(told.args[0])
    assert (route.page, route.target) == ("read", "p/article/facts#section")
    assert route.options["quote"] == question.proof.quote


def test_going_back_leads_to_the_same_question_of_the_review(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.sitting.go(2)
    desks.exams.hand_in()
    page.open(parse("page:exam?attempt=" + desks.exams.attempts()[0].id))
    key(qtbot, Qt.Key.Key_R, Qt.Key.Key_Right)
    place = page.place()
    page.show_setup()
    page.open(parse(place))
    assert page.paper._review.item is not None
    assert page.paper._review.item.number == 2


def test_a_disputed_question_leaves_the_score_and_comes_back(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    attempt = desks.exams.attempts()[0].id
    page.open(parse(f"page:exam?attempt={attempt}&question=1"))
    press(page, "I think the key is wrong…")
    page.paper._review._reason.setText("both are defensible")
    press(page, "Leave out")
    assert desks.exams.result(attempt).whole.out_of == 7
    press(page, "Score it again")
    assert desks.exams.result(attempt).whole.out_of == 8


def test_a_paper_of_which_nothing_counts_has_no_score_and_is_not_failed(page: ExamPage, desks: Desks) -> None:
    for _ in range(2):
        desks.exams.begin(ItemId(MOCK))
        desks.exams.hand_in()
    attempt, other = (row.id for row in desks.exams.attempts())
    for number in range(1, 9):
        desks.exams.dispute(attempt, number, "no")
    page.open(parse(f"page:exam?attempt={attempt}"))
    told = [label.text() for label in page.paper.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "No score" in told
    assert not any("passed" in text for text in told)
    assert attempt_line(desks.exams.attempts()[0], "Mock", 0).note == "no score"
    page.paper.show_beside(other)
    assert "The scores do not compare" in page.paper.pairing.view._sentence.text()


def test_escape_gives_a_dispute_up_and_keeps_the_question_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    page.open(parse(f"page:exam?attempt={desks.exams.attempts()[0].id}&question=1"))
    press(page, "I think the key is wrong…")
    QTest.keyClicks(page.paper._review._reason, "both")
    key(qtbot, Qt.Key.Key_Escape)
    assert (page.title, page.paper._review._reason_box.isVisible()) == ("Review · Mock exam · PSPO I", False)
    assert QApplication.focusWidget() is page.paper._review._dispute
    key(qtbot, Qt.Key.Key_Escape)
    assert page.title == "Result · Mock exam · PSPO I"


def test_a_paper_without_own_marks_says_so_and_how_to_give_them(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    desks.exams.write("By outcomes.")
    desks.exams.hand_in()
    attempt = desks.exams.attempts()[0].id
    page.open(parse(f"page:exam?attempt={attempt}"))
    told = "\n".join(label.text() for label in page.paper.findChildren(QLabel) if label.isVisibleTo(page))
    assert "Not marked yet" in told
    assert "1 answer waits for your own marks" in told
    press(page, "Mark your answers")
    assert page.title == "Review · Free text"
    page.show_setup()
    assert "1 to mark" in [row.line.note for row in page.setup.findChildren(ProgressRow)]


def test_two_papers_side_by_side_are_one_press_away_once_there_are_two(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    for number in range(2):
        desks.exams.begin(ItemId(MOCK))
        desks.exams.hand_in()
        page.show_setup()
        assert page._beside.isEnabled() == (number == 1)
    press(page, "Two papers side by side…")
    assert page.title == "Two papers side by side"


def test_free_text_is_kept_before_the_next_question_and_marked_by_the_learner(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    QTest.keyClicks(page.sitting.view.card._field, "By outcomes. 1 of 2.")
    page.sitting._ask_to_hand_in()
    dialog_of(page).accept()
    attempt = desks.exams.attempts()[0].id
    assert desks.exams.result(attempt).items[0].words == "By outcomes. 1 of 2."
    page.open(parse(f"page:exam?attempt={attempt}&question=1"))
    assert page.paper._review._list._legend.text() == "0 right · 0 wrong · 1 to mark"
    assert page.paper.filter.kind is FilterKind.TO_MARK
    press(page, "Exceeds")
    assert desks.exams.result(attempt).unmarked == 1
    press_all = [b for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and b.text() == "Meets"]
    press_all[-1].click()
    assert desks.exams.result(attempt).items[0].own_levels == (2, 1)
    assert page.paper._review._list._legend.text() == "1 right · 0 wrong"
    report = result_report(desks.exams.result(attempt), page._titles)
    assert "Names outcomes: Exceeds | Names a measure: Meets" in report.csv()
    assert "Your own marks: Names outcomes: Exceeds; Names a measure: Meets" in report.html()


@pytest.mark.parametrize("turned", [False, True])
def test_tab_comes_to_the_options_before_the_buttons_below_them(
    page: ExamPage, qtbot: QtBot, turned: bool
) -> None:
    begin(page, qtbot)
    if turned:
        page.sitting.make_ready()
        page.sitting.go_on()
    view, chain = page.sitting.view, list[QWidget]()
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        chain.append(at)
        at = at.nextInFocusChain()
    rows = [chain.index(row) for row in view.card.face.rows]
    assert rows == sorted(rows)
    assert rows[-1] < chain.index(view.flag_button)


@pytest.mark.parametrize("late", [Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_F])
def test_nothing_that_comes_after_zero_counts_even_if_the_window_was_too_busy_to_look(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot, late: Qt.Key
) -> None:
    begin(page, qtbot)
    wait(page, clock, 350)
    clock.tick(seconds=30)
    key(qtbot, late)
    assert not desks.exams.running()
    result = desks.exams.result(desks.exams.attempts()[0].id)
    assert (result.ran_out, result.items[0].chosen, result.items[1].question) == (True, frozenset(), None)
    assert page.shown is page.paper


def test_words_typed_before_a_busy_window_ran_out_of_time_are_handed_in(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    begin(page, qtbot, WORDS)
    QTest.keyClicks(page.sitting.view.card._field, "In the last second")
    while desks.exams.running():
        clock.tick(seconds=59)
        page.sitting._look()
    assert desks.exams.result(desks.exams.attempts()[0].id).items[0].words == "In the last second"


def test_practice_tells_the_reasons_at_once(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    page.open(parse("page:exam?practice=area%3Aevents"))
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_U)
    view = desks.practice.view()
    assert view is not None
    assert view.sure is False
    assert "Because of fact" in page.practising._screen.card.face.rows[0].accessibleDescription()
    key(qtbot, Qt.Key.Key_Return)
    following = desks.practice.view()
    assert following is not None
    assert following.number == 2


def test_the_clock_runs_on_while_another_page_is_in_sight(
    page: ExamPage, desks: Desks, clock: Clock, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.hide()
    assert page.sitting._clock.isActive()
    wait(page, clock, 30)
    assert on_desk(desks).elapsed == timedelta(seconds=30)


def test_the_pause_covers_the_question_where_the_profile_has_one(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot, "p/exam/short")
    key(qtbot, Qt.Key.Key_P)
    assert on_desk(desks).standing_still
    assert not page.sitting.view.isVisible()
    key(qtbot, Qt.Key.Key_1)
    assert on_desk(desks).answered_count == 0


def test_a_paper_left_lying_is_offered_in_sight_and_its_cover_is_never_cut(
    page: ExamPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    page.resize(784, 500)
    begin(page, qtbot, "p/exam/short")
    key(qtbot, Qt.Key.Key_P)
    scroll = page.sitting._cover.findChild(Scroll)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    press(page, "Later")
    go_on = QApplication.focusWidget()
    assert go_on is not None
    qtbot.waitUntil(lambda: not go_on.visibleRegion().isEmpty())
    assert page.setup._scroll.verticalScrollBar().value() == 0


def test_a_mock_cannot_be_paused(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_P)
    assert not on_desk(desks).standing_still


def test_every_widget_that_takes_the_focus_has_a_name(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    begin(page, qtbot)
    page.sitting._choose(frozenset({0}))
    desks.exams.hand_in()
    page.paper.show_attempt(ItemId(desks.exams.attempts()[0].id))
    page.paper.review()
    focusable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in focusable if not w.accessibleName() and w.isVisibleTo(page)]
    assert nameless == []


def test_leaving_a_result_puts_the_keyboard_on_the_primary_button(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    desks.exams.hand_in()
    page._show_attempt(desks.exams.attempts()[0].id)
    key(qtbot, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Start Mock exam · PSPO I"


def test_the_page_hands_the_keyboard_to_the_question_in_sight(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert on_desk(desks).answered[0]


def test_a_review_is_filtered_and_walked_through_with_the_keyboard_alone(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_F, Qt.Key.Key_Right)
    desks.exams.hand_in()
    page._show_attempt(desks.exams.attempts()[0].id)
    key(qtbot, Qt.Key.Key_R, Qt.Key.Key_G)
    press(page, "Flagged 1")
    item = page.paper._review.item
    assert item is not None
    assert (item.number, item.flagged) == (2, True)
    press(page, "Left open 2")
    assert page.paper._review.item is not None


def test_the_next_question_begins_at_its_beginning_in_a_small_window_at_double_size(
    page: ExamPage, desks: Desks, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    page.resize(784, 492)
    page.open(parse("page:exam?practice=area%3Aevents"))
    card = page.practising._screen.card
    bar = card._scroll.verticalScrollBar()
    for _ in range(2):
        QApplication.processEvents()
        assert (bar.value(), bar.maximum() > 0) == (0, True)
        key(qtbot, Qt.Key.Key_4, Qt.Key.Key_U, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_4)
    assert bar.value() > 0
    key(qtbot, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("where", ["sitting", "review"])
def test_page_up_and_page_down_scroll_the_question_and_stay_with_it(
    page: ExamPage, desks: Desks, theme: Theme, qtbot: QtBot, where: str
) -> None:
    theme.set_zoom(200)
    page.resize(784, 492)
    begin(page, qtbot)
    if where == "review":
        desks.exams.hand_in()
        page._show_attempt(desks.exams.attempts()[0].id)
        key(qtbot, Qt.Key.Key_R)
    part: Part = page.paper if where == "review" else page.sitting
    card = page.paper._review.card if where == "review" else page.sitting.view.card
    QApplication.processEvents()
    bar, stem = card._scroll.verticalScrollBar(), card.stem.plain()
    key(qtbot, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    key(qtbot, Qt.Key.Key_PageUp)
    assert (bar.value(), card.stem.plain()) == (0, stem)
    assert {"Scroll the question down", "Scroll the question up"} <= {a.text() for a in part.actions()}
