"""How a thing of ours is measured beside the least that Qt can do for it."""

import gc
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

_SMALL_PARENT = (
    "import resource, subprocess, sys;"
    "subprocess.run(sys.argv[1:], check=True);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
Side = Callable[[], float]
"""One measurement: does the thing once and returns what it cost."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Ours against bare Qt; ``limit`` is the highest ratio of the two medians that is allowed.

    With another ``share`` than the half, the costs that so many of the turns do not exceed are compared instead.
    """

    name: str
    ours: Side
    bare: Side
    limit: float
    unit: str = "ms"
    rounds: int = 15
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Result:
    """What both sides of one bench cost: their medians, unless another share of the turns was asked for."""

    name: str
    unit: str
    ours: float
    bare: float
    limit: float
    rounds: int

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def kept(self) -> bool:
        return self.ratio <= self.limit


def run(bench: Bench) -> Result:
    """Measure both sides in turns, so that a busy machine slows both; the first turn only warms up."""
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(bench.rounds + 1):
        sides = [(bench.ours, ours), (bench.bare, bare)]
        for side, costs in sides if turn % 2 else reversed(sides):
            costs.append(side())
    our_cost, bare_cost = (_quantile(costs[1:], bench.share) for costs in (ours, bare))
    return Result(bench.name, bench.unit, our_cost, bare_cost, bench.limit, bench.rounds)


def _quantile(costs: list[float], share: float) -> float:
    """The cost that so large a share of the turns does not exceed."""
    return median(costs) if share == 0.5 else sorted(costs)[math.ceil(share * len(costs)) - 1]


def start(*command: str) -> Side:
    """Milliseconds from starting a process until it prints ``usable``."""
    return lambda: _process(command)


def peak_memory(*command: str) -> Side:
    """The most memory, in megabytes, that a process ever held until it ended.

    A small process starts it, because Linux counts what the starting process holds as the started one's.
    """

    def side() -> float:
        starting = (sys.executable, "-S", "-c", _SMALL_PARENT, *command)
        said = subprocess.run(starting, capture_output=True, text=True, check=True).stdout
        return int(said.split()[-1]) / 1024

    return side


@contextmanager
def standing(*command: str) -> Iterator[Side]:
    """A process that stays: for each line on standard input it does the thing once and prints what it cost."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        question, answer = process.stdin, process.stdout
        assert question is not None
        assert answer is not None

        def ask() -> float:
            question.write("\n")
            question.flush()
            return float(answer.readline())

        yield ask
        question.close()


def serve(side: Side) -> None:
    """The other end of ``standing``, with which a script ends."""
    gc.freeze()  # as the window does once it is painted
    for _ in sys.stdin:
        print(side(), flush=True)


def _process(command: tuple[str, ...]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        process.stdout.read()
    if line != "usable\n" or process.returncode:
        raise RuntimeError(f"{' '.join(command)} printed {line!r} and ended with {process.returncode}")
    return took
