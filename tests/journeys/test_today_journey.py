"""The Today page says what to do now and leads there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from studyapp.ids import item_id
from studyapp.learning.next_step import NextStep
from studyapp.learning.rating import Rating
from studyapp.study.day_rows import AreaRow, MisfitRow
from studyapp.study.desks import Desks
from studyapp.study.glance import Glance
from studyapp.study.reading_room import Visit
from studyapp.study.scope import Scope
from studyapp.ui.cards.chooser import Chooser
from studyapp.ui.main_window import MainWindow
from studyapp.ui.today.page import TodayPage, _area_line
from studyapp.ui.today.wording import (
    day_of,
    days_to_exam,
    exam_name,
    mean_recall,
    reading_left,
    recalled,
    work_ahead,
    work_detail,
)
from studyapp.ui.widgets.progress_row import ProgressRow
from studyapp.ui.wording import counted
from tests.tools.clock import Clock
from tests.tools.forecasts import TOLD


@pytest.fixture
def page(window: MainWindow) -> TodayPage:
    found = window.page("today")
    assert isinstance(found, TodayPage)
    return found


def titles(page: TodayPage) -> dict[str, str]:
    rows = [row for row in page.findChildren(ProgressRow) if row.isVisible()]
    return {row.line.title: row.line.note for row in rows}


def button(page: TodayPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def drill_all(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin()
    while desks.reviews.view() is not None:
        desks.reviews.rate(Rating.EASY, timedelta(seconds=4))
        clock.tick(seconds=4)


def test_a_new_learner_sees_new_cards_articles_and_areas(page: TodayPage) -> None:
    assert page._hero._title.text().startswith("4 cards")
    assert page._recall._figure.text() == "No answers yet"
    assert titles(page)["The Product Owner"] == "unread · 1 min"
    assert titles(page)["Understanding Scrum"] == "5 cards, none seen yet"


def test_page_down_scrolls_before_anything_has_the_focus(page: TodayPage, window: MainWindow) -> None:
    window.resize(960, 300)
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.view.verticalScrollBar().value() > 0


def test_enter_starts_the_days_session(page: TodayPage, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.current == "cards"


def test_enter_presses_the_button_that_has_the_focus_instead(page: TodayPage, window: MainWindow) -> None:
    choose = button(page, "Choose what to study")
    choose.setFocus()
    QTest.keyClick(choose, Qt.Key.Key_Return)
    assert window.current == "today"
    assert page.findChild(Chooser) is not None


def test_answers_show_up_when_the_learner_comes_back(
    page: TodayPage, window: MainWindow, desks: Desks, clock: Clock
) -> None:
    window.show_page("cards")
    drill_all(desks, clock)
    window.page("cards").changed.emit(desks.settings.change(minutes_a_day=30))
    window.show_page("today")
    assert page._recall._figure.text() == "79 %"
    assert titles(page)["Understanding Scrum"].startswith("79 % recalled · 4 of 5")


@pytest.mark.parametrize(
    ("share", "seen", "colour"), [(0.03, 15, "accent"), (0.4, 300, "bad"), (0.8, 400, "good")]
)
def test_a_bar_of_an_area_has_the_length_that_its_words_say(share: float, seen: int, colour: str) -> None:
    line = _area_line(AreaRow("Scrum", share, seen, 440, "scrum"))
    assert (line.share, line.colour) == (share, colour)
    assert line.note == f"{share:.0%} recalled · {seen} of 440 cards seen".replace("%", " %", 1)


def test_an_article_that_was_begun_is_read_on_from_here(
    page: TodayPage, window: MainWindow, desks: Desks
) -> None:
    article = next(iter(desks.library.catalog.articles().values()))
    change = desks.reading.leave(article.id, Visit("", 0.4, timedelta(seconds=30), False, 0.4))
    window.news.changed.emit(change)
    row = next(r for r in page.findChildren(ProgressRow) if r.line.title == article.title)
    assert row.line.share == pytest.approx(0.4)
    row.click()
    assert window.current == "read"


def test_an_area_leads_to_its_cards(page: TodayPage, window: MainWindow) -> None:
    next(r for r in page.findChildren(ProgressRow) if r.line.title == "Understanding Scrum").click()
    assert window.current == "cards"
    assert window.preferences().pages["cards"]["scope"] == "area"


def test_choosing_what_to_study_leads_to_those_cards(page: TodayPage, window: MainWindow) -> None:
    button(page, "Choose what to study").click()
    chooser = page.findChild(Chooser)
    assert chooser is not None
    QTest.keyClicks(chooser._field, "topic roles")
    QTest.keyClick(chooser._field, Qt.Key.Key_Return)
    assert window.current == "cards"
    assert window.preferences().pages["cards"] == {"scope": "topic", "value": "roles"}


def test_the_exam_date_counts_the_days(
    page: TodayPage, window: MainWindow, desks: Desks, clock: Clock
) -> None:
    exam = (clock() + timedelta(days=23)).date()
    window.news.changed.emit(desks.settings.change(exam_date=exam))
    assert page._hero._above.text() == "23 days to your PSPO I exam"


def test_an_exam_under_way_is_named_where_its_button_leads(
    page: TodayPage, window: MainWindow, desks: Desks
) -> None:
    window.news.changed.emit(desks.exams.begin(item_id("small", "exam", "short")))
    assert page._hero._above.text().startswith("An exam lies open · ")
    assert button(page, "Go on with the exam").isVisible()


def test_the_figure_explains_itself(page: TodayPage, window: MainWindow) -> None:
    button(page, "How is this worked out?").click()
    told = [
        w
        for w in QApplication.topLevelWidgets()
        if w.windowTitle() == "How recall is worked out" and w.isVisible()
    ]
    assert len(told) == 1
    told[0].close()


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [(1280, 800, 100), (1280, 800, 200), (960, 600, 100), (960, 600, 200), (640, 480, 100)],
)
def test_nothing_on_today_is_cut_at_any_size(
    width: int, height: int, zoom: int, window: MainWindow, page: TodayPage
) -> None:
    window.theme.set_zoom(zoom)
    window.resize(width, height)
    QApplication.processEvents()
    for label in (
        page._hero._title,
        page._hero._above,
        page._hero._below,
        page._recall._figure,
        page._recall._note,
    ):
        assert label.height() >= label.heightForWidth(label.width())
    for pressed in page.findChildren(QPushButton):
        assert pressed.width() >= pressed.minimumSizeHint().width()


def test_the_chance_to_pass_stands_in_place_of_recall_once_it_is_known(page: TodayPage) -> None:
    page._recall.show_standing([AreaRow("Scrum", 0.9, 10, 20, "scrum")], TOLD)
    assert (page._recall._caption.text(), page._recall._figure.text()) == (
        "Chance to pass today, on our mocks",
        "58 %",
    )
    assert (
        page._recall._note.text()
        == "likely 30 to 83 % · from 220 first answers · 90 % recalled tomorrow of 20 cards"
    )
    page._recall.show_standing([AreaRow("Scrum", 0.9, 10, 20, "scrum")], None)
    assert page._recall._figure.text() == "90 %"


def test_a_forecast_is_worked_out_only_while_today_is_in_sight(
    page: TodayPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(page._desks.outlooks, "inquiry", lambda *, past: asked.append(past))
    window.show_page("read")
    page._forecasting.begin()
    assert asked == []
    window.show_page("today")
    page._forecasting.begin()
    assert asked == [False]


def test_what_gains_most_is_one_press_away(
    page: TodayPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(window, Qt.Key.Key_G)
    assert window.current == "today"
    known = page._desks.glance()._replace(chance=TOLD._replace(gains=TOLD.costs))
    monkeypatch.setattr(page._desks, "glance", lambda: known)
    page.wake(page.cares_for)
    button(page, "Study what gains most").click()
    assert window.current == "cards"
    assert window.preferences().pages["cards"] == {"scope": "area", "value": "events"}


def test_the_day_says_where_an_hour_gains_most() -> None:
    assert (
        day_of(GLANCE._replace(chance=TOLD)).below
        == "Due now 31 · new 7 · an hour gains most in Value: 11 points"
    )


def come_back(desks: Desks, clock: Clock) -> None:
    for rating in (Rating.EASY, *(Rating.GOOD,) * 8):
        desks.reviews.begin(Scope("all"))
        while desks.reviews.view() is not None:
            desks.reviews.rate(rating, timedelta(seconds=60))
    clock.tick(days=40)


def test_after_days_away_a_choice_of_minutes_leads_to_the_cards(
    page: TodayPage, window: MainWindow, desks: Desks, clock: Clock
) -> None:
    come_back(desks, clock)
    window.news.changed.emit(desks.settings.change(minutes_a_day=1))
    assert page._hero._title.text() == "Welcome back. How much time today?"
    assert not page._hero._line.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1)
    assert window.current == "cards"
    assert desks.settings.settings.chosen_on(desks.ledger.today().date) == 5
    window.show_page("today")
    assert page._hero._line.isVisible()
    assert page._hero._title.text().startswith("4 cards")


def test_enter_takes_the_middle_choice(
    page: TodayPage, window: MainWindow, desks: Desks, clock: Clock
) -> None:
    come_back(desks, clock)
    window.news.changed.emit(desks.settings.change(minutes_a_day=1))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert desks.settings.settings.chosen_on(desks.ledger.today().date) == 15


GLANCE = Glance("pspo-1", 23, 31, 7, 0, 10, 14, "", (), (), NextStep.DRILL_DUE)


def test_the_day_in_words() -> None:
    day = day_of(GLANCE)
    assert (day.above, day.title) == (
        "23 days to your PSPO I exam",
        "38 cards, 10 questions, about 14 minutes",
    )
    assert (day.below, day.button) == ("Due now 31 · new 7", "Start today’s session")


def test_a_day_off_and_a_day_that_is_done_are_said_calmly() -> None:
    off = GLANCE._replace(due=0, new=0, questions=0, off=True, next_step=NextStep.DONE)
    assert day_of(off).title == "A day off"
    done = off._replace(off=False, later=120)
    assert day_of(done).title == "Done for today"
    assert day_of(done).below == "120 more due, spread over the days ahead"


def test_what_does_not_fit_is_said_with_what_would() -> None:
    tight = day_of(GLANCE._replace(misfit=MisfitRow(35, date(2026, 12, 9))))
    assert "35 minutes a day or an exam on 9 December 2026 would give time for all" in tight.below
    assert "would" not in day_of(GLANCE._replace(misfit=MisfitRow(None, None))).below


Worded = Callable[[], str]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (lambda: counted(1, "card", "cards"), "1 card"),
        (lambda: days_to_exam(None, ""), "No exam date set"),
        (lambda: days_to_exam(0, "PSPO I"), "Your PSPO I exam is today"),
        (lambda: days_to_exam(1, "CSPO"), "1 day to your CSPO exam"),
        (lambda: days_to_exam(-3, ""), "The date of your exam has passed"),
        (lambda: work_ahead(0, 0, 0), "Nothing is due today"),
        (lambda: work_ahead(1, 0, 0), "1 card, about 1 minute"),
        (lambda: work_ahead(0, 0, 3, read=3), "Some reading, about 3 minutes"),
        (lambda: work_detail(4, 0, 0, "", read=3), "Due now 4 · reading 3 min"),
        (lambda: work_detail(0, 3, 0, "Done"), "New 3 · weakest area: Done"),
        (lambda: work_detail(0, 0, 0, "Done"), "Weakest area: Done"),
        (lambda: reading_left(6, 0.5, begun=True), "3 min left"),
        (lambda: reading_left(6, 0.9, begun=True), "less than a minute left"),
        (lambda: reading_left(6, 1.0, begun=True), "at the end"),
        (lambda: reading_left(6, 0.0, begun=True), "6 min left"),
        (lambda: reading_left(6, 0.0, begun=False), "unread · 6 min"),
        (lambda: recalled(0.876, 3, 9), "88 % recalled · 3 of 9 cards seen"),
        (lambda: recalled(None, 0, 1), "1 card, none seen yet"),
        (lambda: exam_name("pspo-2"), "PSPO II"),
        (lambda: exam_name("cspo"), "CSPO"),
        (lambda: exam_name(""), ""),
    ],
)
def test_figures_become_sentences(said: Worded, words: str) -> None:
    assert said() == words


def test_recall_is_the_mean_over_cards_not_over_areas() -> None:
    assert mean_recall([(1.0, 30), (0.0, 10), (None, 0)]) == pytest.approx(0.75)
    assert mean_recall([(None, 0)]) is None
