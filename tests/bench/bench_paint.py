"""From a rating until the answer is durable and the next card painted, beside a bare commit and a bare text browser."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing
from tests.tools.many_cards import kept_profile

SIZES = ((10_000, 100_000, 1.5), (100_000, 1_000_000, 1.3))
"""Cards, entries in the log, and what it may cost beside the bare one."""


def benches(folder: Path) -> Iterator[Bench]:
    for cards, entries, limit in SIZES:
        long = kept_profile(folder.parent, cards, entries)
        command = (sys.executable, "-m", "tests.bench.sides.card")
        with (
            standing(*command, "ours", str(long), str(cards)) as ours,
            standing(*command, "bare", str(long), str(cards)) as bare,
        ):
            name = f"rating until the next card is painted: {cards:,} cards"
            yield Bench(name, ours, bare, limit=limit, rounds=60)
