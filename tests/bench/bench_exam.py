"""Drawing a paper, and Progress on a long log."""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.learning.exam_paper import draw, supply
from studyapp.study.question_pool import QuestionPool
from tests.bench.measure import Bench, Side, standing
from tests.study.exam_pack import write_pack
from tests.tools.many_cards import big_profile

QUESTIONS, PAPER = 2000, 80
TURNS = 60
CARDS, FEW, MANY = 2000, 1_000, 1_000_000


def benches(folder: Path) -> Iterator[Bench]:
    pack, cache = write_pack(folder / "pack", held=QUESTIONS), folder / "cache"
    cache.mkdir()
    catalog = opened(pack, cache)
    catalog.questions()
    name = f"paper of {PAPER} from {QUESTIONS:,} questions, beside reading them"
    yield Bench(name, drawing(catalog), reading(pack, cache), limit=3, rounds=15)
    catalog.close()
    yield from turning(folder)
    big_profile(folder / "many", CARDS, MANY)
    big_profile(folder / "few", CARDS, FEW)
    progress = (sys.executable, "-m", "tests.bench.sides.progress", str(CARDS))
    with standing(*progress, str(folder / "many")) as ours, standing(*progress, str(folder / "few")) as bare:
        yield Bench(f"Progress with {MANY:,} entries, beside {FEW:,}", ours, bare, limit=1.5, rounds=20)


def turning(folder: Path) -> Iterator[Bench]:
    """From one question of a mock to the next, used up on the disk and painted."""
    command = (sys.executable, "-m", "tests.bench.sides.question")
    place = folder / "turning"
    place.mkdir()
    with standing(*command, "ours", str(place)) as ours, standing(*command, "bare", str(place)) as bare:
        yield Bench(
            "next question on the screen, beside Qt’s own widgets", ours, bare, limit=1.3, rounds=TURNS
        )


def opened(pack: Path, cache: Path) -> Catalog:
    catalog, _ = load([pack], cache, trusted=[pack])
    return catalog


def drawing(catalog: Catalog) -> Side:
    """What beginning a mock asks for: measuring every question, counting the pool, drawing."""
    (mock, *_) = catalog.profiles()
    dice = random.Random(1)

    def drawn() -> float:
        began = time.perf_counter()
        candidates = QuestionPool(catalog).candidates(mock, {})
        supply(candidates, PAPER)
        paper = draw(candidates, PAPER, dict(mock.quotas), dice.getrandbits(32))
        took = (time.perf_counter() - began) * 1000
        assert len(paper) == PAPER
        return took

    return drawn


def reading(pack: Path, cache: Path) -> Side:
    """Reading the same questions from the cache."""

    def read() -> float:
        catalog = opened(pack, cache)
        began = time.perf_counter()
        count = len(catalog.questions())
        took = (time.perf_counter() - began) * 1000
        assert count > QUESTIONS
        catalog.close()
        return took

    return read
