"""Sits a paper in a process of its own and says after each step what is durable by now; killed by its parent."""

import json
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from studyapp.ids import ItemId
from studyapp.study.exam_values import ExamView
from tests.tools.clock import Clock
from tests.ui.exam_house import house


def told(step: str, view: ExamView | None) -> None:
    """Acknowledge a step: from here on it must survive anything."""
    said: dict[str, object] = {"step": step}
    if view is not None:
        said |= {
            "number": view.number,
            "chosen": sorted(view.chosen),
            "flags": view.flags,
            "answered": view.answered,
        }
        said |= {
            "question": view.question.id if view.question else "",
            "elapsed": view.elapsed.total_seconds(),
        }
    print(json.dumps(said), flush=True)


def main(folder: Path, pack: Path, seed: int) -> None:
    """One sitting after another until the process is killed."""
    dice = random.Random(seed)
    clock = Clock(datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(days=seed))
    with house(folder, pack, clock) as desks:
        exams = desks.exams
        while True:
            if exams.running():
                exams.resume()
            else:
                exams.begin(ItemId("p/exam/mock"))
            told("shown", exams.view())
            for _ in range(40):
                clock.tick(seconds=1)
                exams.look()
                view = exams.view()
                if view is None:
                    break
                match dice.randrange(3):
                    case 0:
                        exams.go(dice.randint(1, view.count))
                    case 1:
                        exams.choose(frozenset(dice.sample(range(4), dice.randint(0, 2))))
                    case _:
                        exams.flag()
                told("saved", exams.view())
            if exams.running():
                exams.hand_in()
            told("handed in", None)


def write(folder: Path, pack: Path, seed: int) -> None:
    """Write one answer key by key until the process is killed; now and then a pause lets the log have it."""
    dice = random.Random(seed)
    with house(folder, pack, Clock()) as desks:
        exams = desks.exams
        exams.begin(ItemId("p/exam/words"))
        words = ""
        while True:
            words += dice.choice("abc äß .\n")
            exams.jot(words)
            if dice.random() < 0.05:
                exams.write(words)
            print(json.dumps({"words": words}), flush=True)


def wait(folder: Path, pack: Path, seed: int) -> None:
    """Look at one question until the process is killed."""
    clock = Clock()
    with house(folder, pack, clock) as desks:
        desks.exams.begin(ItemId("p/exam/mock"))
        while (glance := desks.exams.look()) is not None:
            print(json.dumps({"elapsed": glance.elapsed.total_seconds()}), flush=True)
            clock.tick(seconds=0.25)


if __name__ == "__main__":
    step = {"write": write, "wait": wait}.get(sys.argv[-1], main)
    step(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
