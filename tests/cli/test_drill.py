"""Flashcards in the terminal, on the same queue and log as the window."""

import errno
import random
from pathlib import Path

import pytest

from studyapp.store.backup import automatic_backups, read_label
from studyapp.store.profile import open_profile
from tests.cli.running import Outcome, Run, process, runner
from tests.tools.clock import Clock
from tests.tools.packs import BASE, PROOF, SOURCE, write_pack

MARKED = f"""area: events
cards:
  - {{name: list, type: basic, front: "Which\\n\\n- *one*\\n- two", back: "`A` & [b](c)", {PROOF}, {SOURCE}}}
  - {{name: gap, type: cloze, text: "The **band** plays {{{{c1::twice::how often?}}}} a *day*.", {PROOF}, {SOURCE}}}
"""


@pytest.fixture
def run(
    profile: Path, small_pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)
    return runner(profile, small_pack, monkeypatch, capsys)


def saved(outcome: Outcome) -> list[str]:
    return [" ".join(line.split()[:3]).rstrip(",") for line in outcome.lines if line.startswith("saved")]


def answers(profile: Path) -> list[str]:
    with open_profile(profile, Clock(), random.Random(1), read_only=True) as opened:
        return [f"saved {event.item} {event.payload['rating']}" for event in opened.ledger.events("review")]


def test_every_answer_is_acknowledged_and_kept(run: Run, profile: Path) -> None:
    outcome = run("drill", typed="\n4\n\n4\n\n4\n\n4\n")
    assert outcome.code == 0
    assert len(saved(outcome)) == 4
    assert saved(outcome) == answers(profile)
    assert outcome.lines[-1] == "Nothing is left for today."


def test_a_card_shows_its_question_then_its_answer_and_the_intervals(run: Run) -> None:
    lines = run("drill", typed="\n").lines
    assert lines[0].startswith("[1/4] ")
    ratings = "1 again (1 min)  2 hard (6 min)  3 good (10 min)  4 easy ("
    assert any(line.startswith(ratings) for line in lines[2:4])


def test_the_end_of_input_ends_the_drill_without_a_fault(run: Run, profile: Path) -> None:
    assert run("drill").code == 0
    assert run("drill", typed="\n").code == 0
    assert answers(profile) == []


def test_a_limit_stops_after_so_many_answers(run: Run) -> None:
    assert len(saved(run("drill", "--limit", "2", typed="\n4\n" * 9))) == 2
    assert run("drill", "--limit", "0").code == 2


def test_ahead_goes_on_past_todays_plan(run: Run) -> None:
    run("drill", typed="\n4\n" * 9)
    assert saved(run("drill", typed="\n4\n")) == []
    assert len(saved(run("drill", "--ahead", typed="\n4\n" * 3))) == 3


def test_what_is_no_rating_is_asked_again(run: Run, profile: Path) -> None:
    outcome = run("drill", "--limit", "1", typed="\n7\nwhat\n3\n")
    assert len(saved(outcome)) == 1
    assert sum(line.startswith("Type 1, 2, 3 or 4") for line in outcome.lines) == 2


def test_the_last_answer_can_be_taken_back(run: Run, profile: Path) -> None:
    outcome = run("drill", typed="\n4\n\nu\n\n1\nq\n")
    assert "The last answer was taken back." in outcome.lines
    assert [answer[-1] for answer in answers(profile)] == ["1"]
    assert "There is nothing to take back." in run("drill", typed="\nu\n\nu\n\nu\n").out


def test_the_last_answer_can_be_taken_back_before_the_next_card_is_turned(run: Run, profile: Path) -> None:
    outcome = run("drill", typed="\n4\nu\n\n1\nq\n")
    assert "The last answer was taken back." in outcome.lines
    assert [answer[-1] for answer in answers(profile)] == ["1"]


def test_only_an_empty_line_turns_a_card(run: Run, profile: Path) -> None:
    outcome = run("drill", typed="3\n\n4\nq\n")
    assert any(line.startswith("An empty line turns the card over") for line in outcome.lines)
    assert [answer[-1] for answer in answers(profile)] == ["4"]


def test_a_card_is_shown_without_its_markup(tmp_path: Path, profile: Path, run: Run) -> None:
    own = write_pack(tmp_path / "marked", {**BASE, "cards/a.yaml": MARKED})
    outcome = run("--content", str(own), "drill", "--ahead", typed="\n4\n" * 20)
    assert "plays [how often?] a *day*" not in outcome.out
    assert "The band plays [how often?] a day." in outcome.out
    assert "The band plays twice a day." in outcome.out
    assert "Which\n\n  - one\n  - two\n" in outcome.out
    assert "  A & b\n" in outcome.out


def test_every_drill_keeps_a_copy_of_what_it_found(run: Run, profile: Path) -> None:
    for _ in range(3):
        run("drill", "--limit", "1", typed="\n3\n")
    run("stats")
    labels = [read_label(path).entries for path in automatic_backups(profile / "backups")]
    assert labels == [2, 1, 0]


def test_a_backup_that_cannot_be_made_is_told_and_the_drill_goes_on(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("studyapp.study.backup_desk.write_backup", full)
    outcome = run("drill", "--limit", "1", typed="\n3\n")
    assert outcome.err == "studyapp: no backup could be made: the disk is full; free some space\n"
    assert (outcome.code, len(saved(outcome))) == (0, 1)


def test_a_second_writer_is_refused_politely(run: Run, profile: Path) -> None:
    with open_profile(profile, Clock(), random.Random(1)):
        outcome = run("drill", typed="\n3\n")
    assert outcome.code == 2
    assert outcome.err.startswith("studyapp: your progress is in use by another program (process ")
    assert outcome.err.count("\n") == 1


def test_the_real_program_drills_too(profile: Path, small_pack: Path) -> None:
    outcome = process(profile, small_pack, "drill", "--limit", "3", typed="\n3\n\n2\n\n4\n")
    assert (outcome.code, outcome.err) == (0, "")
    assert saved(outcome) == answers(profile)
    assert len(answers(profile)) == 3
