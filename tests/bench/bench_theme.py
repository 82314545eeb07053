"""Switching the theme until painted, beside a palette on as many plain widgets and a bare setHtml."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Bench, standing
from tests.tools.long_articles import write_long_pack

SIZE = 5_000


def benches(folder: Path) -> Iterator[Bench]:
    write_long_pack(folder / "pack", (SIZE,))
    command = (sys.executable, "-m", "tests.bench.sides.theme")
    with (
        standing(*command, "ours", str(folder), str(SIZE)) as ours,
        standing(*command, "bare", str(folder), str(SIZE)) as bare,
    ):
        yield Bench("switching the theme until painted", ours, bare, limit=1.5, rounds=21)
