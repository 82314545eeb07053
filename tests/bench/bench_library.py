"""A keystroke in the filter of a library of 10,000 articles, against filtering their titles and repainting a list."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing

COMMAND = (sys.executable, "-m", "tests.bench.sides.library")


def benches(folder: Path) -> Iterator[Bench]:
    for what in ("by topic", "by tag"):
        with standing(*COMMAND, "ours", what) as ours, standing(*COMMAND, "bare", what) as bare:
            yield Bench(
                f"a keystroke in the filter: 10,000 articles, {what}", ours, bare, limit=2.0, rounds=40
            )
