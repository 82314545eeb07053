"""A sitting that is killed at any step has lost nothing that was acknowledged."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from studyapp.ids import ItemId
from studyapp.store.exam_rows import shown_in_exams
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

ROOT = Path(__file__).parents[2]


def killed(folder: Path, pack: Path, seed: int, after: int, *how: str) -> list[dict[str, Any]]:
    """Run a sitting, kill it after so many acknowledgements and a little more; what had been acknowledged."""
    command = [sys.executable, "-m", "tests.study.exam_child", str(folder), str(pack), str(seed), *how]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith("}\n")]


def check(folder: Path, pack: Path, told: list[dict[str, Any]]) -> None:
    with house(folder, pack, Clock()) as desks:
        shown = {line["question"] for line in told if line.get("question")}
        assert shown <= set(shown_in_exams(desks.ledger))
        last = told[-1]
        view = desks.exams.view()
        if last["step"] == "handed in":
            assert view is None or not any(view.answered)
        elif view is not None:
            answered = [now for was, now in zip(last["answered"], view.answered, strict=True) if was != now]
            flagged = [now for was, now in zip(last["flags"], view.flags, strict=True) if was != now]
            assert len(answered) + len(flagged) <= 1, "more than the step in flight differs"
            assert 0 <= view.elapsed.total_seconds() - last["elapsed"] <= 2


def run(tmp_path: Path, rounds: int, seed: int) -> None:
    folder, pack = tmp_path / "profile", write_pack(tmp_path / "p", held=400)
    dice = random.Random(seed)
    for number in range(rounds):
        told = killed(folder, pack, number, dice.randint(1, 60))
        assert told
        check(folder, pack, told)


def test_a_killed_sitting_loses_at_most_the_step_in_flight(tmp_path: Path) -> None:
    run(tmp_path, rounds=3, seed=1)


@pytest.mark.prove
def test_a_hundred_kills_lose_at_most_the_step_in_flight(tmp_path: Path) -> None:
    run(tmp_path, rounds=100, seed=2)


def test_an_answer_that_was_being_written_loses_at_most_the_key_in_flight(tmp_path: Path) -> None:
    folder, pack = tmp_path / "profile", write_pack(tmp_path / "p")
    told = killed(folder, pack, 1, 25, "write")
    with house(folder, pack, Clock()) as desks:
        view = desks.exams.view()
        assert view is not None
        assert view.words.startswith(told[-1]["words"])
        assert len(view.words) <= len(told[-1]["words"]) + 1
    with house(folder, pack, Clock()) as again:
        kept = again.exams.view()
        assert kept is not None
        assert kept.words == view.words


def test_a_draft_of_another_paper_or_without_sense_is_passed_over(tmp_path: Path) -> None:
    folder, pack = tmp_path / "profile", write_pack(tmp_path / "p")
    with house(folder, pack, Clock()) as desks:
        desks.exams.begin(ItemId("p/exam/words"))
        desks.exams.write("mine")
        desks.exams.pause()
    for text in ("", "[]", '{"attempt": "other", "elapsed_ms": 9000, "number": 0, "words": "not mine"}'):
        (folder / "exam-draft.json").write_text(text, "utf-8")
        with house(folder, pack, Clock()) as desks:
            view = desks.exams.view()
            assert view is not None
            assert view.words == "mine"


def test_a_killed_program_gives_no_more_than_a_second_of_time_back(tmp_path: Path) -> None:
    folder, pack = tmp_path / "profile", write_pack(tmp_path / "p")
    told = killed(folder, pack, 1, 37, "wait")
    with house(folder, pack, Clock()) as desks:
        view = desks.exams.view()
        assert view is not None
        assert view.elapsed.total_seconds() > told[-1]["elapsed"] - 1
        assert view.standing_still


def test_a_second_paper_keeps_its_own_seconds(tmp_path: Path) -> None:
    clock, folder, pack = Clock(), tmp_path / "profile", write_pack(tmp_path / "p")
    with house(folder, pack, clock) as desks:
        for seconds in (90, 7):
            desks.exams.begin(ItemId("p/exam/mock"))
            for _ in range(seconds):
                clock.tick(seconds=1)
                desks.exams.look()
            if seconds == 90:
                desks.exams.hand_in()
        desks.__dict__.pop("exams")
        view = desks.exams.view()
        assert view is not None
        assert view.elapsed.total_seconds() == 7
