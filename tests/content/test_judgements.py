"""What a learner finds first in the bundled pack, held against a list of judgements."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from studyapp import bundle
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.catalog.search_index import SearchIndex
from studyapp.ids import ItemId

PACK = "product-owner"
WANTED = 0.9
"""The mean reciprocal rank that must be reached."""
LOOKED_AT = 10


class Judgement(NamedTuple):
    """A query and the places that would please as its first hit."""

    query: str
    places: tuple[str, ...]

    def rank(self, index: SearchIndex) -> int:
        """The place of the first hit that pleases, from 1; 0 when it is not among those looked at."""
        found = (hit.address.removeprefix(f"{PACK}/") for hit in index.ask(self.query, LOOKED_AT).hits)
        return next((at for at, address in enumerate(found, 1) if self.pleases(address)), 0)

    def pleases(self, address: str) -> bool:
        """Whether a place is among those; one with ``#`` at its end stands for every passage."""
        return address in self.places or f"{address.partition('#')[0]}#" in self.places


def judgements() -> list[Judgement]:
    lines = (Path(__file__).parent / "judgements.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("|") for line in lines if line.strip() and not line.startswith("#"))
    return [
        Judgement(query.strip(), tuple(p.strip() for p in places.split(","))) for query, _, places in pairs
    ]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened, _ = load([bundle.content_dir()], tmp_path_factory.mktemp("cache") / "content.db")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def index(catalog: Catalog) -> SearchIndex:
    return SearchIndex(catalog, None)


def test_every_place_that_is_judged_exists(catalog: Catalog) -> None:
    def exists(place: str) -> bool:
        item, _, heading = place.partition("#")
        known = catalog.find(f"{PACK}/{item}")
        return known is not None and (
            not heading or heading in {h.id for h in catalog.rendered(ItemId(f"{PACK}/{item}")).headings}
        )

    assert [p for judged in judgements() for p in judged.places if not exists(p)] == []


def test_at_least_eighty_queries_are_judged() -> None:
    assert len({judged.query for judged in judgements()}) >= 80


def test_the_first_hit_is_what_a_learner_expects(index: SearchIndex) -> None:
    ranks = {judged.query: judged.rank(index) for judged in judgements()}
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    assert mean >= WANTED, (mean, {query: rank for query, rank in ranks.items() if rank != 1})
