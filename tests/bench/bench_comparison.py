"""A comparison of 12 columns × 2,000 rows, opened and scrolled, against a bare QTableView on the same cells."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing

COMMAND = (sys.executable, "-m", "tests.bench.sides.comparison")


def benches(folder: Path) -> Iterator[Bench]:
    for what, rounds in (("open", 11), ("scroll", 300)):
        with standing(*COMMAND, "ours", what) as ours, standing(*COMMAND, "bare", what) as bare:
            name = {"open": "a comparison of 12 × 2,000 opened", "scroll": "the same scrolled by a frame"}[
                what
            ]
            yield Bench(name, ours, bare, limit=1.3, rounds=rounds)
