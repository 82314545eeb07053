"""What is left of an article: Read and Today say the same, whatever was done to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.study.how_far import HowFar
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from studyapp.ui.today.page import TodayPage
from studyapp.ui.widgets.progress_row import Line, ProgressRow
from tests.journeys.reading_house import key, marked, press, read_page, window
from tests.study.reading_pack import write_pack
from tests.ui.exam_house import light_theme

OWNER, SPRINT = "p/article/the-product-owner", "p/article/the-sprint"
QUOTE = "none of them decides"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    articles = write_pack(tmp_path / "p") / "articles"
    for file in (articles / "roles/the-product-owner.md", articles / "events/the-sprint.md"):
        file.write_text(file.read_text("utf-8") + "\n\nA word on value and on nothing else." * 100, "utf-8")
    with window(tmp_path, theme) as made:
        made.resize(1280, 400)
        QApplication.processEvents()
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


@pytest.fixture
def seconds(page: ReadPage) -> list[float]:
    """The reading clock: what it shows, to be moved on."""
    shown, clock = [0.0], page.lectern.clock
    clock.stop()
    clock._now = lambda: shown[0]
    clock.start()
    return shown


def scroll(page: ReadPage, share: float) -> None:
    bar = page.lectern.view.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


def told(opened: MainWindow, page: ReadPage) -> tuple[str, str, float]:
    """What Read says, then what Today says, and the length of the bar there."""
    read = page.top.breadcrumb.note()
    opened.go("page:today")
    today = opened.page("today")
    assert isinstance(today, TodayPage)
    line = lines(today)["The Product Owner"]
    return read, line.note, round(line.share, 1)


def lines(today: TodayPage) -> dict[str, Line]:
    return {row.line.title: row.line for row in today.findChildren(ProgressRow)}


@pytest.mark.parametrize(("share", "bar"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)])
def test_read_and_today_say_the_same_of_what_is_left(
    opened: MainWindow, page: ReadPage, share: float, bar: float
) -> None:
    scroll(page, share)
    read, today, length = told(opened, page)
    assert read == today
    assert length == pytest.approx(bar, abs=0.1)
    assert (today == "at the end") is (share == 1)


def test_the_same_is_said_when_the_article_is_opened_again(opened: MainWindow, page: ReadPage) -> None:
    scroll(page, 0.5)
    said = page.top.breadcrumb.note()
    opened.go(article_address(SPRINT))
    opened.go(article_address(OWNER))
    QApplication.processEvents()
    assert told(opened, page)[:2] == (said, said)


def test_an_article_taken_up_at_its_end_has_nothing_left_whatever_was_told_then(
    opened: MainWindow, page: ReadPage
) -> None:
    view = page.lectern.view
    scroll(page, 1.0)
    view.go_to(view.top())
    page.lectern.how_far = HowFar(0.7)
    view.moved.emit()
    assert (view.holds, view.at_end()) == (True, True)
    assert told(opened, page) == ("at the end", "at the end", 1.0)


def test_looking_a_passage_up_reads_nothing_of_the_article(
    opened: MainWindow, page: ReadPage, seconds: list[float]
) -> None:
    page.lectern.view.go_to(0)
    whole = page.top.breadcrumb.note()
    opened.go(article_address(OWNER, "value", "A word on value"))
    page.lectern.view.go_to_passage(page.lectern.view.size_in_characters())
    page.lectern.eye.rest()
    seconds[0] += 2
    assert told(opened, page) == (whole, whole, 0.0)


def test_reading_on_from_a_passage_that_was_looked_up_counts(
    opened: MainWindow, page: ReadPage, seconds: list[float]
) -> None:
    page.lectern.view.go_to_passage(page.lectern.view.size_in_characters() // 2)
    page.lectern.eye.rest()
    seconds[0] += 60
    page.lectern.eye.rest()
    assert told(opened, page)[2] == pytest.approx(0.5, abs=0.2)


def test_an_article_marked_unread_is_all_to_be_read_again(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    whole = page.top.breadcrumb.note()
    scroll(page, 1.0)
    press(qtbot, opened, "Mark as read")
    press(qtbot, opened, "Mark as unread")
    assert told(opened, page) == (whole, whole, 0.0)


def test_forward_brings_the_passage_back_as_it_was(opened: MainWindow, page: ReadPage) -> None:
    opened.go("page:exam")
    opened.go(article_address(OWNER, "decisions", QUOTE))
    bar = page.lectern.view.verticalScrollBar()
    bar.setValue(bar.value() + 33)
    stood = bar.value()
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.current == "exam"
    key(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (marked(page), bar.value()) == ([QUOTE], stood)


def test_back_brings_the_passage_of_another_article_back(opened: MainWindow, page: ReadPage) -> None:
    opened.go(article_address(OWNER, "decisions", QUOTE))
    stood = page.lectern.view.verticalScrollBar().value()
    opened.go(article_address(SPRINT))
    QApplication.processEvents()
    assert marked(page) == []
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (page.article, marked(page)) == (OWNER, [QUOTE])
    assert page.lectern.view.verticalScrollBar().value() == stood
