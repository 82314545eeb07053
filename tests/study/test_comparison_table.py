from dataclasses import replace

from studyapp.study.comparison_table import Table, Wish, lay_out
from tests.study.comparison_samples import EVENTS, FOCUS, MONEY, THREE

NAMES = ("owner", "master", "devs")
ALL = Wish(THREE.id, NAMES)


def titles(table: Table) -> list[str]:
    return [line.row.title if line.row else f"[{line.theme.title}]" for line in table.lines]


def test_rows_stand_under_their_themes_in_the_order_of_the_themes() -> None:
    assert titles(lay_out(THREE, ALL)) == ["[Purpose]", "Focus", "Money", "[Work]", "Events"]


def test_columns_come_in_the_order_wished_and_unknown_ones_are_skipped() -> None:
    table = lay_out(THREE, Wish(THREE.id, ("devs", "gone", "owner")))
    assert [column.name for column in table.columns] == ["devs", "owner"]
    assert table.lines[1].cells == (FOCUS.cells[2], FOCUS.cells[0])


def test_rows_that_do_not_differ_can_be_left_out_and_take_their_theme_along() -> None:
    assert titles(lay_out(THREE, replace(ALL, differing=True))) == ["[Purpose]", "Focus", "Money"]


def test_only_shown_columns_count_as_different() -> None:
    wish = Wish(THREE.id, ("master", "devs"), differing=True)
    assert titles(lay_out(THREE, wish)) == ["[Purpose]", "Focus"]


def test_words_are_looked_for_in_titles_and_shown_cells() -> None:
    assert titles(lay_out(THREE, replace(ALL, words="SCRUM focus"))) == ["[Purpose]", "Focus"]
    assert titles(lay_out(THREE, Wish(THREE.id, ("devs",), words="return"))) == []


def test_a_folded_theme_says_how_many_rows_it_hides_and_they_still_count() -> None:
    table = lay_out(THREE, ALL.refolded("purpose"))
    assert titles(table) == ["[Purpose]", "[Work]", "Events"]
    assert (table.lines[0].hidden, table.rows, table.rows_in_all) == (2, 3, 3)


def test_unfolding_brings_the_rows_back() -> None:
    assert ALL.refolded("purpose").refolded("purpose") == ALL


def test_a_column_comes_back_to_its_own_place_and_the_last_one_stays() -> None:
    wish = ALL.toggled("master", NAMES)
    assert wish.columns == ("owner", "devs")
    assert wish.toggled("master", NAMES).columns == NAMES
    assert Wish(THREE.id, ("devs",)).toggled("devs", NAMES).columns == ("devs",)


def test_a_column_moves_as_far_as_there_is_room() -> None:
    assert ALL.moved("owner", 1).columns == ("master", "owner", "devs")
    assert ALL.moved("owner", -1) == ALL
    assert ALL.moved("owner", 9).columns == ("master", "devs", "owner")


def test_a_column_moves_by_what_is_in_sight_where_another_one_is_pinned() -> None:
    pinned = Wish(THREE.id, ("owner", "devs", "master"), pinned=frozenset({"devs"}))
    assert pinned.in_order() == ("devs", "owner", "master")
    assert pinned.moved("owner", 1).in_order() == ("devs", "master", "owner")
    assert pinned.moved("owner", -1).in_order() == ("devs", "owner", "master")
    assert pinned.beside("master", "devs", after=True).in_order() == ("devs", "master", "owner")


def test_fewer_columns_keep_the_rows() -> None:
    part = lay_out(THREE, ALL).with_columns([2, 0])
    assert [column.name for column in part.columns] == ["devs", "owner"]
    assert [line.cells for line in part.lines if line.row] == [
        (row.cells[2], row.cells[0]) for row in (FOCUS, MONEY, EVENTS)
    ]


def test_pinned_columns_stand_first_whatever_their_order() -> None:
    table = lay_out(THREE, replace(ALL, pinned=frozenset({"devs"})))
    assert [column.name for column in table.columns] == ["devs", "owner", "master"]
    assert table.pinned == 1
    assert table.with_columns((0, 2)).pinned == 1


def test_a_column_is_put_beside_another() -> None:
    assert ALL.beside("owner", "devs", after=True).columns == ("master", "devs", "owner")
    assert ALL.beside("devs", "owner", after=False).columns == ("devs", "owner", "master")


def test_a_rank_orders_all_rows_without_themes() -> None:
    table = lay_out(THREE, ALL, lambda cells: len(cells[0].text))
    assert [line.row.name for line in table.lines if line.row] == ["events", "focus", "money"]
    assert all(line.row for line in table.lines)
