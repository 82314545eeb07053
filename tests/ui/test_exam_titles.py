"""Texts without mark-up skip Markdown and look the same."""

import pytest

from studyapp.ui.exam.titles import _PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "Who may cancel a Sprint?",
        "It is small, and the stakeholder is happy.",
        "A cross-functional team (of ten): 50 %",
    ],
)
def test_a_plain_line_is_known_as_plain(text: str) -> None:
    assert _PLAIN.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    [
        "**bold**",
        "a <b>tag</b>",
        "an & sign",
        "a [link](x)",
        "two\nlines",
        "it's",
        "1. a list",
        "- a list",
        "wait...",
        "a -- dash",
        "https://example.org",
        "`code`",
        "\\escape",
        "# heading",
        "> quote",
        "a_b",
        ": term",
        "{{< ref >}}",
    ],
)
def test_whatever_markdown_or_html_may_give_a_meaning_to_is_not_plain(text: str) -> None:
    assert not _PLAIN.fullmatch(text)
