"""An evening with flashcards, told through the keys that a learner presses."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.catalog.card import CardKind
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.study.scope import Scope
from studyapp.ui.address import parse
from studyapp.ui.cards.card_info import CardInfo
from studyapp.ui.cards.chooser import Chooser, choices, scope_title
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.rail import RailButton
from studyapp.ui.search.target import address_of
from studyapp.ui.widgets.dialog import Dialog
from tests.journeys.cards_steps import at, count, press
from tests.tools.clock import Clock
from tests.tools.hand import Hand


@pytest.fixture
def page(window: MainWindow) -> CardsPage:
    window.go("page:cards?scope=all")
    QApplication.processEvents()
    found = window.page("cards")
    assert isinstance(found, CardsPage)
    return found


@pytest.fixture
def hand(page: CardsPage) -> Hand:
    """The clock by which answering is timed."""
    moved = Hand()
    page.stage.looked._now = moved
    page.stage.looked.start()
    return moved


def test_space_turns_the_card_and_a_number_rates_it(page: CardsPage, desks: Desks) -> None:
    at(page, CardKind.BASIC)
    assert not page.stage.ratings.isVisible()
    press(page, Qt.Key.Key_Space)
    assert page.stage.card.plain_answer() == "Only the Product Owner."
    assert page._view is not None
    answered = page._view.card.id
    press(page, Qt.Key.Key_3)
    assert desks.reviews.memory(answered) is not None
    assert not page._turned


def test_a_click_turns_the_card_and_so_does_space_on_the_button(page: CardsPage) -> None:
    at(page, CardKind.BASIC)
    QTest.mouseClick(page.stage.show_button, Qt.MouseButton.LeftButton)
    assert page._turned
    press(page, Qt.Key.Key_3)
    page.stage.show_button.setFocus()
    press(page, Qt.Key.Key_Space)
    assert page._turned


def test_enter_on_the_rail_goes_to_its_page_and_turns_no_card(page: CardsPage, window: MainWindow) -> None:
    rail = next(button for button in window.findChildren(RailButton) if button.text() == "Read")
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (window.current, page._turned) == ("read", False)


def test_a_number_does_nothing_before_the_card_is_turned(page: CardsPage, desks: Desks) -> None:
    press(page, Qt.Key.Key_3)
    assert list(desks.ledger.events(kind="review")) == []


def test_each_rating_says_when_the_card_comes_back(page: CardsPage) -> None:
    at(page, CardKind.BASIC)
    press(page, Qt.Key.Key_Return)
    told = [b.accessibleDescription() for b in page.stage.ratings.findChildren(QPushButton)]
    assert told[0] == "in 1 minute, key 1"
    assert all(f"key {n}" in text for n, text in enumerate(told, 1))


def test_undo_brings_the_card_back_and_redo_takes_it_away_again(page: CardsPage) -> None:
    at(page, CardKind.BASIC)
    assert page._view is not None
    card = page._view.card.id
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_1)
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._view is not None
    assert (page._view.card.id, page._view.memory, page._turned) == (card, None, False)
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page._view.card.id != card


def test_e_leads_to_the_sentence_that_proves_the_card_and_back_to_the_same_side(
    page: CardsPage, window: MainWindow
) -> None:
    at(page, CardKind.BASIC)
    press(page, Qt.Key.Key_Space)
    with_quote = "Only the Product Owner may cancel a Sprint."
    asked: list[str] = []
    page.navigated.connect(asked.append)
    press(page, Qt.Key.Key_E)
    assert parse(asked[0]).options["quote"] == with_quote
    assert window.current == "read"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.current, page._turned, page.stage.ratings.isVisible()) == ("cards", True, True)


def test_e_gives_nothing_away_before_the_card_is_turned(page: CardsPage, window: MainWindow) -> None:
    press(page, Qt.Key.Key_E)
    assert window.current == "cards"


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_S, "suspend"), (Qt.Key.Key_B, "bury")])
def test_s_and_b_take_a_card_out_of_the_sitting(
    key: Qt.Key, kind: str, page: CardsPage, desks: Desks
) -> None:
    before = count(page)
    press(page, key)
    assert (before, count(page)) == ("1 of 4", "1 of 3")
    assert [event.kind for event in desks.ledger.events(kind=kind)] == [kind]


def test_f_flags_and_unflags_and_leaves_the_card_as_it_lies(page: CardsPage) -> None:
    at(page, CardKind.BASIC)
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_F)
    assert (page.stage.card._flag.isVisible(), page._turned) == (True, True)
    press(page, Qt.Key.Key_F)
    assert not page.stage.card._flag.isVisible()


def test_n_writes_a_note_that_is_there_the_next_time(page: CardsPage, desks: Desks) -> None:
    at(page, CardKind.BASIC)
    press(page, Qt.Key.Key_N)
    paper = page.findChild(QPlainTextEdit)
    assert paper is not None
    QTest.keyClicks(paper, "1 person, not a committee")
    QTest.keyClick(paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_Space)
    assert page.stage.card._note.text() == "1 person, not a committee"
    assert page.stage.card._note.isVisible()


def test_a_note_shows_on_a_card_without_passage_or_reason_too(page: CardsPage, desks: Desks) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes."))
    page._begin(Scope("own"))
    desks.reviews.note("mnemonic")
    page.turn()
    page.wake(Change.NOTES)
    assert page.stage.card._note_box.isVisible()


def test_escape_leaves_a_note_as_it_was(page: CardsPage, desks: Desks) -> None:
    press(page, Qt.Key.Key_N)
    paper = page.findChild(QPlainTextEdit)
    assert paper is not None
    QTest.keyClicks(paper, "never mind")
    QTest.keyClick(paper, Qt.Key.Key_Escape)
    assert list(desks.ledger.events(kind="note")) == []
    assert not page.stage.note.isVisible()


def test_siblings_do_not_come_in_the_same_sitting(page: CardsPage) -> None:
    assert count(page).endswith("of 4")


def test_after_the_last_card_the_page_says_what_was_done(page: CardsPage) -> None:
    for _ in range(4):
        page._go_on()
        press(page, Qt.Key.Key_4)
    assert page.stage.pause._title.text() == "That is all for now"
    assert page.stage.pause._text.text().startswith("4 answers")
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._view is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_after_the_last_card_the_keyboard_leads_on(key: Qt.Key, page: CardsPage, qtbot: QtBot) -> None:
    for _ in range(4):
        page._go_on()
        press(page, Qt.Key.Key_4)
    with qtbot.waitSignal(page.navigated) as gone:
        press(page, key)
    assert gone.args == ["page:today"]


def test_when_nothing_waits_the_page_says_so_and_offers_to_go_on(window: MainWindow) -> None:
    window.go("page:cards?scope=flagged")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    assert page.stage.pause._title.text() == "Nothing to drill here"
    page.stage.pause._ahead.click()
    QApplication.processEvents()
    assert page._scope.ahead


def test_c_chooses_what_to_drill_by_typing(page: CardsPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_C)
    chooser = page.findChild(Chooser)
    assert chooser is not None
    QTest.keyClicks(chooser._field, "area ev")
    QTest.keyClick(chooser._field, Qt.Key.Key_Return)
    assert (page._scope.kind, page._scope.value) == ("area", "events")
    assert count(page) == "1 of 2"


def test_cards_of_ones_own_can_be_chosen_and_words_that_nothing_has_say_so(
    page: CardsPage, desks: Desks
) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes."))
    press(page, Qt.Key.Key_C)
    chooser = page.findChild(Chooser)
    assert chooser is not None
    QTest.keyClicks(chooser._field, "no such words")
    assert (chooser._nothing.isVisible(), chooser._start.isEnabled()) == (True, False)
    chooser._field.clear()
    QTest.keyClicks(chooser._field, "your own")
    QTest.keyClick(chooser._field, Qt.Key.Key_Return)
    assert page._view is not None
    assert page._view.card.front == "Mine?"


def test_a_card_rated_elsewhere_is_asked_no_more(page: CardsPage, window: MainWindow) -> None:
    window.show_page("today")
    page._turned = False
    window.news.changed.emit(Change.REVIEWS)
    window.show_page("cards")
    assert page._view is not None


def took(desks: Desks) -> int:
    return int(next(iter(desks.ledger.events(kind="review"))).payload["took_ms"])


def test_time_in_a_dialog_on_another_page_or_with_a_note_is_no_time_of_answering(
    page: CardsPage, desks: Desks, window: MainWindow, hand: Hand
) -> None:
    hand.move(3)
    for opened in (page._windows.browse, page._windows.choose, page._inform):
        opened()
        QApplication.processEvents()
        hand.move(25)
        page.findChildren(Dialog)[-1].close()
        QApplication.processEvents()
    window.show_page("today")
    hand.move(25)
    window.show_page("cards")
    page._write_note()
    hand.move(25)
    press(page, Qt.Key.Key_Escape)
    page._go_on()
    hand.move(1)
    page.rate(Rating.GOOD)
    assert took(desks) == 4000


def test_an_hour_away_from_the_desk_does_not_count_as_study(
    page: CardsPage, desks: Desks, hand: Hand
) -> None:
    page._go_on()
    hand.move(3600)
    press(page, Qt.Key.Key_3)
    assert took(desks) == 120_000


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_very_long_card_scrolls_and_keeps_its_ratings_in_sight(
    zoom: int, window: MainWindow, desks: Desks, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        type(desks.library.catalog), "inline", lambda self, text: f"<p>{'long words ' * 400}</p>"
    )
    window.theme.set_zoom(zoom)
    window.resize(960, 600)
    window.go("page:cards?scope=all")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    page._go_on()
    QApplication.processEvents()
    bar = page.stage.card._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert window.rect().contains(
        page.stage.ratings.geometry().translated(page.mapTo(window, page.rect().topLeft()))
    )
    before = bar.value()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > before


def test_the_page_names_what_is_drilled_unless_it_is_the_days_own(
    page: CardsPage, window: MainWindow, desks: Desks
) -> None:
    line = page.stage.scope
    page._begin(Scope("new"))
    told = "New cards only · 1 variant of these cards waits for another day"
    assert (line.isVisible(), line.label.text()) == (True, told)
    page.restore(page.state())
    assert line.label.text() == told
    window.go("page:cards?scope=due")
    assert not line.isVisible()


def test_the_name_of_what_is_drilled_stands_first_in_a_low_window_too(
    page: CardsPage, window: MainWindow
) -> None:
    window.theme.set_zoom(200)
    window.resize(960, 600)
    QApplication.processEvents()
    line = page.stage.scope
    assert line.visibleRegion().boundingRect().height() == line.height()
    assert line.mapTo(page, line.rect().bottomLeft()).y() < page.stage.card.mapTo(page, QPoint()).y()
    page.stage.scope.name("A name much longer than the line " * 3)
    assert line.label.text().endswith("…")
    assert line.label.accessibleName().startswith("A name much longer than the line A name")


def test_a_long_count_breaks_and_never_widens_the_card_in_a_narrow_window(
    page: CardsPage, window: MainWindow
) -> None:
    window.theme.set_zoom(200)
    window.resize(960, 600)
    page.stage._show_progress(0, 847, "1 of 847 · 2539 answers, 9 s each · 6 h 21 min left")
    QApplication.processEvents()
    assert page.stage.card._scroll.horizontalScrollBar().maximum() == 0


def test_of_new_cards_only_none_is_asked_that_was_answered(page: CardsPage, desks: Desks) -> None:
    page._go_on()
    press(page, Qt.Key.Key_1)
    page._begin(Scope("new"))
    while page._view is not None and page._view.memory is None:
        page._go_on()
        press(page, Qt.Key.Key_4)
    assert page._view is None
    assert page.stage.pause._ahead.isHidden()


def test_progress_pace_and_the_time_that_remains_are_told(page: CardsPage) -> None:
    assert page.stage._count.text() == "1 of 4 · 10 answers, 9 s each · 2 min left"


def test_two_buttons_are_enough_for_those_who_choose_so(page: CardsPage, desks: Desks) -> None:
    desks.settings.change(two_buttons=True)
    page.wake(Change.SETTINGS)
    page._go_on()
    shown = [b for b in page.stage.ratings._buttons.values() if b.isVisible()]
    assert [(b.text(), b._key) for b in shown] == [("Forgot", "1"), ("Knew", "2")]
    press(page, Qt.Key.Key_2)
    assert [e.payload["rating"] for e in desks.ledger.events(kind="review")] == [3]


# -- why now


def test_i_tells_why_the_card_is_asked_and_the_figures_on_request(page: CardsPage) -> None:
    press(page, Qt.Key.Key_I)
    info = page.findChild(CardInfo)
    assert info is not None
    asked = "It is new, and one of the cards that you asked for; of those, new ones come in the order of the content."
    assert info.why.text() == asked
    assert not info.figures.isVisible()
    info._more.click()
    assert info.figures.isVisible()


def test_the_history_of_a_card_is_drawn_and_told_in_words(page: CardsPage, clock: Clock) -> None:
    assert page._view is not None
    card = page._view.card
    for _ in range(4):
        page._desks.ledger.record("review", card.id, 1, {"rating": 3, "phase": "review"})
        clock.tick(days=4)
    page._inform()
    info = page.findChild(CardInfo)
    assert info is not None
    assert info.history.sentence.startswith("4 answers, the last one “Good” 4 days ago.")
    assert len(info.history.table.rows) == 4
    assert "the chance that you still know it is" in info.why.text()


def test_a_card_that_is_forgotten_again_and_again_gets_help_and_stays(
    page: CardsPage, desks: Desks, clock: Clock
) -> None:
    at(page, CardKind.BASIC)
    assert page._view is not None
    card = page._view.card
    for rating in (4, *(1, 3) * 5):
        desks.ledger.record("review", card.id, 1, {"rating": rating, "phase": "review"})
        clock.tick(days=2)
    desks.ledger.epoch += 1
    page._begin(Scope("topic", card.topic))
    for _ in range(4):
        shown_now = page._desks.reviews.view()
        assert shown_now is not None
        if shown_now.card.id == card.id:
            break
        page._go_on()
        page.rate(Rating.EASY)
    page.turn()
    helped = page.stage.card._help
    assert helped is not None
    assert helped._text.text().startswith("You have forgotten this 5 times.")
    helped._write.click()
    assert page.stage.note.isVisible()
    assert not desks.reviews.states([card.id])[card.id].suspended


def test_cramming_is_ticked_where_cards_are_chosen_and_shows_two_ratings(
    page: CardsPage, desks: Desks
) -> None:
    page._windows.choose()
    chooser = page.findChild(Chooser)
    assert chooser is not None
    chooser._cram.click()
    QTest.keyClick(chooser._field, Qt.Key.Key_Return)
    assert page._scope == Scope("due", cram=True)
    page._go_on()
    shown_now = [b for b in page.stage.ratings._buttons.values() if b.isVisible()]
    assert [(b.text(), b._interval) for b in shown_now] == [("Forgot", "soon again"), ("Knew", "done")]
    assert page.stage._count.text().endswith("cramming")
    press(page, Qt.Key.Key_2)
    assert desks.ledger.rows("SELECT count(*) FROM card_memory") == [(0,)]


def test_everything_a_card_can_be_chosen_by_is_on_offer(desks: Desks) -> None:
    offered = [choice.scope.kind for choice in choices(desks.library.catalog)]
    wanted = {"due", "new", "flagged", "wrong", "all", "choice", "topic", "area", "pair", "article"}
    assert wanted <= set(offered)
    for choice in choices(desks.library.catalog):
        desks.reviews.begin(choice.scope)
        assert scope_title(choice.scope, desks.library.catalog) == choice.title


def test_a_single_card_is_asked_when_something_leads_to_it(window: MainWindow, desks: Desks) -> None:
    item = list(desks.library.catalog.cards())[2]
    window.go(f"page:cards?scope=card:{item}")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    assert page._view is not None
    assert (page._view.card.id, count(page)) == (item, "1 of 1")


def test_a_card_of_ones_own_without_a_passage_is_found_and_asked(window: MainWindow, desks: Desks) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes."))
    window.go(address_of(desks.library.catalog, "my-cards/card/mine"))
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    assert page.stage.card.plain_question() == "Mine?"
    page.turn()
    assert not page.stage.card._why_box.isVisible()
    press(page, Qt.Key.Key_E)
    assert window.current == "cards"


def test_a_card_added_elsewhere_leaves_the_sitting_as_it_was(
    page: CardsPage, desks: Desks, window: MainWindow
) -> None:
    page._go_on()
    page.rate(Rating.EASY)
    assert page._view is not None
    on_the_desk = page._view.card.id
    window.show_page("today")
    window.news.changed.emit(desks.own_cards.add(OwnCard(front="Mine?", back="Yes.")))
    window.show_page("cards")
    assert page._view is not None
    assert (page._view.card.id, desks.reviews.summary().answered) == (on_the_desk, 1)
