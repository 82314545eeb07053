"""What the search answers while its index is being made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.study.search_desk import SearchDesk
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SearchDesk]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), Clock()) as opened:
        yield opened.search


def titles(desk: SearchDesk, query: str) -> set[str]:
    return {hit.title for hit in desk.titles(query).hits if hit.kind == "article"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sprint", {"The Sprint", "Sprint Planning"}),
        ("sprint -planning", {"The Sprint"}),
        ('"the sprint"', {"The Sprint"}),
        ("sprint in:articles", {"The Sprint", "Sprint Planning"}),
        ("sprint in:glossary", set()),
        ("sprint -in:articles", set()),
    ],
)
def test_titles_respect_what_was_asked(query: str, found: set[str], desk: SearchDesk) -> None:
    assert titles(desk, query) == found
