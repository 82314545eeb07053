"""Rendering in a process that can be killed."""

from collections.abc import Iterator

import pytest

from studyapp.catalog.render import render_article
from studyapp.catalog.render_process import TOO_MUCH, TOO_SLOW, RenderProcess


@pytest.fixture
def process() -> Iterator[RenderProcess]:
    rendering = RenderProcess(seconds=2.0)
    yield rendering
    rendering.close()


def test_the_worker_renders_as_we_would(process: RenderProcess) -> None:
    text = "---\ntitle: T\n---\n## A {#a}\n\n*b* {{< param x >}}\n"
    assert process.render(text, "a.md", "T", {"x": "y"}) == render_article(text, "a.md", "T", {"x": "y"})


def test_a_text_that_takes_too_long_is_shown_as_written_and_says_so(process: RenderProcess) -> None:
    slow = RenderProcess(seconds=0.0)
    shown = slow.render("some *text*", "a.md", "T", {})
    slow.close()
    assert TOO_SLOW in shown.text
    assert "some *text*" in shown.text
    assert 'class="cut"' in shown.html


def test_after_a_kill_the_next_text_is_rendered(process: RenderProcess) -> None:
    process.render("> " * 5000 + "a", "a.md", "T", {})
    process.render("1. " * 5000 + "a", "a.md", "T", {})
    assert process.render("*b*", "b.md", "T", {}).html == '<p class="lead"><em>b</em></p>'


def test_nesting_beyond_measure_ends_as_text(process: RenderProcess) -> None:
    shown = process.render("<div>\n" * 3, "a.md", "T", {})
    assert TOO_MUCH not in shown.text
