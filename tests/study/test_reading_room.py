from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.store.readings import seen_passages
from studyapp.study.bookshelves import Grouping, Order
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.reading_room import ReadingRoom, Visit
from tests.study.reading_pack import png, write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

OWNER = ItemId("p/article/the-product-owner")
SPRINT = ItemId("p/article/the-sprint")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


@pytest.fixture
def room(desks: Desks) -> ReadingRoom:
    return desks.reading


def visit(seconds: float, position: float = 0.5, *, end: bool = False) -> Visit:
    return Visit("decisions", position, timedelta(seconds=seconds), end)


def test_shelves_stand_in_the_order_of_the_pack(room: ReadingRoom) -> None:
    shelves = room.shelves(Grouping.TOPIC).shelves
    assert [shelf.title for shelf in shelves] == ["Roles", "Events"]
    assert [article.title for article in shelves[1].articles] == ["Sprint Planning", "The Sprint"]
    assert room.shelves(Grouping.TOPIC, Order.DATE).shelves[1].articles[0].title == "The Sprint"


def test_objectives_carry_their_words(room: ReadingRoom) -> None:
    assert [shelf.title for shelf in room.shelves(Grouping.OBJECTIVE).shelves] == ["Say who decides"]


def test_an_open_article_knows_its_topic_neighbours_and_cards(room: ReadingRoom) -> None:
    reading = room.look(SPRINT)
    assert (reading.topic, reading.read, reading.position) == ("Events", False, 0.0)
    assert reading.before is not None
    assert reading.before.title == "Sprint Planning"
    assert reading.after is None
    assert [card.id for card in reading.cards] == ["p/card/cancels"]


def test_the_place_is_kept(room: ReadingRoom) -> None:
    assert room.leave(OWNER, visit(10, 0.4)) is Change.READING
    assert room.look(OWNER).position == pytest.approx(0.4)
    assert room.last_left() == OWNER


def test_an_article_is_read_when_its_end_was_seen_after_a_plausible_time(room: ReadingRoom) -> None:
    room.leave(OWNER, visit(5, end=True))
    assert not room.look(OWNER).read
    room.leave(OWNER, visit(5))
    assert not room.look(OWNER).read
    room.leave(OWNER, visit(15, end=True))
    assert room.look(OWNER).read
    assert OWNER in room.shelves(Grouping.TOPIC).read


def test_the_last_visit_to_an_article_that_left_its_pack_is_kept_too(
    room: ReadingRoom, desks: Desks, tmp_path: Path
) -> None:
    (tmp_path / "p" / "articles" / "events" / "the-sprint.md").unlink()
    desks.library.reload()
    assert SPRINT not in desks.library.catalog.articles()
    assert room.leave(SPRINT, visit(600, 1.0, end=True)) is Change.READING
    assert not room.states()[SPRINT].read


def test_a_long_visit_without_the_end_leaves_it_unread(room: ReadingRoom) -> None:
    room.leave(OWNER, visit(600))
    assert not room.look(OWNER).read


def test_a_glance_that_moved_nothing_is_not_written_down(room: ReadingRoom, desks: Desks) -> None:
    room.leave(OWNER, visit(10, 0.4))
    assert room.leave(OWNER, visit(1, 0.4)) is Change.NOTHING
    assert len(list(desks.ledger.events("reading"))) == 1


def test_reading_is_marked_by_hand_and_back_and_keeps_the_place(room: ReadingRoom) -> None:
    room.leave(OWNER, visit(10, 0.4))
    assert room.mark_read(OWNER, on=True) is Change.READING
    assert room.mark_read(OWNER, on=True) is Change.NOTHING
    assert room.look(OWNER).position == pytest.approx(0.4)
    room.mark_read(OWNER, on=False)
    assert not room.look(OWNER).read


def test_bookmarks_make_a_shelf_of_their_own(room: ReadingRoom) -> None:
    assert room.bookmark(SPRINT, on=True) is Change.READING
    assert room.bookmark(SPRINT, on=True) is Change.NOTHING
    (shelf,) = room.shelves(Grouping.BOOKMARK).shelves
    assert [article.id for article in shelf.articles] == [SPRINT]
    room.bookmark(SPRINT, on=False)
    assert room.shelves(Grouping.BOOKMARK).shelves == ()


def test_slugs_aliases_and_headings_resolve(room: ReadingRoom) -> None:
    place = room.resolve("the-sprint#cancel")
    assert place is not None
    assert (place.item, place.heading) == (SPRINT, "cancel")
    assert room.resolve("gone") is None


def test_pictures_come_from_the_articles_own_pack(room: ReadingRoom) -> None:
    assert room.image(OWNER, "picture.png") == png(3, 2)
    assert room.image(OWNER, "../../pack.yaml") is None


def test_the_glossary_finds_terms_and_tells_them(room: ReadingRoom) -> None:
    (mark,) = room.glossary(OWNER).marks("One iteration", [0])
    assert room.term(mark.term).term == "Sprint"


def test_what_was_seen_is_written_down_once(room: ReadingRoom, desks: Desks) -> None:
    seen = Visit("", 0.0, timedelta(seconds=30), reached_end=False, seen=("a", "b", "a"))
    room.leave(OWNER, seen)
    room.leave(OWNER, replace(seen, seen=("b", "c")))
    assert [event.payload.get("seen") for event in desks.ledger.events("reading")] == [["a", "b"], ["c"]]
    assert seen_passages(desks.ledger, OWNER) == {"a", "b", "c"}


def test_a_glance_that_ends_a_paragraph_is_written_down(room: ReadingRoom) -> None:
    room.leave(OWNER, visit(10, 0.4))
    assert room.leave(OWNER, replace(visit(1, 0.4), seen=("a",))) is Change.READING


def test_what_was_seen_is_the_same_after_a_rebuild(room: ReadingRoom, desks: Desks) -> None:
    room.leave(OWNER, replace(visit(10, 0.4), seen=("a", "b")))
    desks.profile.ledger.rebuild()
    assert seen_passages(desks.ledger, OWNER) == {"a", "b"}


def test_how_much_was_read_is_kept_and_is_nothing_again_once_an_article_is_marked_unread(
    room: ReadingRoom,
) -> None:
    room.leave(OWNER, replace(visit(10, 0.4), reached=0.6))
    room.mark_read(OWNER, on=True)
    assert room.look(OWNER).reached == pytest.approx(0.6)
    room.mark_read(OWNER, on=False)
    assert room.look(OWNER).reached == 0.0
