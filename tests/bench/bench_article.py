"""Switching to another article until painted, against a bare QTextBrowser that is given the same finished HTML."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing
from tests.tools.long_articles import write_long_pack

SIZES = (5_000, 50_000, 400_000)


def benches(folder: Path) -> Iterator[Bench]:
    write_long_pack(folder / "pack", SIZES)
    for size in SIZES:
        command = (sys.executable, "-m", "tests.bench.sides.article")
        with (
            standing(*command, "ours", str(folder), str(size)) as ours,
            standing(*command, "bare", str(folder), str(size)) as bare,
        ):
            name = f"another article of {size // 1000} kB until painted"
            yield Bench(name, ours, bare, limit=1.2, rounds=15 if size < 100_000 else 9)
