"""What is HTML on the screen is readable text on a terminal."""

import pytest

from studyapp.catalog.render import render_article, render_short
from studyapp.cli.readable import readable, readable_line

TABLE = "| Name | Meaning |\n|---|---|\n| A | short |\n| B | " + "many words " * 12 + "|\n"


def shown(markdown: str, heading: str = "") -> list[str]:
    return readable(render_article(markdown, "a.md", "Title", {}).html, heading).split("\n")


def test_paragraphs_are_apart_and_no_line_is_too_long() -> None:
    lines = shown("One word " * 30 + "\n\nTwo.")
    assert lines[-2:] == ["", "Two."]
    assert max(map(len, lines)) <= 78


def test_headings_are_underlined_by_their_level() -> None:
    assert shown("## Big\n\ntext\n\n### Small\n\ntext")[:2] == ["Big", "---"]
    assert "~~~~~" in shown("## Big\n\n### Small\n\ntext")


def test_lists_keep_their_marks_numbers_and_depth() -> None:
    assert shown("- one\n- two\n    - deep\n\n1. first\n2. second\n") == [
        *("- one", "- two", "  - deep", "", "1. first", "2. second")
    ]


def test_a_list_item_of_several_paragraphs_stays_together() -> None:
    assert shown("1. one\n\n    more\n\n2. two\n") == ["1. one", "", "   more", "2. two"]


def test_boxes_have_a_bar_and_do_not_run_together() -> None:
    assert shown('!!! trap "Beware"\n    Not so.\n\n!!! note "Hint"\n    So.\n') == [
        *("| Beware", "|", "| Not so.", "", "| Hint", "|", "| So.")
    ]


def test_a_table_stands_in_columns_that_fit() -> None:
    lines = shown(TABLE)
    assert lines[0].split() == ["Name", "Meaning"]
    assert set(lines[1]) == {"-", " "}
    assert all(len(line) <= 78 for line in lines)
    assert lines[4].startswith(" " * 6 + "words")


def test_a_table_of_too_many_columns_is_shown_as_lines() -> None:
    row = "|" + "word|" * 20 + "\n"
    assert shown(row + "|" + "---|" * 20 + "\n" + row)[0].startswith("word · word")


def test_code_quotes_terms_and_links_keep_their_shape() -> None:
    lines = shown("```\na  b\n```\n\n> said\n\nTerm\n: Meaning\n\n[here](https://example.org)\n")
    assert "    a  b" in lines
    assert "> said" in lines
    assert lines[lines.index("Term") + 1] == "    Meaning"
    assert lines[-1] == "here <https://example.org>"


def test_a_section_is_shown_with_its_subsections_alone() -> None:
    text = "## A {#a}\n\none\n\n### B {#b}\n\ntwo\n\n## C {#c}\n\nthree"
    assert shown(text, "a") == ["A", "-", "", "one", "", "B", "~", "", "two"]
    with pytest.raises(KeyError):
        shown(text, "d")


def test_no_mark_of_markdown_is_left() -> None:
    assert readable_line(render_short("**Bold**, *slanted*, `code` and [a link](b).")) == (
        "Bold, slanted, code and a link."
    )


@pytest.mark.parametrize(
    "html", ["</li></ul></table></td></blockquote>", "<li>a", "<table><tr>x", "<td>y</td>"]
)
def test_html_that_does_not_add_up_is_survived(html: str) -> None:
    readable(html)
