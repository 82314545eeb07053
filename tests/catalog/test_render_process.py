"""Rendering in a process that can be killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.catalog import render_process
from studyapp.catalog.load import load
from studyapp.catalog.render import render_article
from studyapp.catalog.render_process import ENDED, TOO_MUCH, TOO_SLOW, RenderProcess


@pytest.fixture
def process() -> Iterator[RenderProcess]:
    rendering = RenderProcess(seconds=2.0)
    yield rendering
    rendering.close()


def test_the_worker_renders_as_we_would(process: RenderProcess) -> None:
    text = "---\ntitle: T\n---\n## A {#a}\n\n*b* {{< param x >}}\n"
    shown, lasting = process.render(text, "a.md", "T", {"x": "y"})
    assert shown == render_article(text, "a.md", "T", {"x": "y"})
    assert lasting


def test_a_text_that_takes_too_long_is_shown_as_written_and_says_so(process: RenderProcess) -> None:
    slow = RenderProcess(seconds=0.0)
    shown, lasting = slow.render("some *text*", "a.md", "T", {})
    slow.close()
    assert TOO_SLOW in shown.text
    assert "some *text*" in shown.text
    assert 'class="cut"' in shown.html
    assert lasting


def test_after_a_kill_the_next_text_is_rendered(process: RenderProcess) -> None:
    process.render("> " * 5000 + "a", "a.md", "T", {})
    process.render("1. " * 5000 + "a", "a.md", "T", {})
    assert process.render("*b*", "b.md", "T", {})[0].html == '<p class="lead"><em>b</em></p>'


def test_nesting_beyond_measure_ends_as_text(process: RenderProcess) -> None:
    shown, _ = process.render("<div>\n" * 3, "a.md", "T", {})
    assert TOO_MUCH not in shown.text


def test_a_worker_that_somebody_else_ended_is_started_again(process: RenderProcess) -> None:
    process.render("*a*", "a.md", "T", {})
    process._running[0].kill()
    shown, lasting = process.render("*b*", "b.md", "T", {})
    assert "<em>b</em>" in shown.html
    assert lasting


def test_a_text_cut_for_want_of_a_worker_is_laid_out_when_it_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.md").write_text("# A\n\n*good*", encoding="utf-8")
    catalog, _ = load([tmp_path / "pack"], tmp_path / "cache")
    item = next(iter(catalog.articles()))
    with monkeypatch.context() as patch:
        patch.setattr(render_process, "_exchange", lambda worker, request: None)
        assert ENDED in catalog.rendered(item).text
    assert "<em>good</em>" in catalog.rendered(item).html
    catalog.close()
