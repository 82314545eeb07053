"""What other generators write around blocks: boxes, tabs and imports, never their signs."""

import pytest

from studyapp.catalog.render import render_article


def shown(text: str) -> tuple[str, str]:
    rendered = render_article(text, "a.md", "T", {})
    return rendered.html, rendered.text


@pytest.mark.parametrize(
    "text",
    [
        ":::note Look out\nInside *it*.\n:::",
        "::: note Look out\nInside *it*.\n:::",
        ":::{note} Look out\n:class: dropdown\n\nInside *it*.\n:::",
        ":::note[Look out]\n\nInside *it*.\n\n:::",
        "/// note | Look out\nInside *it*.\n///",
    ],
)
def test_a_fenced_box_is_a_callout(text: str) -> None:
    html, plain = shown(text)
    assert 'class="callout note"' in html
    assert "Inside <em>it</em>." in html
    assert plain.split() == ["Look", "out", "Inside", "it."]


def test_boxes_stand_in_one_another_and_unknown_ones_leave_their_text() -> None:
    _, plain = shown("::::{grid} 1 2 2\n:gutter: 3\n\n:::{card} One\nText\n:::\n::::\nAfter")
    assert plain.split() == ["One", "Text", "After"]


def test_a_box_without_an_end_is_a_name_and_its_settings_are_left_out() -> None:
    _, plain = shown("Before\n\n::: some.module.Thing\n    options:\n      a: true\n\nAfter")
    assert plain.split() == ["Before", "some.module.Thing", "After"]


def test_a_tab_is_a_box_with_its_name() -> None:
    html, plain = shown('=== "Tab A"\n\n    Text *a*\n\n=== "Tab B"\n\n    Text b\n')
    assert plain.split("\n") == ["Tab A", "Text a", "Tab B", "Text b"]
    assert "<em>a</em>" in html


@pytest.mark.parametrize(
    "text",
    [
        "* TOC\n{:toc}\n\nAfter",
        "1. Contents\n{: toc .big}\n\nAfter",
        "import Tabs from '@theme/Tabs';\n\nAfter",
        "{/* a remark */}\n\nAfter",
        '--8<-- "a/b.md"\n\nAfter',
        "[[toc]]\n\nAfter",
        "{::comment}hidden{:/comment}After",
        "{::options parse_block_html='true' /}\nAfter",
        "{# a remark #}After",
    ],
)
def test_what_is_said_to_the_generator_is_left_out(text: str) -> None:
    assert shown(text)[1].strip() == "After"


def test_code_keeps_all_of_it() -> None:
    text = "```\n:::note\nimport x from 'y'\n{:toc}\n```\n\n`{::comment}`"
    assert shown(text)[1].split("\n") == [":::note", "import x from 'y'", "{:toc}", "{::comment}"]


def test_attributes_that_belong_to_nothing_are_left_out_of_the_text() -> None:
    assert shown("A :heart:{: .red } and [x][y]{: .z } end\n\nTerm\n: Meaning {#m}")[1].split("\n") == [
        "A :heart: and [x][y] end",
        "Term",
        "Meaning",
    ]


def test_the_name_of_a_heading_is_no_text_anywhere() -> None:
    assert shown("Write headings (# header {#myid}) so")[1] == "Write headings (# header) so"


def test_the_title_of_a_box_may_be_emphasised() -> None:
    assert "My <b>bold</b> <code>title</code>" in shown(":::tip My **bold** `title`\na\n:::")[0]
