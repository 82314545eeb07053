"""The Exam page's own widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html import escape

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from studyapp.catalog.proof import Proof
from studyapp.catalog.question import Option, Pool, Question, QuestionKind
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId
from studyapp.ui.exam import wording
from studyapp.ui.exam.beside import Beside
from studyapp.ui.exam.question_card import QuestionCard
from studyapp.ui.exam.question_face import Asked, QuestionFace
from studyapp.ui.exam.question_grid import Cell, GridModel, QuestionGrid, State
from studyapp.ui.exam.sitting_view import _Strip
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column
from tests.ui.exam_house import light_theme

PROOF = Proof(ItemId("p/article/a"), "", "So it is.")


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


def question(kind: QuestionKind, right: int = 1, options: int = 4) -> Question:
    texts = [f"Option {n}" for n in range(options)]
    made = tuple(Option(text, n < right, f"Reason {n}", PROOF, UNSETTLED) for n, text in enumerate(texts))
    return Question(
        ItemId("p/question/q"),
        kind,
        Pool.PRACTICE,
        "pspo-1",
        "events",
        "Who decides?",
        made,
        PROOF,
        UNSETTLED,
    )


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> QuestionCard:
    made = QuestionCard(theme, lambda text: f"<p>{escape(text)}</p>")
    made.resize(700, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def roles(card: QuestionCard) -> set[QAccessible.Role]:
    found = (QAccessible.queryAccessibleInterface(row) for row in card.face.rows if row.isVisibleTo(card))
    return {interface.role() for interface in found}


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_one_answer_is_asked_with_radio_buttons_and_several_with_check_boxes(card: QuestionCard) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    assert roles(card) == {QAccessible.Role.RadioButton}
    card.show_question(question(QuestionKind.MULTIPLE, right=2), frozenset(), "", "")
    assert roles(card) == {QAccessible.Role.CheckBox}


def test_a_second_choice_replaces_the_first_where_one_is_asked(card: QuestionCard) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    card.press(0)
    card.press(2)
    assert card.positions == {2}


def test_choices_add_up_where_several_are_asked_and_too_many_are_told(card: QuestionCard) -> None:
    card.show_question(question(QuestionKind.MULTIPLE, right=2), frozenset(), "", "")
    for position in (0, 1, 3):
        card.press(position)
    card.show_chosen(card.positions)
    assert card.positions == {0, 1, 3}
    assert card._note.text() == "Three chosen, only two asked: take 1 away."


def test_a_note_that_is_no_longer_needed_takes_no_room(card: QuestionCard) -> None:
    asked = question(QuestionKind.MULTIPLE, right=2)
    card.show_question(asked, frozenset(), "", "")
    before = looks(card)
    card.show_chosen(frozenset({1}))
    card.show_question(asked, frozenset(), "", "")
    assert looks(card) == before


def test_a_kept_choice_is_shown_again(card: QuestionCard) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset({3}), "", "")
    assert card.positions == {3}


def test_a_long_option_is_taller_than_a_short_one(card: QuestionCard) -> None:
    asked = question(QuestionKind.SINGLE)
    card.show_question(asked, frozenset(), "", "")
    short = card.face.rows[0].heightForWidth(300)
    card.face.rows[0].show_option(f"<p>{'word ' * 60}</p>", single=True, chosen=False)
    assert card.face.rows[0].heightForWidth(300) > 3 * short


def looks(card: QuestionCard) -> QImage:
    QApplication.sendPostedEvents()
    return card.grab().toImage()


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.MULTIPLE])
@pytest.mark.parametrize("chosen", [frozenset[int](), frozenset({1})])
def test_a_question_made_ready_before_looks_like_one_that_was_not(
    card: QuestionCard, kind: QuestionKind, chosen: frozenset[int]
) -> None:
    asked = question(kind, right=1 if kind is QuestionKind.SINGLE else 2)
    card.show_question(asked, chosen, "", "Question 2")
    plainly = looks(card)
    card.show_question(question(kind, options=3), frozenset(), "", "Question 1")
    card.make_ready(asked, chosen, "Question 2")
    card.show_question(asked, chosen, "", "Question 2")
    assert looks(card) == plainly
    assert card.positions == chosen


def change_zoom(card: QuestionCard, theme: Theme) -> None:
    theme.set_zoom(150)


def change_theme(card: QuestionCard, theme: Theme) -> None:
    theme.set_mode("dark")


def change_width(card: QuestionCard, theme: Theme) -> None:
    card.resize(500, 600)


@pytest.mark.parametrize("change", [change_zoom, change_theme, change_width])
def test_a_question_made_ready_follows_theme_zoom_and_width(
    card: QuestionCard, theme: Theme, change: Callable[[QuestionCard, Theme], None]
) -> None:
    asked = question(QuestionKind.SINGLE)
    card.show_question(question(QuestionKind.SINGLE, options=3), frozenset(), "", "")
    card.make_ready(asked, frozenset(), "")
    change(card, theme)
    card.show_question(asked, frozenset(), "", "")
    ready = looks(card)
    card.face.ask(Asked(asked, frozenset(), ""))
    assert looks(card) == ready


@pytest.mark.parametrize("walk", [Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_every_box_is_within_reach_of_the_keyboard_after_a_question_with_one_answer(
    card: QuestionCard, walk: Qt.Key
) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    card.activateWindow()
    card.press(1)
    card.show_question(question(QuestionKind.MULTIPLE, right=2), frozenset(), "", "")
    card.take_focus()
    for row in card.face.rows[1:]:
        QTest.keyClick(focused(), walk)
        assert focused() is row


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.MULTIPLE])
def test_an_option_that_an_arrow_key_leads_to_comes_into_sight(
    card: QuestionCard, kind: QuestionKind
) -> None:
    card.resize(700, 300)
    card.show_question(question(kind, right=2, options=7), frozenset(), "", "")
    card.activateWindow()
    QApplication.processEvents()
    card.take_focus()
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is card.face.rows[6]
    assert focused().visibleRegion().boundingRect() == focused().rect()


@pytest.mark.parametrize("ahead", [False, True])
def test_an_option_chosen_right_after_turning_comes_into_sight(
    card: QuestionCard, theme: Theme, ahead: bool
) -> None:
    card.resize(700, 400)
    theme.set_zoom(200)
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    QApplication.processEvents()
    long = replace(question(QuestionKind.SINGLE), id=ItemId("p/question/long"), stem="Who decides? " * 12)
    if ahead:
        card.make_ready(long, frozenset(), "")
    card.show_question(long, frozenset(), "", "")
    card.take_focus()
    card.press(0)
    QApplication.processEvents()
    row, seen = card.face.rows[0], card._scroll.viewport()
    assert row.mapTo(seen, row.rect().bottomLeft()).y() == seen.height() - 1 - theme.px(12)


LONG = replace(question(QuestionKind.SINGLE), id=ItemId("p/question/long"), stem="Who decides? " * 200)


def turn_to_a_long_question(card: QuestionCard) -> QScrollBar:
    """A question of several screens, turned to from one that fits; nothing is laid out yet."""
    card.resize(700, 450)
    card.activateWindow()
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    QApplication.processEvents()
    bar = card._scroll.verticalScrollBar()
    assert bar.maximum() == 0
    card.show_question(LONG, frozenset(), "", "")
    card.take_focus()
    return bar


def test_an_arrow_key_right_after_turning_scrolls_to_where_the_option_will_lie(card: QuestionCard) -> None:
    turn_to_a_long_question(card)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QApplication.processEvents()
    assert focused() is card.face.rows[1]
    assert focused().visibleRegion().boundingRect() == focused().rect()


def test_a_page_scrolled_right_after_turning_goes_by_the_new_question(
    card: QuestionCard, theme: Theme
) -> None:
    bar = turn_to_a_long_question(card)
    card.page_down()
    QApplication.processEvents()
    assert bar.value() == round(0.9 * bar.pageStep())
    assert bar.maximum() > 2 * bar.pageStep()
    card.page_up()
    assert bar.value() == 0


def test_a_question_made_ready_that_has_changed_meanwhile_is_shown_as_it_is_now(card: QuestionCard) -> None:
    asked = question(QuestionKind.SINGLE)
    card.show_question(asked, frozenset(), "", "")
    card.make_ready(replace(asked, stem="Who decided?"), frozenset(), "")
    card.show_question(replace(asked, stem="Who will decide?"), frozenset(), "", "")
    assert card.stem.plain() == "Who will decide?"


def test_turning_to_a_question_made_ready_takes_the_keyboard_along(card: QuestionCard, qtbot: QtBot) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    card.activateWindow()
    card.take_focus()
    asked = question(QuestionKind.SINGLE, options=5)
    card.make_ready(asked, frozenset({2}), "")
    card.show_question(asked, frozenset({2}), "", "")
    assert card.window().focusWidget() is card.face.rows[2]


def test_a_question_made_ready_is_not_shown(card: QuestionCard) -> None:
    card.show_question(question(QuestionKind.SINGLE), frozenset(), "", "")
    before = looks(card)
    card.make_ready(question(QuestionKind.SINGLE, options=5), frozenset(), "Question 2")
    assert looks(card) == before
    assert [face.isVisible() for face in card.findChildren(QuestionFace)].count(True) == 1


def cells(count: int, current: int = 1) -> list[Cell]:
    return [Cell(n, State.OPEN, current=n == current) for n in range(1, count + 1)]


@pytest.mark.each
def test_the_grid_model_keeps_qts_rules_while_it_changes(qapp: object) -> None:
    model = GridModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(cells(20))
    model.show([*cells(19), Cell(20, State.ANSWERED, flagged=True)])
    model.set_columns(5)
    model.show(cells(7))
    assert tester.model() is model


def test_the_grid_tells_each_question_in_words(qapp: object) -> None:
    model = GridModel()
    model.show([Cell(1, State.ANSWERED, flagged=True, current=True)])
    spoken = model.data(model.place(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Question 1, answered, flagged, in sight"


def test_the_grid_goes_to_the_question_under_the_cursor(theme: Theme, qtbot: QtBot) -> None:
    grid = QuestionGrid(theme)
    qtbot.addWidget(grid)
    grid.show_cells(cells(20, current=4))
    with qtbot.waitSignal(grid.wanted) as told:
        QTest.keyClick(grid, Qt.Key.Key_Right)
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [5]


def test_right_goes_on_from_the_end_of_a_row_to_the_next_question_and_left_comes_back(
    theme: Theme, qtbot: QtBot
) -> None:
    grid = QuestionGrid(theme)
    qtbot.addWidget(grid)
    grid.show_cells(cells(20, current=8))
    across = grid.model().columnCount()
    grid.show_cells(cells(20, current=across))
    reached = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(grid, key)
        reached.append(grid.currentIndex().data())
    assert reached == [str(across + 1), str(across)]


@pytest.mark.parametrize("state", list(State))
def test_the_ring_around_a_question_stays_within_its_cell(state: State, theme: Theme, qtbot: QtBot) -> None:
    grid, option = QuestionGrid(theme), QStyleOptionViewItem()
    qtbot.addWidget(grid)
    grid.show_cells([Cell(1, state, flagged=True)])
    option.rect = QRect(5, 5, theme.px(30), theme.px(28))
    option.state = QStyle.StateFlag.State_HasFocus
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFF00FF)
    painter = QPainter(picture)
    grid.itemDelegate().paint(painter, option, grid.model().index(0, 0))
    painter.end()
    around = [picture.pixel(x, 4) for x in range(60)] + [picture.pixel(4, y) for y in range(60)]
    assert set(around) == {0xFFFF00FF}


@pytest.mark.parametrize(
    ("seconds", "text"), [(2472, "41:12"), (0, "0:00"), (0.2, "0:01"), (3600, "1:00:00"), (59, "0:59")]
)
def test_the_clock_is_written_as_on_a_wall(seconds: float, text: str) -> None:
    assert wording.clock(timedelta(seconds=seconds)) == text


def test_a_share_is_never_rounded_up_to_a_mark_that_was_not_reached() -> None:
    assert wording.per_cent(67.9 / 80) == "84 %"
    assert wording.per_cent(68 / 80) == "85 %"


def test_the_grid_is_as_high_as_its_rows_from_the_first_paint(theme: Theme, qtbot: QtBot) -> None:
    grid, box = QuestionGrid(theme), QWidget()
    qtbot.addWidget(box)
    column = Column(theme, box)
    column.addWidget(grid)
    column.addStretch(1)
    grid.show_cells(cells(80))
    box.resize(300, 600)
    with qtbot.waitExposed(box):
        box.show()
    assert grid.height() == grid.needed_height() == 10 * theme.px(33)


def test_a_strip_without_room_for_its_keys_shows_the_words_whole(theme: Theme, qtbot: QtBot) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    strip = _Strip(theme)
    strip.setParent(desk)
    desk.show()
    strip.resize(900, 60)
    keyed = strip.questions.sizeHint().width()
    strip.resize(400, 60)
    QApplication.sendPostedEvents()
    assert strip.questions.sizeHint().width() < keyed
    assert all(b.width() >= b.sizeHint().width() for b in (strip.questions, strip.pause, strip.hand_in))


def narrow_and_wide(theme: Theme, qtbot: QtBot) -> Beside:
    beside = Beside(theme, QLabel("question"), QLabel("strip"), listed=QLabel("list"), below=[QLabel("foot")])
    qtbot.addWidget(beside)
    beside.resize(1000, 600)
    beside.show()
    return beside


def test_in_a_narrow_window_the_question_has_all_the_room_and_its_list_is_one_press_away(
    theme: Theme, qtbot: QtBot
) -> None:
    beside = narrow_and_wide(theme, qtbot)
    shown = {label.text() for label in beside.findChildren(QLabel) if label.isVisible()}
    assert shown == {"question", "list", "foot"}
    beside.resize(700, 600)
    shown = {label.text() for label in beside.findChildren(QLabel) if label.isVisible()}
    assert shown == {"question", "strip"}
    beside.show_list()
    assert {label.text() for label in beside.findChildren(QLabel) if label.isVisible()} == {"list", "strip"}
    beside.resize(1000, 600)
    shown = {label.text() for label in beside.findChildren(QLabel) if label.isVisible()}
    assert shown == {"question", "list", "foot"}
