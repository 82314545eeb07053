"""Opening a thousand Hugo pages, against a loop that only reads them and parses their front matter."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import yaml

from studyapp.catalog.load import load
from tests.bench.measure import Bench, Side
from tests.tools.hugo_tree import write_hugo_tree

PAGES = 1000


def benches(folder: Path) -> Iterator[Bench]:
    root = write_hugo_tree(folder / "hugo", PAGES)
    caches = count()
    loop = _timed(lambda: _loop(root))
    first = _timed(lambda: _open(root, folder / f"hugo-cache-{next(caches)}"))
    warm = _timed(lambda: _open(root, folder / "hugo-cache-warm"))
    yield Bench(f"opening {PAGES} Hugo pages, first time", first, loop, limit=3, rounds=7)
    yield Bench(f"opening {PAGES} Hugo pages, warm", warm, loop, limit=0.2, rounds=7)


def _open(root: Path, cache: Path) -> None:
    catalog, problems = load([root], cache)
    assert len(catalog.articles()) == PAGES
    assert not problems
    catalog.close()


def _loop(root: Path) -> None:
    """The least that could be done: read each file, split it, parse its front matter with the C loader."""
    for path in root.rglob("*.md"):
        _, head, _ = path.read_text(encoding="utf-8").split("---\n", 2)
        yaml.load(head, Loader=yaml.CSafeLoader)


def _timed(work: Callable[[], None]) -> Side:
    def side() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000

    return side
