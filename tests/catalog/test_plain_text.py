"""Text without any markup."""

import pytest

from studyapp.catalog.plain_text import html_of_plain, title_of_plain

LINES = """They differ a lot.
A project manager looks after delivery, which is what this rather long line is about, to be long enough for a paragraph.
A product owner looks after value.
Questions people ask
- What is it?
- Who is it?
"""


def test_each_line_is_a_paragraph_and_hyphens_make_a_list() -> None:
    html = html_of_plain(LINES, "Another title")
    assert html.count("<p>") == 4
    assert "<ul><li>What is it?</li>\n<li>Who is it?</li></ul>" in html


@pytest.mark.parametrize(
    ("text", "path", "title"),
    [
        ("Who does what\n\nText.", "a.txt", "Who does what"),
        ("They differ a lot.\nMore.", "a.txt", "They differ a lot"),
        ("x" * 200, "notes/my_first-note.txt", "My first note"),
        ("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "003_b671ed36f8b9da3f.txt",
         "One two three four five six seven eight nine …"),
        ("", "empty.txt", "Empty"),
        ("- a\n- b", "a-list.txt", "A list"),
        ("=====\nReal title\n=====", "x.txt", "Real title"),
    ],
)  # fmt: skip
def test_the_title_is_the_first_line_or_the_name_or_the_first_words(text: str, path: str, title: str) -> None:
    assert title_of_plain(text, path) == title


def test_a_first_line_that_is_the_title_is_not_repeated_but_a_sentence_stays() -> None:
    assert html_of_plain("Title\n\nText.", "Title") == "<p>Text.</p>"
    assert html_of_plain("A sentence.\nText.", "A sentence") == "<p>A sentence.</p>\n<p>Text.</p>"


def test_lines_broken_by_a_margin_are_joined() -> None:
    text = "\n".join(["word " * 14] * 3) + "\nend.\n\n" + "\n".join(["more " * 14] * 3) + "\nend.\n"
    assert html_of_plain(text, "").count("<p>") == 2


def test_nothing_in_it_is_markup() -> None:
    assert html_of_plain("a <b>x</b> *y* & https://a.org/b.", "") == (
        '<p>a &lt;b&gt;x&lt;/b&gt; *y* &amp; <a href="https://a.org/b">https://a.org/b</a>.</p>'
    )
