"""Runs every ``bench_*.py`` beside this file, or those named: ``python -m tests.bench [start …]``."""

import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Bench, Result, run


def benches(names: list[str], folder: Path) -> Iterator[Bench]:
    """Each module's benches in turn; a module may tidy up once its last one has run."""
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not names or file.stem.removeprefix("bench_") in names:
            place = folder / file.stem
            place.mkdir()
            yield from import_module(f"tests.bench.{file.stem}").benches(place)


def row(result: Result) -> str:
    verdict = "kept" if result.kept else "TOO SLOW" if result.unit == "ms" else "TOO MUCH"
    return (
        f"{result.name:<44}{result.ours:9.1f}{result.bare:9.1f} {result.unit}"
        f"{result.ratio:8.2f}{result.limit:8.2f}  {verdict}"
    )


def main() -> int:
    results: list[Result] = []
    print(f"{'medians of interleaved runs':<44}{'ours':>9}{'bare':>9}{'ratio':>11}{'limit':>8}")
    with TemporaryDirectory() as folder:
        for bench in benches(sys.argv[1:], Path(folder)):
            results.append(run(bench))
            print(row(results[-1]), flush=True)
            write(results)
    return 0 if all(result.kept for result in results) else 1


def write(results: list[Result]) -> None:
    """Lay the figures so far into the file, so that a bench that breaks takes none of them along."""
    report = {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "benches": [asdict(r) | {"ratio": round(r.ratio, 3), "kept": r.kept} for r in results],
    }
    out = Path("build/bench.json")
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
