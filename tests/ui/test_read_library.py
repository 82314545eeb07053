"""The library beside the article, and the lists on its other side."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from studyapp.catalog.article import Article, Heading
from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves, Grouping, Shelf
from studyapp.ui.read.beside_list import BesideList
from studyapp.ui.read.beside_model import BesideModel, Kind, Section, Tile
from studyapp.ui.read.contents_list import ContentsList, ContentsModel
from studyapp.ui.read.library_list import LibraryList
from studyapp.ui.read.library_model import LibraryModel
from studyapp.ui.read.library_panel import LibraryPanel
from studyapp.ui.theme import Theme
from tests.ui.exam_house import light_theme

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def article(number: int) -> Article:
    title = f"Article {number} about a subject with quite a long title"
    return Article(ItemId(f"p/article/a{number}"), f"a{number}", title, "", "t", "", "", 3)


def shelves(*sizes: int, read: frozenset[ItemId] = frozenset()) -> Bookshelves:
    made, start = [], 0
    for at, size in enumerate(sizes):
        articles = tuple(article(start + n) for n in range(size))
        made.append(Shelf(f"s{at}", f"Shelf {at}", articles, sum(a.id in read for a in articles)))
        start += size
    return Bookshelves(tuple(made), read)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def library(theme: Theme, qtbot: QtBot) -> LibraryList:
    library = LibraryList(theme)
    qtbot.addWidget(library)
    library.resize(250, 400)
    library.show()
    return library


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> LibraryPanel:
    panel = LibraryPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(262, 500)
    panel.show_library(shelves(3, 4))
    panel.show()
    return panel


def titles(library: LibraryList) -> list[str]:
    model = library.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_library_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = LibraryModel()
    model.show_library(shelves(3, 2), frozenset({"s1"}))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_outline_and_the_cards_are_sound_models(qtmodeltester: ModelTester) -> None:
    outline = ContentsModel()
    outline.show_headings([Heading(2, "a", "One", 0), Heading(3, "b", "Two", 0)])
    qtmodeltester.check(outline)  # type: ignore[no-untyped-call]
    tiles = BesideModel()
    tiles.show_sections([Section(Kind.CARD, "CARDS", (Tile(Kind.CARD, "p/card/c", "Who?", "new"),))])
    qtmodeltester.check(tiles)  # type: ignore[no-untyped-call]


def test_of_many_tiles_the_first_are_shown_until_more_are_asked_for(theme: Theme, qtbot: QtBot) -> None:
    beside = BesideList(theme)
    qtbot.addWidget(beside)
    cards = tuple(Tile(Kind.CARD, f"p/card/{n}", f"Who {n}?", "new") for n in range(9))
    bare = Section(Kind.BARE, "BARE", (Tile(Kind.BARE, "", "Words.", "none"),))
    beside.show_sections([Section(Kind.CARD, "CARDS", cards), bare])
    model = beside.model()
    assert [model.index(row, 0).data() for row in (2, 3, 4)] == ["Who 1?", "7 more", "BARE"]
    beside.set_current(3)
    QTest.keyClick(beside, Qt.Key.Key_Return)
    assert model.rowCount() == 11
    for end, row in ((Qt.Key.Key_End, 10), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(beside, end)
        assert beside.currentIndex().row() == row
    beside.set_current(3)
    assert beside.currentIndex().data() == "Who 2?"


def test_shelves_are_folded_until_they_are_wanted(library: LibraryList) -> None:
    library.show_library(shelves(2, 2))
    assert titles(library) == ["Shelf 0", "Shelf 1"]
    library.chosen_row.emit(0)
    assert len(titles(library)) == 4


def test_a_single_shelf_is_never_folded(library: LibraryList) -> None:
    library.show_library(shelves(2))
    assert len(titles(library)) == 3


def test_the_open_article_unfolds_its_shelf_and_is_the_current_row(library: LibraryList) -> None:
    library.show_library(shelves(30, 30))
    library.show_open(article(45).id)
    assert library.currentIndex().data() == article(45).title
    rect = library.visualRect(library.currentIndex())
    assert library.viewport().rect().contains(rect)


def test_keys_fold_unfold_and_open(library: LibraryList, qtbot: QtBot) -> None:
    library.show_library(shelves(2, 2))
    library.setCurrentIndex(library.model().index(0, 0))
    QTest.keyClick(library, Qt.Key.Key_Right)
    assert len(titles(library)) == 4
    QTest.keyClick(library, Qt.Key.Key_Down)
    with qtbot.waitSignal(library.chosen) as told:
        QTest.keyClick(library, Qt.Key.Key_Return)
    assert told.args == [article(0).id]
    QTest.keyClick(library, Qt.Key.Key_Left)
    assert library.currentIndex().row() == 0
    QTest.keyClick(library, Qt.Key.Key_Left)
    assert len(titles(library)) == 2


def test_rows_are_as_high_as_their_titles(library: LibraryList) -> None:
    library.show_library(shelves(1))
    header = library.verticalHeader()
    assert header.sectionSize(1) > header.sectionSize(0)


def test_ten_thousand_articles_measure_only_the_rows_in_sight(
    library: LibraryList, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured, height_of = set[int](), library._delegate.height_of

    def counted(row: int, width: int) -> int:
        measured.add(row)
        return height_of(row, width)

    monkeypatch.setattr(library._delegate, "height_of", counted)
    library.show_library(shelves(10_000))
    assert len(measured) < 100


def test_a_screen_reader_hears_counts_and_what_is_read() -> None:
    model = LibraryModel()
    model.show_library(
        replace(shelves(2, read=frozenset({article(0).id})), bookmarked=frozenset()), frozenset()
    )
    assert model.index(0, 0).data(_SPOKEN) == "Shelf 0, 1 of 2 read, unfolded"
    assert str(model.index(1, 0).data(_SPOKEN)).endswith("title, read")


def test_filtering_unfolds_and_keeps_only_what_fits(panel: LibraryPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.filter, "article 5")
    assert titles(panel.list) == ["Shelf 1", article(5).title]
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.keyClick(panel.filter, Qt.Key.Key_Return)
    assert told.args == [article(5).id]


def test_nothing_found_is_said_and_escape_empties(panel: LibraryPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.filter, "nowhere")
    assert panel.told.isVisible()
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert not panel.told.isVisible()
    assert titles(panel.list) == ["Shelf 0", "Shelf 1"]


def test_a_press_on_a_chip_tells_the_grouping(panel: LibraryPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.grouped) as told:
        panel._by_grouping[Grouping.TAG].click()
    assert told.args == [Grouping.TAG]


def test_the_outline_marks_where_the_reader_is(theme: Theme, qtbot: QtBot) -> None:
    contents = ContentsList(theme)
    qtbot.addWidget(contents)
    contents.show_headings([Heading(2, "a", "One", 0), Heading(2, "b", "Two", 0)])
    contents.go_to(1)
    assert contents.model().index(1, 0).data(_SPOKEN) == "Two, in sight"
    assert contents.model().index(0, 0).data(_SPOKEN) == "One"


def test_rows_that_were_filled_and_zoomed_out_of_sight_are_as_high_as_their_text(
    library: LibraryList, theme: Theme
) -> None:
    library.show_library(shelves(5))
    library.hide()
    theme.set_zoom(200)
    library.show()
    header = library.verticalHeader()
    assert [header.sectionSize(row) for row in range(3)] == [library._height_of(row) for row in range(3)]


def test_the_outline_leaves_no_gap_below_a_heading_that_fits_in_one_line(theme: Theme, qtbot: QtBot) -> None:
    contents, title = ContentsList(theme), "What the Product Owner is accountable for"
    qtbot.addWidget(contents)
    contents.resize(theme.text_size(title, 14).width() + theme.px(12), 200)
    contents.show_headings([Heading(2, "a", "One", 0), Heading(2, "b", title, 0)])
    contents.show()
    contents.go_to(1)
    header = contents.verticalHeader()
    assert header.sectionSize(0) == header.sectionSize(1)
