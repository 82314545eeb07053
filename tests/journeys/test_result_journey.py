"""What a result says of a paper, and where each of its sentences leads."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.study.exam_result import ResultItem
from studyapp.study.scope import Scope
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.theme import Theme
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme, on_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def page(desks: Desks, clock: Clock, theme: Theme, qtbot: QtBot) -> ExamPage:
    """A result: the first answer lost by a change, the second hasty, one taken back in part, the others right."""
    sit(desks, clock)
    page = ExamPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    page.open(parse(f"page:exam?attempt={attempt(desks)}"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def sit(desks: Desks, clock: Clock) -> None:
    desks.exams.begin(ItemId("p/exam/mock"))
    clock.tick(seconds=30)
    desks.exams.choose(right(desks))
    desks.exams.choose(wrong(desks))
    desks.exams.go(2)
    clock.tick(seconds=5)
    desks.exams.choose(wrong(desks))
    for number in range(3, 9):
        desks.exams.go(number)
        clock.tick(seconds=40)
        desks.exams.choose(right(desks))
    several = next(n for n in range(3, 9) if desks.exams.go(n) and on_desk(desks).choose == 2)
    desks.exams.choose(frozenset(list(right(desks))[:1]))
    assert several > 2
    desks.exams.hand_in()


def right(desks: Desks) -> frozenset[int]:
    question = on_desk(desks).question
    assert question is not None
    return question.key


def wrong(desks: Desks) -> frozenset[int]:
    """As many options as are asked, none of them right as far as that goes."""
    key = right(desks)
    others = [n for n in range(4) if n not in key]
    return frozenset(others[: len(key)])


def attempt(desks: Desks) -> ItemId:
    return desks.exams.attempts()[0].id


def told(page: ExamPage) -> str:
    labels = page.paper.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def press(page: ExamPage, name: str) -> None:
    buttons = [
        b for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and name in b.accessibleName()
    ]
    assert buttons, name
    buttons[0].click()


def gone_through(page: ExamPage) -> list[ResultItem]:
    result, review = page.paper._result, page.paper._review
    assert result is not None
    assert review.isVisible()
    return [result.items[at] for at in review.filter.picked(result)]


def test_a_belief_is_told_in_a_sentence_that_leads_to_its_questions(page: ExamPage) -> None:
    assert "In 2 of 8 cases you let somebody outside decide." in told(page)
    press(page, "Go through these 2: In 2 of 8")
    assert [item.number for item in gone_through(page)] == [1, 2]
    assert "Only: Somebody outside decides (2 questions)" in told(page)


def test_a_belief_can_be_practised_from_the_result(page: ExamPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.navigated) as sent:
        press(page, "Practise it: In 2 of 8")
    page.open(parse(sent.args[0]))
    assert page.title == "Practice · Somebody outside decides"


def test_changed_answers_and_slips_are_told_and_lead_to_their_questions(page: ExamPage) -> None:
    assert "2 answers changed from right to wrong: 2 points lost." in told(page)
    assert "1 wrong answer, perhaps a slip: answered in under 8 seconds." in told(page)
    press(page, "perhaps a slip: fewer chosen than asked")
    assert [len(item.chosen) < len(item.key) for item in gone_through(page)] == [True]


def test_a_disputed_question_speaks_for_no_belief(page: ExamPage, desks: Desks) -> None:
    desks.exams.dispute(attempt(desks), 1, "ambiguous")
    page.paper.show_attempt(attempt(desks))
    QApplication.processEvents()
    press(page, "Go through this one: In 1 of 7 cases")
    assert [item.number for item in gone_through(page)] == [2]


def test_both_markings_are_shown(page: ExamPage) -> None:
    assert "All or nothing 62 % · with partial credit" in told(page)
    assert "All or nothing counts here." in told(page)


def test_wrong_answers_are_due_cards_which_can_be_drilled_at_once(
    page: ExamPage, desks: Desks, qtbot: QtBot
) -> None:
    assert (
        "The 3 questions that you did not answer rightly are cards now, and due; Today takes them up"
        in told(page)
    )
    with qtbot.waitSignal(page.navigated) as sent:
        QTest.keyClick(page.paper._result_view._review, Qt.Key.Key_D)
    route = parse(sent.args[0])
    kind, _, value = route.options["scope"].partition(":")
    desks.reviews.begin(Scope(kind, value))
    view = desks.reviews.view()
    assert view is not None
    assert (route.page, view.total) == ("cards", 3)


def test_a_card_that_was_answered_since_is_no_longer_waiting(
    page: ExamPage, desks: Desks, clock: Clock
) -> None:
    clock.tick(minutes=5)
    called = page.paper._called(desks.exams.result(attempt(desks)))
    desks.reviews.begin(Scope("card", called.cards[0]))
    desks.reviews.rate(Rating.GOOD, timedelta(seconds=9))
    page.hide()
    page.show()
    assert "2 of them wait for you; the other one you have answered since." in told(page)


def test_enter_on_a_bar_goes_to_its_question(page: ExamPage) -> None:
    plot = page.paper._result_view.times.plot
    plot.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(plot, key)
    item = page.paper._review.item
    assert item is not None
    assert item.number == 7


def test_enter_on_an_area_goes_through_its_questions(page: ExamPage) -> None:
    plot = page.paper._result_view.areas.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Home)
    QTest.keyClick(plot, Qt.Key.Key_Enter)
    assert len({item.area for item in gone_through(page)}) == 1


@pytest.mark.parametrize("broken", [None, ["weather", ""], [3, 4], "all", ["area", "nowhere"]])
def test_what_was_gone_through_is_taken_up_again(
    page: ExamPage, desks: Desks, theme: Theme, qtbot: QtBot, broken: object
) -> None:
    page.paper.review_only(ReviewFilter(FilterKind.CHANGED))
    kept = json.loads(json.dumps(page.state()))
    again = ExamPage(desks, theme)
    qtbot.addWidget(again)
    again.restore(kept)
    assert again.paper.filter == ReviewFilter(FilterKind.CHANGED)
    again.restore(kept | {"only": broken})
    assert again.place() == page.place()


def test_an_area_that_a_key_came_to_is_in_sight(page: ExamPage, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(200)
    page.resize(868, 300)
    plot = page.paper._result_view.areas.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_End)
    spot = plot.mapTo(page, plot.laid_out[-1].rect.center().toPoint())
    theme.set_zoom(100)
    assert 0 < spot.y() < 300


def test_the_time_on_each_question_is_held_against_the_pace(page: ExamPage) -> None:
    times = page.paper._result_view.times
    assert times.sentence == (
        "34 s a question on average; there were 45 s for each. The longest was question 3 with 40 s."
    )
    assert times.table.rows[1] == ("2", "5", "wrong")


def test_the_review_offers_every_area_and_belief_of_the_paper(page: ExamPage) -> None:
    page.paper.review()
    actions = [each for each in page.paper._review._list.menu().actions() if each.text()]
    assert [each.text().rpartition(" · ")[0] for each in actions][-1] == "Somebody outside decides"
    actions[0].trigger()
    assert page.paper._review.filter.kind == "area"
    page.paper.show_result()
    QTest.keyClick(page.paper._result_view._review, Qt.Key.Key_R)
    assert page.paper._review.filter.kind == "wrong"


@pytest.mark.parametrize(("zoom", "width"), [(100, 1190), (200, 868)])
def test_the_plots_of_a_result_are_kept_as_files_and_never_cut(
    page: ExamPage, theme: Theme, tmp_path: Path, zoom: int, width: int
) -> None:
    theme.set_zoom(zoom)
    page.resize(width, 560)
    QApplication.processEvents()
    view = page.paper._result_view
    for panel in (view.areas, view.times):
        assert panel.plot.height() >= panel.plot.sizeHint().height()
        assert all(mark.rect.right() <= panel.plot.width() + 1 for mark in panel.plot.laid_out)
        panel.save_picture(tmp_path / "plot.png")
        assert not QImage(str(tmp_path / "plot.png")).isNull()
        panel.save_drawing(tmp_path / "plot.svg")
        assert panel.sentence[:20] in (tmp_path / "plot.svg").read_text("utf-8")
    theme.set_zoom(100)


def test_tab_follows_the_eye_from_the_areas_through_the_sentences_to_the_times(page: ExamPage) -> None:
    view = page.paper._result_view
    view.areas.plot.setFocus()
    names: list[str] = []
    while view.times.plot is not QApplication.focusWidget() and len(names) < 12:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName().partition(":")[0])
    names.remove("Practise it")
    assert names == [
        *["Go through these 2"] * 2,
        *["Go through this one"] * 2,
        "As a table",
        "Export…",
        "Time per question",
    ]
