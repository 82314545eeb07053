"""Content by someone who means harm: nothing crashes, nothing hangs, nothing leaks. Long runs in `make prove`."""

import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.catalog.fields import Fields
from studyapp.catalog.front_matter import read_front_matter, split
from studyapp.catalog.load import load
from studyapp.catalog.outline import sections_of
from studyapp.catalog.render import render_article
from studyapp.catalog.render_process import RenderProcess
from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import read_yaml
from studyapp.ids import ItemId
from tests.tools.packs import BASE, write_pack

PIECES = [
    "{{<", ">}}", "{{%", "%}}", "{{", "}}", "{%", "%}", " x ", "/x", "youtube ", 'figure src="', '"', "'", "`", "```", "~~~", "\n", "\n\n",
    "    ", "- ", "1. ", "> ", "# ", "===", "---", "|", "|-|-|", "[", "](", ")", "![", "[^1]", ": ", "<div>", "</div>", "<!--", "-->", "<a href=",
    "<![CDATA[", "<script>", "&lt;", "&#x6a;", "*", "_", "**", "~~", "\\", "!!! note\n", "{: .x}", "{#a}", "\ue000", "\ue0010", "\x02", "\x00",
    "javascript:x", "file:///etc/passwd", "//host/", "\u202e", "é", "𝒳", "http://a.b", "<pre>", "<table><tr><td>", "<details>", "{{< /x >}}",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
UNSAFE = re.compile(
    r"<(?:script|style|iframe|object|embed|form|input|svg|link|meta|base)\b|\son\w+=|\sstyle="
    r"|href=\"(?!app:|#|https?:|mailto:)|src=\"(?:[a-z]+:|/{2}|\\)",
    re.IGNORECASE,
)
LONG = pytest.mark.prove
RELAXED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def _check_rendering(text: str) -> None:
    shown = render_article(text, "a.md", "T", {"title": "T"})
    tags = "".join(re.findall(r"<[^>]*>", shown.html))
    assert not UNSAFE.search(tags), shown.html
    for heading in shown.headings:
        assert shown.text[heading.start :].split()[: len(heading.title.split())] == heading.title.split()


@given(MARKDOWN)
@settings(max_examples=150, deadline=None, suppress_health_check=RELAXED)
def test_no_markdown_breaks_the_renderer_or_gets_through_it(text: str) -> None:
    _check_rendering(text)


@LONG
@given(MARKDOWN)
@settings(max_examples=20_000, deadline=None, suppress_health_check=RELAXED)
def test_no_markdown_breaks_the_renderer_in_many_tries(text: str) -> None:
    _check_rendering(text)


YAML = st.lists(
    st.sampled_from(["a", "b:", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&x ", "*x ", "!!t ", '"', "'", "|", ">", "#", "? ", "\t", "é",
                     "---\n", "...\n", "%TAG", "\\x", "\x00", "\x85", "\ud800", "1e9", "~", "yes", "<<: ", "@", "`"]),
    max_size=30,
).map("".join)  # fmt: skip


def _check_yaml(text: str) -> None:
    report = Report("a.yaml")
    node = read_yaml(text, report)
    if node is not None:
        fields = Fields(node, report)
        for key in fields.keys():  # noqa: SIM118
            (
                fields.text(key),
                fields.texts(key),
                fields.whole(key),
                fields.day(key),
                fields.mappings(key),
                fields.mapping(key),
            )
        fields.finish()
    for problem in report.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.hint
    read_front_matter(split(f"---\n{text}\n---\n"), report)
    read_front_matter(split(f"+++\n{text}\n+++\n"), report)


@given(YAML)
@settings(max_examples=200, deadline=None)
def test_no_yaml_breaks_the_reader(text: str) -> None:
    _check_yaml(text)


@LONG
@given(YAML)
@settings(max_examples=50_000, deadline=None)
def test_no_yaml_breaks_the_reader_in_many_tries(text: str) -> None:
    _check_yaml(text)


BOMBS = {
    "brackets": "[" * 10_000,
    "images": "![" * 10_000,
    "footnotes": "[^1]" * 2000,
    "footnote definitions": "\n".join(f"[^{n}]: [^{n + 1}]" for n in range(2000)),
    "cdata": "<![CDATA[" * 2000,
    "anchors": "<a " * 10_000,
    "numbers": "1. " * 2000,
    "quotes": "> " * 5000,
    "lists": "\n".join("  " * n + "- a" for n in range(500)),
    "stars": "*a **b " * 5000,
    "underscores": "_" * 50_000,
    "backticks": " ".join("`" * (n % 50 + 1) for n in range(5000)),
    "tags": "{{< a >}}" * 5000,
    "unclosed tags": "{{< a " * 5000,
    "closers": "{{< /a >}}" * 5000,
    "liquid": "{% if a %}" * 5000,
    "outputs": "{{ a" * 5000,
    "tables": "|" * 20_000 + "\n" + "|-" * 10_000,
    "divs": "<div>" * 20_000,
    "comments": "<!-- " * 10_000,
    "entities": "&" * 50_000,
    "definitions": "a\n: b\n" * 3000,
    "admonitions": "\n".join("    " * n + "!!! note" for n in range(60)),
    "headings": "# a\n" * 5000,
    "references": "".join(f"[a{n}]: b\n" for n in range(5000)),
    "abbreviations": "".join(f"*[a{n}]: b\n" for n in range(1000)) + "a1 " * 1000,
    "autolinks": "http://" * 10_000,
    "attributes": "a {: " * 5000,
    "word": "x" * 500_000,
    "spaces": "a" + " " * 200_000 + "b",
    "newlines": "\n" * 200_000,
    "tabs": "\t" * 20_000 + "x",
    "emphasis": "a*" * 20_000,
    "fences": "```\n" * 5001,
    "html attributes": "<p " + "a=1 " * 20_000 + ">",
    "front matter": "---\n" + "a: [" * 5000 + "\n---\n",
    "boxes": ":::a\n" * 10_000 + ":::\n" * 5000,
    "remarks": "{::comment}" * 10_000 + "{# " * 10_000,
    "mojibake": "â€”" * 50_000,
}


@pytest.fixture(scope="module")
def hurried() -> Iterator[RenderProcess]:
    """A worker that is given less than half a second, so that the tests do not wait three for each bomb."""
    process = RenderProcess(seconds=0.4)
    yield process
    process.close()


def _check_bomb(hurried: RenderProcess, name: str) -> None:
    began = time.monotonic()
    hurried.render(BOMBS[name], "a.md", "T", {})
    assert time.monotonic() - began < 8
    sections_of(BOMBS[name])
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("name", list(BOMBS)[::3])
def test_a_bomb_is_over_soon(hurried: RenderProcess, name: str) -> None:
    _check_bomb(hurried, name)


@pytest.mark.prove
@pytest.mark.parametrize("name", BOMBS)
def test_every_bomb_is_over_soon(hurried: RenderProcess, name: str) -> None:
    _check_bomb(hurried, name)


def test_a_whole_hostile_pack_opens_and_the_honest_article_is_shown(tmp_path: Path) -> None:
    files = {f"{name}.md": text for name, text in list(BOMBS.items())[:6]}
    root = write_pack(tmp_path / "own", {**files, "honest.md": "---\ntitle: Honest\n---\n*good*"})
    catalog, _ = load([root], None)
    assert catalog.rendered(ItemId("own/article/honest")).text == "good"
    catalog.close()


SMALL_ZIP = st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 255)), min_size=1, max_size=30)


def _check_zip(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    place = tmp_path / "own.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in BASE.items():
            archive.writestr(path, text)
    data = bytearray(place.read_bytes())
    for at, byte in changes:
        data[-1 - at % len(data)] = byte
    place.write_bytes(bytes(data))
    before = set(tmp_path.rglob("*"))
    catalog, problems = load([place], None)
    assert all(problem.hint for problem in problems)
    list(catalog.cards())
    catalog.close()
    assert set(tmp_path.rglob("*")) == before


@given(SMALL_ZIP)
@settings(max_examples=60, deadline=None, suppress_health_check=RELAXED)
def test_no_flipped_byte_of_an_archive_breaks_the_reader(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    _check_zip(tmp_path, changes)


@LONG
@given(SMALL_ZIP)
@settings(max_examples=5000, deadline=None, suppress_health_check=RELAXED)
def test_no_flipped_byte_of_an_archive_breaks_the_reader_in_many_tries(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    _check_zip(tmp_path, changes)
