"""Tabs of articles."""

from studyapp.ids import ItemId
from studyapp.ui.read.tabs import Tab, Tabs, state_of, tabs_from

A, B, C = (ItemId(f"p/article/{name}") for name in "abc")


def opened(*articles: ItemId) -> Tabs:
    tabs = Tabs()
    for article in articles:
        tabs = tabs.showing(article, aside=True)
    return tabs


def articles(tabs: Tabs) -> list[str]:
    return [tab.article[-1] + ("*" if tab is tabs.here else "") for tab in tabs.tabs]


def test_an_article_takes_the_place_of_the_one_in_sight() -> None:
    assert articles(Tabs().showing(A).showing(B)) == ["b*"]


def test_an_article_opened_aside_stands_behind_the_one_in_sight() -> None:
    tabs = opened(A, B).showing(A)
    assert articles(tabs.showing(C, aside=True)) == ["a", "c*", "b"]


def test_an_article_is_open_only_once() -> None:
    assert articles(opened(A, B).showing(A)) == ["a*", "b"]
    assert articles(opened(A, B).showing(A, aside=True)) == ["a*", "b"]


def test_closing_shows_the_next_one_and_never_the_last() -> None:
    tabs = opened(A, B, C).showing(B)
    assert articles(tabs.closing(1)) == ["a", "c*"]
    assert articles(tabs.closing(0)) == ["b*", "c"]
    assert articles(tabs.closing(1).closing(1)) == ["a*"]
    assert articles(tabs.closing(1).closing(1).closing(0)) == ["a*"]


def test_closed_tabs_come_back_newest_first() -> None:
    tab, rest = opened(A, B, C).closing(0).closing(0).reopening()
    assert (tab.article, [each.article for each in rest.closed]) == (B, [A])


def test_a_dragged_tab_moves_and_the_one_in_sight_stays_in_sight() -> None:
    assert articles(opened(A, B, C).moving(0, 2)) == ["b", "c*", "a"]


def test_stepping_goes_round() -> None:
    tabs = opened(A, B, C)
    following, before = tabs.stepping(1), tabs.stepping(-1)
    assert following is not None
    assert before is not None
    assert (following.article, before.article) == (A, B)
    assert opened(A).stepping(1) is None


def test_what_is_there_no_longer_falls_away() -> None:
    assert articles(opened(A, B, C).keeping(lambda item: item != C)) == ["a", "b*"]
    assert opened(A).keeping(lambda item: False) == Tabs()


def test_tabs_are_kept_as_json_and_damage_is_left_out() -> None:
    tabs = opened(A, B).left_at(A, 0.25)
    assert tabs_from(state_of(tabs)) == tabs
    assert tabs_from({"tabs": [[A, 0.5], "x", [1, 2], [B], [A, 0.1]], "tab": 9}).tabs == (Tab(A, 0.1),)
