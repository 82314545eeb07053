"""Reading, from the library to the passage that proves a card, through the real window."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.study.bookshelves import Grouping
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.outside_link import OutsideLink
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, marked, press, read_page, window
from tests.ui.exam_house import light_theme

OWNER, SPRINT, PLANNING = "p/article/the-product-owner", "p/article/the-sprint", "p/article/sprint-planning"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


def test_the_first_visit_opens_the_first_article_with_its_outline_and_cards(page: ReadPage) -> None:
    assert page.article == OWNER
    assert page.top.breadcrumb.text() == "Roles › The Product Owner"
    contents = page.side.contents.model()
    assert [contents.index(row, 0).data() for row in range(2)] == ["Decisions", "Value"]
    (section,) = page.side.resting.beside.sections
    assert [(tile.words, tile.state) for tile in section.tiles] == [
        ("Who orders the Product Backlog?", "new")
    ]
    assert "Roles · 1 min · 0 of 1 card recalled" in page.lectern.view.toPlainText()


def test_a_press_in_the_library_opens_and_back_returns_to_the_same_place(
    opened: MainWindow, page: ReadPage
) -> None:
    page.library.chosen.emit(SPRINT)
    assert page.article == SPRINT
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.article == OWNER
    key(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.article == SPRINT


def test_the_back_button_of_the_mouse_goes_back(opened: MainWindow, page: ReadPage) -> None:
    page.library.chosen.emit(SPRINT)
    QTest.mouseClick(page.lectern.view.viewport(), Qt.MouseButton.BackButton, pos=QPoint(50, 50))
    assert page.article == OWNER


def test_a_link_to_an_article_goes_to_its_heading(page: ReadPage) -> None:
    page.lectern.view.anchorClicked.emit(QUrl("app:p/article/the-sprint#cancel"))
    assert page.article == SPRINT
    assert page.lectern.heading() == "cancel"


def test_an_outside_link_is_opened_only_after_its_host_was_named(
    page: ReadPage, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    page.lectern.view.anchorClicked.emit(QUrl("https://scrumguides.org/guide.html"))
    (dialog,) = opened.findChildren(OutsideLink)
    assert dialog.place == "scrumguides.org"
    assert asked == []
    dialog.open_button.click()
    assert asked == ["https://scrumguides.org/guide.html"]


def test_a_link_that_leads_nowhere_says_so_and_changes_nothing(page: ReadPage) -> None:
    page.lectern.view.anchorClicked.emit(QUrl("app:gone"))
    assert page.article == OWNER
    assert page.lectern.notice().startswith("That link leads to nothing")
    page.lectern.view.anchorClicked.emit(QUrl("javascript:alert(1)"))
    assert page.article == OWNER


def test_an_address_with_a_quote_marks_the_sentence(opened: MainWindow, page: ReadPage) -> None:
    opened.go(article_address(OWNER, "decisions", 'Others may "advise"; none of them decides.'))
    assert marked(page) == ["Others may “advise”; none of them decides."]
    assert page.lectern.view.place_of(page.lectern.view.spans("passage")[0][0]).top() >= 0


def test_the_mark_and_the_place_survive_another_theme(
    opened: MainWindow, page: ReadPage, theme: Theme
) -> None:
    opened.go(article_address(OWNER, "decisions", "none of them decides"))
    theme.set_mode("dark")
    assert marked(page) == ["none of them decides"]
    assert page.lectern.view.extraSelections()


def test_a_card_beside_the_text_leads_to_its_passage(page: ReadPage) -> None:
    page.side.resting.chosen_row.emit(1)
    assert marked(page) == ["Only the Product Owner orders the Product Backlog."]


def test_drilling_the_page_asks_its_cards(opened: MainWindow, page: ReadPage) -> None:
    page.side.drill.click()
    assert opened.current == "cards"
    view = opened.desks.reviews.view()
    assert view is not None
    assert (view.card.id, view.total) == ("p/card/orders", 1)


def test_finding_counts_hits_and_goes_round(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Find in page")
    bar = page.lectern.find_bar
    QTest.keyClicks(bar.field, "product owner")
    count = page.lectern.view.document().toPlainText().lower().count("product owner")
    assert bar.count.text() == f"1 of {count}"
    assert len(page.lectern.view.spans("found")) == count
    press(qtbot, opened, "Previous hit")
    assert bar.count.text() == f"{count} of {count}"
    press(qtbot, opened, "Next hit")
    assert bar.count.text() == f"1 of {count}"
    key(opened, Qt.Key.Key_Escape)
    assert page.lectern.view.spans("found") == ()
    assert not bar.isVisible()


def test_what_was_found_stays_selected_and_the_caret_goes_on_from_there(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Find in page")
    QTest.keyClicks(page.lectern.find_bar.field, "none of them")
    key(opened, Qt.Key.Key_Escape)
    assert page.lectern.view.selected_text() == "none of them"
    key(opened, Qt.Key.Key_F7)
    for _ in range(8):
        key(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.lectern.view.selected_text() == "none of them decides"


def test_what_is_not_there_is_said_not_to_be_found(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Find in page")
    page.lectern.find_bar.field.setText("zebra")
    assert page.lectern.find_bar.count.text() == "not found"


def test_a_bookmark_is_kept_shown_and_taken_off(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Bookmark this article")
    assert page.top.bookmark.isChecked()
    page.library._by_grouping[Grouping.BOOKMARK].click()
    assert page.library.list.model().rowCount() == 1
    press(qtbot, opened, "Remove the bookmark")
    assert page.library.list.model().rowCount() == 0


def test_an_article_is_marked_read_by_hand_and_the_count_follows(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Mark as read")
    assert (
        page.library.list.model()
        .index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Roles, 1 of 1")
    )
    assert page.top.read.isChecked()
    press(qtbot, opened, "Mark as unread")
    assert not page.top.read.isChecked()


def test_next_and_previous_stay_in_the_topic(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    opened.go(article_address(PLANNING))
    press(qtbot, opened, "Next article in the topic")
    assert page.article == SPRINT
    press(qtbot, opened, "Previous article in the topic")
    assert page.article == PLANNING


def test_a_term_shows_its_meaning_and_leads_to_its_proof(page: ReadPage) -> None:
    page.lectern.finish_terms()
    page.lectern.view.highlighted.emit(QUrl("term:0"))
    assert page.lectern.term_shown() == "Sprint"
    page.lectern.view.highlighted.emit(QUrl())
    assert page.lectern.term_shown() == ""
    page.lectern.view.anchorClicked.emit(QUrl("term:0"))
    assert page.article == SPRINT
    assert marked(page) == ["A Sprint has a fixed length."]


def test_a_term_is_reached_with_the_keyboard(page: ReadPage, opened: MainWindow) -> None:
    page.lectern.finish_terms()
    page.lectern.view.setFocus()
    for _ in range(4):
        key(opened, Qt.Key.Key_Tab)
        if page.lectern.term_shown():
            break
    assert page.lectern.term_shown() == "Sprint"


def test_the_selection_is_copied_with_its_source(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    opened.go(article_address(OWNER, "decisions", "none of them decides"))
    press(qtbot, opened, "Copy with source")
    copied = QApplication.clipboard().text()
    assert copied.startswith("none of them decides\n\n— The Product Owner")
    assert f"studyapp:{OWNER}" in copied


def test_the_window_comes_back_to_the_article_and_the_place(tmp_path: Path, theme: Theme) -> None:
    with window(tmp_path / "w", theme) as first:
        first.resize(900, 300)
        first.go(article_address(OWNER, "value"))
        place = read_page(first).lectern.share()
        kept = first.preferences()
    assert place > 0.2
    with window(tmp_path / "w", theme, kept.page, kept) as again:
        again.resize(900, 300)
        assert read_page(again).article == OWNER
        assert read_page(again).lectern.share() == pytest.approx(place, abs=0.1)


def test_leaving_the_page_keeps_the_place_in_the_log(opened: MainWindow, page: ReadPage) -> None:
    page.lectern.clock.give_back(page.lectern.clock.take())
    opened.go("page:progress")
    events = list(opened.desks.ledger.events("reading"))
    assert [event.item for event in events] == [OWNER]


def test_a_narrow_window_turns_panels_into_drawers(opened: MainWindow, page: ReadPage, qtbot: QtBot) -> None:
    opened.resize(700, 600)
    QApplication.processEvents()
    assert not page.library.isVisible()
    press(qtbot, opened, "Filter the library")
    assert page.library.isVisible()
    page.library.chosen.emit(SPRINT)
    assert page.article == SPRINT
    assert not page.library.isVisible()


def test_shelves_can_be_grouped_and_sorted_otherwise(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    page.library._by_grouping[Grouping.TAG].click()
    model = page.library.list.model()
    assert model.index(0, 0).data() == "roles"
    press(qtbot, opened, "Sort the library by title")
    assert page.state()["order"] == "title"


def _opened_outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []

    def note(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return asked


def test_the_folder_of_the_articles_file_is_opened(
    page: ReadPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _opened_outside(monkeypatch)
    page.file_place.action.trigger()
    assert asked == [str(tmp_path / "p" / "articles" / "roles")]


def test_an_archive_has_no_folder_to_open_and_says_so(
    opened: MainWindow, page: ReadPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, archive = _opened_outside(monkeypatch), tmp_path / "zipped.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("packed.md", "# Packed\n\nIn an archive.\n")
    opened.news.changed.emit(opened.desks.library.add(archive))
    opened.go("studyapp:packed")
    page.file_place.action.trigger()
    assert asked == []
    assert page.lectern.notice().startswith("This article is “packed.md” in the archive")


def test_an_address_of_a_heading_that_is_gone_opens_the_article_and_says_so(
    opened: MainWindow, page: ReadPage
) -> None:
    opened.go("studyapp:the-sprint#gone")
    assert page.article == SPRINT
    assert page.lectern.notice() == "This article has no place called “gone”."


def panel(page: ReadPage) -> str:
    """Which panel has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    panels = {"library": page.library, "article": page.centre, "side": page.side}
    return next((name for name, each in panels.items() if each.isAncestorOf(focused)), "top")


def test_f6_goes_from_panel_to_panel_and_shift_back(opened: MainWindow, page: ReadPage) -> None:
    page.lectern.setFocus()
    walked = []
    for _ in range(4):
        key(opened, Qt.Key.Key_F6)
        walked.append(panel(page))
    assert walked == ["side", "top", "library", "article"]
    key(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel(page) == "library"


def test_f6_leaves_out_a_panel_that_has_no_room(opened: MainWindow, page: ReadPage) -> None:
    opened.resize(600, 600)
    QApplication.processEvents()
    page.lectern.setFocus()
    key(opened, Qt.Key.Key_F6)
    assert panel(page) == "top"
    key(opened, Qt.Key.Key_F6)
    assert panel(page) == "article"
