"""Packs that are being written: what is taken over, and where a line of a file shows."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem
from studyapp.study.authoring import Shown, WatchedPacks, shown_at
from studyapp.study.change import Change
from studyapp.study.library import Library
from tests.tools.packs import write_pack

ARTICLE = """---
title: One
---
Before any heading, a sentence.

## First {#first}

A line with a [link](gone.md) and **bold** words.

```
# no heading, but a comment
```

The line after the code.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "own", {"a.md": ARTICLE, "b.md": "Another text."})


@pytest.fixture
def catalog(pack: Path) -> Iterator[Catalog]:
    opened, _ = load((pack,), None)
    yield opened
    opened.close()


@pytest.fixture
def library(pack: Path, tmp_path: Path) -> Iterator[Library]:
    opened = Library((pack,), (), tmp_path / "cache", lambda _: None)
    yield opened
    opened.close()


def watched(library: Library) -> WatchedPacks:
    return WatchedPacks(library.roots, library.cache, library.language)


def at(file: Path, line: int) -> Problem:
    return Problem(str(file), line, 1, "code", "what", "how")


@pytest.mark.parametrize(
    ("line", "heading", "quote"),
    [
        (4, "", "Before any heading, a sentence."),
        (6, "first", ""),
        (8, "first", "A line with a link and bold words."),
        (14, "first", "The line after the code."),
        (99, "first", ""),
    ],
)
def test_a_line_of_an_article_shows_under_its_heading(
    catalog: Catalog, pack: Path, line: int, heading: str, quote: str
) -> None:
    shown = shown_at(catalog, at(pack / "a.md", line))
    assert shown == Shown(next(item for item in catalog.articles() if item.endswith("/a")), heading, quote)


def test_a_file_of_no_open_pack_shows_nowhere(catalog: Catalog, tmp_path: Path) -> None:
    assert shown_at(catalog, at(tmp_path / "elsewhere.md", 1)) is None


def test_a_look_tells_a_saved_file_from_one_that_lies_still(library: Library, pack: Path) -> None:
    before = watched(library).look()
    assert watched(library).look() == before
    (pack / "b.md").write_text("Another text, longer.", encoding="utf-8")
    assert watched(library).look() != before


def test_what_was_read_elsewhere_is_taken_over_once(library: Library, pack: Path) -> None:
    (pack / "c.md").write_text("A third.", encoding="utf-8")
    first, second = watched(library).read(), watched(library).read()
    assert library.take(first.roots, first.catalog, first.problems) is Change.CONTENT
    assert library.catalog is first.catalog
    assert library.take(second.roots, second.catalog, second.problems) is Change.NOTHING
    assert library.catalog is first.catalog


def test_what_was_read_before_a_pack_was_added_is_not_taken_over(library: Library, tmp_path: Path) -> None:
    reading = watched(library).read()
    library.add(write_pack(tmp_path / "more", {"d.md": "A fourth."}))
    assert library.take(reading.roots, reading.catalog, reading.problems) is Change.NOTHING
    assert len(library.catalog.articles()) == 3


class _Listed(list[os.DirEntry[str]]):
    """What lay in a folder, to be walked through as ``os.scandir`` gives it."""

    def __enter__(self) -> "_Listed":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def test_a_file_that_goes_while_its_folder_is_read_is_left_out(
    library: Library, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def scandir(folder: str) -> _Listed:
        with listed(folder) as inside:
            entries = _Listed(inside)
        (pack / "b.md").unlink(missing_ok=True)
        return entries

    monkeypatch.setattr(os, "scandir", scandir)
    reading = watched(library).read()
    assert ([Path(name).name for name in reading.catalog.articles()], reading.problems) == (["a"], ())
    reading.catalog.close()
