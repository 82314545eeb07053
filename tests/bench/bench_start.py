"""Starting the program until its first page can be used, against a bare window."""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.bench.measure import Bench, peak_memory, start
from tests.tools.many_cards import kept_profile

BARE = (sys.executable, str(Path(__file__).parent / "bare" / "window.py"))
OURS = (str(Path(sys.executable).with_name("studyapp")), "--bench-exit-when-usable", "--profile")
CARDS, ENTRIES = 100_000, 1_000_000


def benches(folder: Path) -> Iterator[Bench]:
    used = str(folder / "used")
    start(*OURS, used)()
    numbers = count()

    def first_start() -> float:
        return start(*OURS, str(folder / f"fresh-{next(numbers)}"))()

    bare = start(*BARE)
    yield Bench("warm start until Today can be used", start(*OURS, used), bare, limit=1.5)
    yield Bench("first start ever", first_start, bare, limit=3)
    long = str(kept_profile(folder.parent, CARDS, ENTRIES))
    start(*OURS, long)()
    name = f"start on {CARDS:,} cards and {ENTRIES:,} entries, beside an empty one"
    yield Bench(name, start(*OURS, long), start(*OURS, used), limit=1.15)
    yield Bench("peak memory", peak_memory(*OURS, used), peak_memory(*BARE), limit=1.8, unit="MB")
