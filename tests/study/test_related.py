"""Which articles have to do with one another, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.related import RelatedArticles
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

OWNER, SPRINT, PLANNING = (
    ItemId(f"p/article/{name}") for name in ("the-product-owner", "the-sprint", "sprint-planning")
)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


@pytest.fixture
def related(desks: Desks) -> RelatedArticles:
    while not desks.related.read_on(lambda: True):
        pass
    return desks.related


def test_nothing_is_told_before_every_article_was_read(desks: Desks) -> None:
    assert not desks.related.read_on(lambda: True)
    assert desks.related.to(OWNER) == ()


def test_a_link_a_tag_and_a_term_in_common_are_the_reasons(related: RelatedArticles) -> None:
    (found,) = related.to(OWNER)
    assert (found.article.id, found.linked, found.links_here) == (SPRINT, True, False)
    assert set(found.both_on) == {"value", "Sprint"}
    assert related.to(SPRINT)[0].links_here


def test_one_word_in_common_is_not_enough(related: RelatedArticles) -> None:
    assert related.to(PLANNING) == ()


def test_packs_that_changed_are_read_anew(desks: Desks, related: RelatedArticles, tmp_path: Path) -> None:
    file = tmp_path / "p/articles/events/sprint-planning.md"
    file.write_text(file.read_text("utf-8") + "\nSee [the owner](the-product-owner).\n", "utf-8")
    desks.library.reload()
    assert related.to(OWNER) == ()
    assert not related.read_on(lambda: True)
    related.read_on(lambda: False)
    assert [each.article.id for each in related.to(OWNER) if each.links_here] == [PLANNING]
