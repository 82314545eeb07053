"""Markdown as authors for Hugo and Jekyll write it."""

import pytest

from tests.catalog.rendering import html, rendered


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a\n- b\n- c", "<p class=\"lead\">a</p>\n<ul>\n<li>b</li>"),
        ("- a\n  - b\n    - c", "<li>b<ul>\n<li>c</li>"),
        ("1. a\n   - b\n2. c", "<li>c</li>\n</ol>"),
        ("1) a\n2) b", "<li>b</li>\n</ol>"),
        ("3. a\n4. b", '<ol start="3">'),
        ("* a\n\n  para\n* b", "<p>para</p>"),
        ("1. a\n   ```sh\n   x\n     y\n   ```\n2. b", "<pre><code>x\n  y</code></pre>"),
        ("> ```\n> x\n> ```", "<pre><code>x</code></pre>"),
        ("> a\nb\n\nc", "a\nb</p>\n</blockquote>\n<p>c</p>"),
        ("- [ ] a\n- [x] b", "<li>☐ a</li>\n<li>☑ b</li>"),
        ("text\n| a | b |\n|---|:-:|\n| 1 | 2 |", '<td align="center">2</td>'),
        ("Term\n: Meaning\n: Other", "<dt>Term</dt>\n<dd>Meaning</dd>\n<dd>Other</dd>"),
        ("a[^n]\n\n[^n]: note\n", '<a href="#fn:n">1</a>'),
        ("~~old~~ ==new==", "<del>old</del> <mark>new</mark>"),
        ("see https://a.org/b_c_d.", '<a href="https://a.org/b_c_d">https://a.org/b_c_d</a>.'),
        ("[https://a.org](https://b.org)", '<a href="https://b.org">https://a.org</a>'),
        ("*[PO]: Product Owner\n\nThe PO", "<abbr>PO</abbr>"),
        ("!!! trap \"Exam trap\"\n    Body\n\n    - a", '<table class="callout trap" width="100%" cellpadding="12">'),
        ("!!! danger\n    Body", "callout warning"),
        ("> [!TIP]\n> Body", "callout note"),
        ("Two\n===", "<h1 id=\"two\">"),
        ("Sub {#own .x}\n---", '<h2 id="own"><a name="own"></a>Sub</h2>'),
        ("## Über uns & Ärger", '<h2 id="über-uns--ärger">'),
        ("## A\n## A", '<h2 id="a-1">'),
        ("## A {#b}\n## B", '<h2 id="b-1">'),
        ("#tag is no heading", "#tag is no heading"),
        ("a\\\nb", "a<br>\nb"),
        ("<details>\n<summary>S</summary>\n\n**b**\n\n</details>", "<strong>b</strong>"),
        ("<div markdown=\"1\">\n*b*\n</div>", "<em>b</em>"),
        ("<p align=\"center\">\n  <b>x</b>\n</p>", '<p class="lead" align="center">'),
        ("<!-- no\n\nno -->\nyes", "yes"),
        ("\\$5 \\| \\<b\\>", "$5 | &lt;b&gt;"),
        ("\"quoted\" -- it's...", "“quoted” – it’s…"),
        ("a\r\n\r\nb".replace("\r\n", "\n"), "<p>b</p>"),
        ("`a  b`", "<code>a  b</code>"),
        ("```python {linenos=true}\nx\n```", "<pre><code>x</code></pre>"),
        ("1. a\n\n       code", "<pre><code>"),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
        ('<p dir="rtl">שלום</p>', '<p class="lead" dir="rtl">שלום</p>'),
    ],
)  # fmt: skip
def test_what_markdown_becomes(text: str, part: str) -> None:
    assert part in html(text)


def test_a_first_heading_that_repeats_the_title_is_left_out_but_can_be_linked_to() -> None:
    shown = rendered("# My title\n\ntext", title="My title")
    assert shown.headings == ()
    assert '<a name="my-title"></a>' in shown.html
    assert shown.text == "text"


def test_each_heading_knows_its_place_in_the_text() -> None:
    shown = rendered("lead *x*\n\n## One {#one}\n\n- a\n- b\n\n### In\n\nc\n\n## Two\n\nd")
    assert [(h.level, h.id, shown.text[h.start : h.start + len(h.title)]) for h in shown.headings] == [
        (2, "one", "One"), (3, "in", "In"), (2, "two", "Two"),
    ]  # fmt: skip
    assert shown.passage("one") == "One\na\nb\nIn\nc\n"
    assert shown.passage("two") == "Two\nd"


def test_the_text_has_a_line_for_each_block() -> None:
    assert (
        rendered("a  b\nc\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\n i\n  j\n```").text
        == "a b c\nx\ny\n1\n2\n i\n  j"
    )


def test_the_first_paragraph_leads() -> None:
    assert html("one\n\ntwo").count('class="lead"') == 1
    assert 'class="lead"' not in html("## a\n\ntwo")
