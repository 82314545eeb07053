from dataclasses import replace
from datetime import date

from studyapp.catalog.article import Article
from studyapp.ids import ItemId
from studyapp.study.bookshelves import Bookshelves, Grouping, Labels, Order, shelve

LABELS = Labels(
    {("p", "roles"): "Roles", ("p", "events"): "Events"}, {"o-2": "Second aim", "o-1": "First aim"}
)


def article(name: str, topic: str = "roles", **more: object) -> Article:
    made = Article(ItemId(f"p/article/{name}"), name, name.title(), "", topic, f"{name}.md", "", 3)
    return replace(made, **more)  # type: ignore[arg-type]


ONE = article("one who decides", tags=("Value", "agile"), objectives=("o-1",), date=date(2026, 1, 1))
TWO = article("two plans", "events", tags=("agile",), objectives=("o-1", "o-2"))
THREE = article("a third", date=date(2026, 2, 2))
ALL = (ONE, TWO, THREE)


def library(grouping: Grouping, order: Order = Order.WEIGHT) -> Bookshelves:
    return shelve(ALL, LABELS, grouping, order, read={ONE.id}, bookmarked={TWO.id})


def test_topics_stand_in_reading_order_with_their_titles_and_counts() -> None:
    roles, events = library(Grouping.TOPIC).shelves
    assert (roles.title, roles.articles, roles.read) == ("Roles", (ONE, THREE), 1)
    assert (events.title, events.articles, events.read) == ("Events", (TWO,), 0)


def test_an_article_stands_under_each_of_its_tags_and_tags_stand_by_the_alphabet() -> None:
    assert [(s.title, s.articles) for s in library(Grouping.TAG).shelves] == [
        ("agile", (ONE, TWO)),
        ("Value", (ONE,)),
    ]


def test_objectives_stand_in_their_own_order() -> None:
    assert [s.title for s in library(Grouping.OBJECTIVE).shelves] == ["Second aim", "First aim"]


def test_bookmarks_make_one_shelf_and_none_when_there_are_none() -> None:
    assert [s.articles for s in library(Grouping.BOOKMARK).shelves] == [(TWO,)]
    assert shelve(ALL, LABELS, Grouping.BOOKMARK).shelves == ()


def test_a_shelf_can_be_ordered_by_title_or_newest_first() -> None:
    assert library(Grouping.TOPIC, Order.TITLE).shelves[0].articles == (THREE, ONE)
    assert library(Grouping.TOPIC, Order.DATE).shelves[0].articles == (THREE, ONE)


def test_a_filter_keeps_titles_that_hold_every_word_and_counts_again() -> None:
    (shelf,) = library(Grouping.TOPIC).filtered("DECIDES one").shelves
    assert (shelf.articles, shelf.read) == ((ONE,), 1)
    assert library(Grouping.TOPIC).filtered("nowhere").shelves == ()


def test_an_empty_filter_keeps_all() -> None:
    assert library(Grouping.TOPIC).filtered(" ") == library(Grouping.TOPIC)


def test_the_shelf_of_an_article_is_found() -> None:
    shelf = library(Grouping.TOPIC).shelf_of(TWO.id)
    assert shelf is not None
    assert shelf.title == "Events"
