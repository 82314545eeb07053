"""What hostile or oversized HTML becomes: flat, bounded, and saying so."""

import re

import pytest

from studyapp.catalog.dialect import MAX_CELLS, MAX_WORD, in_house_dialect
from studyapp.catalog.sanitise import sanitised
from tests.catalog.rendering import html


def _shown(source: str) -> str:
    return in_house_dialect(sanitised(source)).html


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>", "<style>a{}</style>", '<img src="x" onerror="alert(1)">', '<a href="javascript:x">a</a>',
        '<a href="JaVa\tScript:x">a</a>', '<a href="//host/x">a</a>', '<a href="\\\\host\\x">a</a>', '<a href="file:///etc/passwd">a</a>',
        '<a href="smb://host">a</a>', '<a href="ms-msdt:x">a</a>', '<a href="data:text/html,x">a</a>', '<img src="file:///etc/passwd">',
        '<img src="//host/a.png">', '<img src="https://host/a.png">', '<img src="C:\\a.png">', '<img src="data:image/png;base64,AA">',
        '<link rel="stylesheet" href="x.css">', '<p style="background:url(x)">a</p>', '<iframe src="https://x"></iframe>',
        "<svg><image href='/etc/x.png'/></svg>", '<object data="x"></object>', '<base href="https://x">', "<form><input></form>",
        '<meta http-equiv="refresh" content="0;url=https://x">', '<video src="x.mp4"></video>', "<math><mi>x</mi></math>",
    ],
)  # fmt: skip
def test_nothing_that_runs_or_reaches_out_is_left(source: str) -> None:
    assert not re.search(
        r"script|style=|onerror|src=|href=|<svg|<form|<link|<meta|<base|<object|<iframe", _shown(source)
    )


@pytest.mark.parametrize("href", ["https://a.org/", "http://a.org/", "mailto:a@b.org"])
def test_honest_addresses_outside_stay(href: str) -> None:
    assert f'href="{href}"' in _shown(f'<a href="{href}">a</a>')


def test_an_image_of_the_pack_keeps_its_name_and_its_text() -> None:
    assert '<img src="img/a b.png" alt="A &amp; B">' in _shown('<img src="img/a%20b.png" alt="A &amp; B">')


def test_an_image_from_elsewhere_leaves_its_text() -> None:
    assert '<span class="missing-image">badge</span>' in _shown('<img src="https://x/a.png" alt="badge">')


def test_tables_nest_twice_and_then_become_lines() -> None:
    shown = _shown("<table><tr><td>" * 12 + "x" + "</td></tr></table>" * 12)
    assert shown.count("<table") == 2
    assert 'class="cut"' in shown
    assert "x" in shown


def test_callouts_in_callouts_do_not_nest_tables_for_ever() -> None:
    text = "".join("    " * depth + f'!!! note "n{depth}"\n' for depth in range(8)) + "    " * 8 + "inner"
    shown = html(text)
    assert shown.count("<table") <= 2
    assert "inner" in shown


def test_a_long_table_goes_on_as_lines() -> None:
    rows = "".join(f"<tr><td>a{n}</td><td>b{n}</td></tr>" for n in range(MAX_CELLS))
    shown = _shown(f"<table>{rows}</table><p>after</p>")
    assert shown.count("<td") == MAX_CELLS
    assert f"a{MAX_CELLS - 1}" in shown
    assert shown.index("</table>") < shown.index("<p>after</p>")
    assert "more than 2,000 cells" in shown


def test_deep_nesting_is_flat_and_keeps_its_words() -> None:
    shown = _shown("<div>" * 10_000 + "deep" + "</div>" * 10_000)
    assert shown.count("<div>") <= 32
    assert "deep" in shown


def test_an_endless_word_is_broken() -> None:
    shown = _shown(f"<p>{'x' * 100_000}</p>")
    assert max(map(len, re.split("\u200b|<[^>]*>", shown))) <= MAX_WORD


def test_every_tag_that_opens_closes() -> None:
    shown = _shown("<p><b>a<table><tr><td>b</p><ul><li>c<pre>d")
    opened = re.findall(r"<([a-z]\w*)(?![^>]*/>)", shown)
    closed = re.findall(r"</([a-z]\w*)>", shown)
    assert sorted(tag for tag in opened if tag not in ("br", "hr", "img")) == sorted(closed)
