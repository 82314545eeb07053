"""From a rating until the answer is durable and the next card painted, beside a bare commit and a bare text browser."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing
from tests.tools.many_cards import big_profile

CARDS, ENTRIES = 10_000, 100_000


def benches(folder: Path) -> Iterator[Bench]:
    big = folder / "painted"
    big_profile(big, CARDS, ENTRIES)
    command = (sys.executable, "-m", "tests.bench.sides.card")
    with (
        standing(*command, "ours", str(big), str(CARDS)) as ours,
        standing(*command, "bare", str(big), str(CARDS)) as bare,
    ):
        name = f"rating until the next card is painted: {CARDS:,} cards"
        yield Bench(name, ours, bare, limit=1.5, rounds=60)
