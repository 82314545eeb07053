from hypothesis import given
from hypothesis import strategies as st

from studyapp.catalog.article import Heading
from studyapp.ui.read.article_text import read_text

BLOCK = "\u2029"


def test_headings_are_found_as_lines_of_their_own_in_order() -> None:
    raw = BLOCK.join(["About Goals", "Goals", "Text on Goals", "Goals", "More"])
    text = read_text(raw, [Heading(2, "a", "Goals", 0), Heading(2, "b", "Goals", 0)])
    assert [raw[at : at + 5] for at in text.headings] == ["Goals", "Goals"]
    assert text.headings == (12, 32)


def test_a_heading_that_is_not_there_stands_where_the_last_one_does() -> None:
    text = read_text(f"One{BLOCK}Two", [Heading(2, "a", "Two", 0), Heading(2, "b", "Gone", 0)])
    assert text.headings == (4, 4)


def test_characters_beyond_the_first_plane_count_twice_for_qt() -> None:
    text = read_text(f"A🙂B{BLOCK}Title", [Heading(2, "a", "Title", 0)])
    assert text.headings == (5,)
    assert (text.position(2), text.index(3)) == (3, 2)


def test_the_heading_above_a_position_is_known() -> None:
    text = read_text(
        f"Intro{BLOCK}One{BLOCK}x{BLOCK}Two", [Heading(2, "a", "One", 0), Heading(2, "b", "Two", 0)]
    )
    assert [text.heading_at(at) for at in (0, 6, 9, 12)] == [-1, 0, 0, 1]


@given(st.text(alphabet="a🙂é\u2029", max_size=30), st.integers(0, 30))
def test_index_and_position_undo_each_other(raw: str, index: int) -> None:
    text = read_text(raw, ())
    index = min(index, len(raw))
    assert text.index(text.position(index)) == index
    assert text.position(index) == len(raw[:index].encode("utf-16-le")) // 2
