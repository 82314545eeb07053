"""Paragraphs that a block broke in two."""

from studyapp.catalog.paragraphs import mend_paragraphs
from studyapp.catalog.render import render_article

FIGURE = '{{< figure src="a.png" caption="A tree" >}}'


def html_of(text: str) -> str:
    return render_article(text, "a.md", "Title", {}).html


def test_words_on_both_sides_of_a_figure_are_two_paragraphs_and_none_is_empty() -> None:
    html = html_of(f"Some words {FIGURE} and *more*.\n\nThe next.")
    assert "<p>and <em>more</em>.</p>" in html
    assert "<p></p>" not in html
    assert html.count("<p") == 4


def test_a_figure_at_either_end_of_a_paragraph_leaves_nothing_behind() -> None:
    assert html_of(f"{FIGURE} after").endswith("</div><p>after</p>")
    assert html_of(f"> before {FIGURE}").endswith("</p></div></blockquote>")


def test_raw_html_is_mended_too() -> None:
    assert "</div><p>after</p>" in html_of("before <figure><img src='a.png'></figure> after")


def test_whole_paragraphs_stay_as_they_are() -> None:
    whole = "<p>One <b>word</b>.</p>\n<ul><li>a</li></ul>\n<p>Two.</p>"
    assert mend_paragraphs(whole) == whole
