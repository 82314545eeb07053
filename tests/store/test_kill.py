"""The program may be killed at any moment: no answer that was acknowledged is lost, and the database always opens."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyapp.store.event import Event
from studyapp.store.profile import open_profile
from tests.tools.clock import Clock
from tests.tools.histories import derived

LINES = "\n3\n\n1\n\n4\n\n2\n" * 20_000
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


def drill_until_killed(profile: Path, content: Path, lines: Path, dice: random.Random) -> list[str]:
    """Drill as fast as the program can, kill it somewhere, and give the acknowledgements that came out."""
    command = [sys.executable, "-m", "studyapp", "--profile", str(profile), "--content", str(content)]
    with (
        lines.open("rb") as typed,
        subprocess.Popen([*command, "drill", "--ahead"], stdin=typed, stdout=subprocess.PIPE) as process,
    ):
        assert process.stdout is not None
        said = process.stdout.readline() if dice.random() < 0.8 else b""  # else it is killed on its way up
        time.sleep(dice.random() ** 2 * 0.3)
        os.kill(process.pid, signal.SIGKILL)
        said += process.stdout.read()
    return [line for line in said.decode().split("\n")[:-1] if line.startswith("saved ")]


def prove(profile: Path, content: Path, folder: Path, kills: int, seed: int) -> int:
    """Kill so often and look after every time, and at the whole log at the end; how many answers were acknowledged."""
    dice, lines, kept = random.Random(seed), folder / "lines", list[Event]()
    lines.write_text(LINES)
    acknowledged = 0
    for _ in range(kills):
        saved = drill_until_killed(profile, content, lines, dice)
        with open_profile(profile, Clock(), dice) as opened:
            since = kept[-1].order + 1 if kept else 0
            fresh = list(opened.ledger.events("review", since=since))
        assert [line(answer) for answer in fresh[: len(saved)]] == [
            " ".join(said.split()[:3]).rstrip(",") for said in saved
        ]
        assert len(saved) <= len(fresh) <= len(saved) + 1
        acknowledged += len(saved)
        kept += fresh
    with open_profile(profile, Clock(), dice) as opened:
        assert list(opened.ledger.events("review")) == kept
        before = derived(opened.ledger)
        opened.ledger.rebuild()
        assert derived(opened.ledger) == before
    return acknowledged


def line(answer: Event) -> str:
    return f"saved {answer.item} {answer.payload['rating']}"


@pytest.mark.oldest
def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(
    profile: Path, small_pack: Path, tmp_path: Path
) -> None:
    assert prove(profile, small_pack, tmp_path, kills=12, seed=1) > 20


@pytest.mark.prove
def test_no_acknowledged_answer_is_lost_over_five_hundred_kills(
    profile: Path, small_pack: Path, tmp_path: Path
) -> None:
    assert prove(profile, small_pack, tmp_path, kills=500, seed=2) > 1000
