"""A keystroke in the search over 10,000 articles, against the engine's own query and a bare list; and how it grows."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_start import BARE
from tests.bench.measure import Bench, peak_memory, standing
from tests.tools.large_pack import ARTICLES, write_large_pack

COMMAND = (sys.executable, "-m", "tests.bench.sides.search")
ROUNDS = 104
"""Twice what is typed."""


def benches(folder: Path) -> Iterator[Bench]:
    many, few = folder / "many", folder / "few"
    write_large_pack(many / "pack", ARTICLES)
    write_large_pack(few / "pack", ARTICLES // 10)
    typing = "a keystroke in the search: 10,000 articles"
    with standing(*COMMAND, "ours", str(many)) as ours:
        with standing(*COMMAND, "bare", str(many)) as bare:
            yield Bench(typing, ours, bare, limit=2.0, rounds=ROUNDS)
            yield Bench(f"{typing}, 99th percentile", ours, bare, limit=2.0, rounds=ROUNDS, share=0.99)
        opening = peak_memory(*COMMAND, "open", str(many))
        yield Bench("peak memory, 10,000 articles open", opening, peak_memory(*BARE), 2.5, "MB", rounds=5)
        with standing(*COMMAND, "ours", str(few)) as small:
            yield Bench(f"{typing}, against 1,000", ours, small, limit=3.0, rounds=ROUNDS)
