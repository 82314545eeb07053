"""What stands beside the text: questions, cells, related articles and bare passages, through the real window."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.store.readings import seen_passages
from studyapp.study.scope import Scope
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.beside_model import Kind, Section, Tile
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, marked, press, read_page, window
from tests.study.reading_pack import write_pack
from tests.ui.exam_house import light_theme

OWNER, SPRINT = "p/article/the-product-owner", "p/article/the-sprint"
QUESTIONS = """level: pspo-1
area: events
questions:
"""
QUESTION = """  - name: {name}
    kind: single
    pool: {pool}
    stem: Who decides in case {name}?
    proof: {{at: "the-product-owner#decisions", quote: "none of them decides"}}
    source: unsettled
    options:
      - {{text: Nobody {name}, right: true, reason: So it is.}}
      - {{text: Everybody {name}, right: false, reason: So it is not., misconception: boss}}
"""
BELIEFS = "misconceptions: [{name: boss, belief: Somebody decides, correction: One decides}]\n"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    pack = write_pack(tmp_path / "p")
    (pack / "questions").mkdir()
    asked = "".join(QUESTION.format(name=f"open{n}", pool="practice") for n in range(2))
    held = QUESTION.format(name="secret", pool="held-back")
    (pack / "questions/all.yaml").write_text(QUESTIONS + asked + held, "utf-8")
    (pack / "misconceptions.yaml").write_text(BELIEFS, "utf-8")
    with window(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    found = read_page(opened)
    fill(found)
    return found


def fill(page: ReadPage) -> None:
    """Do now what is done after the article was painted."""
    page.settle()
    page.beside.finish()
    page.lectern.strip.lay_out()


def section(page: ReadPage, kind: Kind) -> Section:
    return next(each for each in page.side.resting.beside.sections if each.kind is kind)


class Watch:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def read_for(page: ReadPage, watch: Watch, seconds: float) -> None:
    """Rest on what is in sight."""
    page.lectern.eye.rest()
    watch.seconds += seconds
    page.lectern.clock.touch()


@pytest.fixture
def watch(page: ReadPage) -> Watch:
    made = Watch()
    page.lectern.clock.stop()
    page.lectern.clock._now = made
    page.lectern.clock.start()
    return made


def choose(page: ReadPage, kind: Kind, number: int = 0) -> None:
    """Unfold a kind and press Enter on one of its tiles."""
    resting = page.side.resting
    resting.setFocus()
    resting.set_current(resting.beside.row_of(kind))
    QTest.keyClick(resting, Qt.Key.Key_Right)
    for _ in range(number + 1):
        QTest.keyClick(resting, Qt.Key.Key_Down)
    QTest.keyClick(resting, Qt.Key.Key_Return)


def test_practice_questions_stand_beside_the_text_and_held_back_ones_never(page: ReadPage) -> None:
    tiles = section(page, Kind.QUESTION).tiles
    assert [(tile.words, tile.state) for tile in tiles] == [
        ("Who decides in case open0?", "unseen"),
        ("Who decides in case open1?", "unseen"),
    ]
    rows = page.side.resting.beside
    rows.unfolded = set(Kind)
    rows.show_sections(rows.sections)
    words = [rows.index(at, 0).data(role) for at in range(rows.rowCount()) for role in Qt.ItemDataRole]
    assert not any("secret" in str(each) for each in words)


def test_enter_on_a_question_practises_it_alone(opened: MainWindow, page: ReadPage) -> None:
    choose(page, Kind.QUESTION, 1)
    exam = opened.page("exam")
    assert isinstance(exam, ExamPage)
    view = opened.desks.practice.view()
    assert view is not None
    assert (opened.current, view.question.id, view.count) == ("exam", "p/question/open1", 1)
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert read_page(opened).article == OWNER


def test_enter_on_a_cell_shows_it_in_its_table(opened: MainWindow, page: ReadPage) -> None:
    assert section(page, Kind.CELL).tiles[1].words == "Orders the Product Backlog · Scrum Master"
    choose(page, Kind.CELL, 1)
    view = compare_page(opened).stage.current()
    assert opened.current == "compare"
    assert view is not None
    assert view.cell.id == section(page, Kind.CELL).tiles[1].item


def test_related_articles_tell_why_and_open(page: ReadPage) -> None:
    assert [(tile.words, tile.state) for tile in section(page, Kind.RELATED).tiles] == [
        ("The Sprint", "linked from here · both on: value, Sprint")
    ]
    choose(page, Kind.RELATED)
    fill(page)
    assert page.article == SPRINT
    assert section(page, Kind.RELATED).tiles[0].state == "links here · both on: value, Sprint"


def test_a_passage_without_a_card_is_marked_for_one(page: ReadPage) -> None:
    tiles = section(page, Kind.BARE).tiles
    assert [tile.heading for tile in tiles] == ["", "value"]
    choose(page, Kind.BARE, 1)
    assert marked(page) == [tiles[1].quote]


def test_kinds_fold_and_stay_so(opened: MainWindow, page: ReadPage) -> None:
    resting = page.side.resting
    assert [row.kind for row in resting.beside.rows if isinstance(row, Tile)] == [Kind.CARD]
    resting.set_current(resting.beside.row_of(Kind.QUESTION))
    QTest.keyClick(resting, Qt.Key.Key_Return)
    QTest.keyClick(resting, Qt.Key.Key_Up)
    assert page.state()["beside"] == ["card", "question"]
    page.restore({"beside": ["cell"]})
    assert {row.kind for row in resting.beside.rows if isinstance(row, Tile)} == {Kind.CELL}


def test_the_panel_says_how_much_is_seen_and_covered(page: ReadPage) -> None:
    assert page.side.covered.text() == "0 of 3 paragraphs seen · 1 with cards"


def test_what_was_in_sight_for_long_enough_counts_as_seen_and_is_kept(
    opened: MainWindow, page: ReadPage, watch: Watch
) -> None:
    read_for(page, watch, 1)
    assert page.lectern.eye.seen() == frozenset()
    read_for(page, watch, 60)
    opened.go(f"studyapp:{SPRINT}")
    fill(page)
    assert page.side.covered.text().startswith("0 of 1 paragraph seen")
    opened.go(f"studyapp:{OWNER}")
    fill(page)
    assert page.side.covered.text() == "3 of 3 paragraphs seen · 1 with cards"
    assert len(seen_passages(opened.desks.ledger, ItemId(OWNER))) == 3


def test_whoever_stays_sees_the_strip_fill_and_whoever_left_is_not_waited_for(
    page: ReadPage, watch: Watch
) -> None:
    eye = page.lectern.eye
    read_for(page, watch, 0)
    watch.seconds += 20
    eye._stay.timeout.emit()
    assert page.side.covered.text() == "3 of 3 paragraphs seen · 1 with cards"
    eye._stay.timeout.emit()
    assert not eye._stay.isActive()


def test_reading_goes_on_while_the_figures_above_the_title_change(
    opened: MainWindow, page: ReadPage, watch: Watch
) -> None:
    read_for(page, watch, 3)
    assert not page.lectern.eye.seen()
    opened.desks.reviews.begin(Scope("card", "p/card/orders"))
    watch.seconds += 1
    page.wake(opened.desks.reviews.rate(Rating.EASY, timedelta(seconds=1)))
    read_for(page, watch, 1)
    assert "1 of 1 card recalled" in page.lectern.view.toPlainText()
    assert len(page.lectern.eye.seen()) == 3


def test_the_strip_shows_what_is_seen_and_carded_where_it_stands(page: ReadPage, watch: Watch) -> None:
    strip = page.lectern.strip
    assert [(each.seen, each.cards) for _, each in strip.covered()] == [
        (False, 0),
        (False, 1),
        (False, 0),
    ]
    assert sorted(band.top for band in strip.bands) == [band.top for band in strip.bands]
    read_for(page, watch, 60)
    page.lectern.eye.seen()
    assert all(each.seen for _, each in strip.covered())
    assert strip.accessibleDescription() == "3 of 3 paragraphs seen · 1 with cards"
    outline = page.side.contents.model()
    spoken = outline.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Decisions, in sight, 1 of 1 paragraph seen · 1 with cards"


def test_the_strip_tells_of_the_paragraph_under_the_pointer_and_leads_there(
    opened: MainWindow, page: ReadPage
) -> None:
    opened.resize(1280, 260)
    QApplication.processEvents()
    strip = page.lectern.strip
    strip.lay_out()
    spot = QPoint(3, strip.bands[1].top)
    QTest.mouseMove(strip, QPoint(3, 1))
    QTest.mouseMove(strip, spot)
    assert "1 card, not learned yet" in strip.toolTip()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, strip.height() - 1))
    bar = page.lectern.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


@pytest.mark.parametrize(("size", "zoom"), [((1280, 800), 100), ((960, 600), 100), ((1280, 800), 200)])
def test_nothing_overlaps_beside_the_text(
    opened: MainWindow, page: ReadPage, theme: Theme, size: tuple[int, int], zoom: int
) -> None:
    opened.resize(*size)
    theme.set_zoom(zoom)
    page.spread.open_drawer(page.side)
    QApplication.processEvents()
    side = page.side
    side._share_out()
    QApplication.processEvents()
    parts = [side.contents, side.covered, side.resting, side.drill]
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(parts))
    assert side.drill.geometry().bottom() < side.height()


def test_all_passages_without_a_card_are_listed_searched_and_gone_to(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Passages without a card")
    bare = page.centre.bare
    bare.finish()
    assert [(each.title, each.heading) for each in bare.passages] == [
        ("The Product Owner", ""),
        ("The Product Owner", "Value"),
    ]
    assert bare.count.text().startswith("2 passages in 1 article. Enter goes there")
    QTest.keyClicks(bare.field, "step towards")
    for one in (Qt.Key.Key_Return, Qt.Key.Key_Return):
        key(opened, one)
    assert marked(page) == [
        "The Product Owner answers for the value of the product. A Sprint is a step towards it."
    ]
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert bare.isVisible()


def test_the_list_can_keep_to_articles_that_are_read(
    opened: MainWindow, page: ReadPage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Passages without a card")
    page.centre.bare.finish()
    page.centre.bare.only_read.click()
    assert page.centre.bare.count.text() == "No passage like that is without a card."
    opened.desks.reading.mark_read(ItemId(OWNER), on=True)
    page.centre.bare.look()
    assert len(page.centre.bare.passages) == 2
