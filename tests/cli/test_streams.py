"""Whatever the terminal is like: closed streams, few letters, a full disk, a key that interrupts – never a traceback."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.__main__ import main as window_main
from studyapp.cli.letters import NEAREST
from studyapp.cli.main import main
from studyapp.cli.outcome import plain
from studyapp.store.profile import open_profile
from tests.tools.clock import Clock

posix = pytest.mark.skipif(sys.platform == "win32", reason="the shell and signals are those of POSIX")
ZONE = "studyapp: the time zone (TZ) lies a day or more from UTC, where no clock can be; times are those of UTC\n"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line.replace("studyapp", f'"{sys.executable}" -m studyapp')],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@posix
@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(streams: str, profile: Path) -> None:
    done = shell(f"studyapp log {streams}")
    assert (done.returncode, done.stderr) == (0, "")


@posix
def test_the_help_of_the_tour_does_not_mind_a_closed_output(profile: Path) -> None:
    done = shell("studyapp tour -h >&-")
    assert (done.returncode, done.stderr) == (0, "")


@posix
def test_a_reader_that_goes_away_is_no_fault(started: Path) -> None:
    done = shell("studyapp show six-roles | head -1")
    assert (done.stdout, done.stderr) == ("Six roles side by side\n", "")


@posix
def test_a_tour_without_a_reader_ends_as_silently(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def walk(*_: object) -> int:
        print("one\n" * 99_999)
        return 0

    reading, writing = os.pipe()
    os.close(reading)
    monkeypatch.setattr("studyapp.app.take_tour", walk)
    with open(writing, "w", encoding="utf-8") as gone:  # noqa: PTH123 - a pipe has no path
        monkeypatch.setattr("sys.stdout", gone)
        assert window_main(["tour", "--out", str(tmp_path)]) == 2
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_cannot_be_written_is_told_once(started: Path) -> None:
    for line, unbuffered in (
        ("studyapp show six-roles", ""),
        ("studyapp --version", "1"),
        ("studyapp stats -h", ""),
        ("studyapp tour -h", "1"),
    ):
        done = shell(f"{line} > /dev/full", PYTHONUNBUFFERED=unbuffered)
        assert (done.returncode, done.stderr) == (2, "studyapp: the disk is full; free some space\n")


@pytest.mark.skipif(sys.platform != "linux", reason="Qt asks for a locale with all letters there")
@pytest.mark.parametrize("locale", ["C", "xx_XX.UTF-8"])
def test_the_window_needs_no_locale(locale: str, started: Path) -> None:
    done = shell("studyapp --bench-exit-when-usable", LC_ALL=locale)
    assert (done.stdout, done.stderr) == ("usable\n", "")


@posix
def test_a_terminal_without_typographic_marks_gets_plain_ones(started: Path) -> None:
    done = shell("studyapp show six-roles", **ASCII)
    assert done.returncode == 0
    assert "company's hierarchy" in done.stdout
    assert "\\u" not in done.stdout


@posix
@pytest.mark.parametrize("zone", ["XXX-25", "XXX+23:59YYY+24"])
def test_a_zone_a_day_from_utc_is_told_and_loses_no_answer(zone: str, started: Path) -> None:
    done = shell("printf '\\n3\\n' | studyapp drill --limit 1", TZ=zone)
    assert (done.returncode, done.stderr) == (0, ZONE)
    assert "\nsaved" in done.stdout
    with open_profile(started, Clock(), random.Random(1), read_only=True) as opened:
        assert len(list(opened.ledger.events("review"))) == 1


def test_a_letter_without_a_likeness_becomes_an_escape(profile: Path) -> None:
    main(["log"])
    assert "“π”…".encode("ascii", NEAREST) == b'"\\u03c0"...'
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", NEAREST)


def test_what_is_no_character_is_shown_as_such() -> None:
    assert plain("a\udcffb\x1b[31m\u202e") == "a?b[31m"


@pytest.fixture
def heeded() -> Iterator[None]:
    """Programs started from here heed the key that interrupts, even where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@posix
@pytest.mark.usefixtures("heeded")
def test_interrupting_the_drill_ends_it_quietly_and_keeps_the_answers(started: Path) -> None:
    command = [sys.executable, "-m", "studyapp", "drill"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as drill:
        assert drill.stdin is not None
        assert drill.stdout is not None
        assert drill.stderr is not None
        drill.stdin.write("\n3\n")
        drill.stdin.flush()
        while not drill.stdout.readline().startswith("saved"):
            pass
        drill.send_signal(signal.SIGINT)
        assert (drill.wait(), drill.stderr.read()) == (2, "")
    with open_profile(started, Clock(), random.Random(1), read_only=True) as opened:
        assert len(list(opened.ledger.events("review"))) == 1


WHILE_LOADING = """
import sys


class Interrupting:
    def find_spec(self, name, *_):
        if name == "studyapp.preferences":
            raise KeyboardInterrupt


sys.meta_path.insert(0, Interrupting())
from studyapp.__main__ import main
"""
WHERE_NOTHING_CAN_BE_RAISED = """
import os, signal, sys, weakref
from studyapp.cli import rebuild


class Thing:
    pass


def interrupted(args):
    thing = Thing()
    beside = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))
    del thing
    for line in sys.stdin:
        raise AssertionError
    return 0


rebuild.run = interrupted
sys.argv = ["studyapp", "rebuild"]
from studyapp.__main__ import main
raise SystemExit(main())
"""
WHILE_ENDING = """
import atexit, os, signal, sys
from studyapp.__main__ import main

atexit.register(os.kill, os.getpid(), signal.SIGINT)
sys.argv = ["studyapp", "--version"]
raise SystemExit(main())
"""


@posix
@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize(("code", "said"), [(WHILE_LOADING, ""), (WHILE_ENDING, "studyapp ")])
def test_interrupting_the_start_or_the_end_ends_it_without_a_word(code: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")
    assert done.stdout.startswith(said)


@posix
@pytest.mark.usefixtures("heeded")
def test_an_interrupt_where_nothing_can_be_raised_is_not_lost(profile: Path) -> None:
    command = [sys.executable, "-c", WHERE_NOTHING_CAN_BE_RAISED]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        assert (program.wait(10), program.stderr.read()) == (2, "")


def test_a_fault_of_ours_is_one_line_and_the_log_file_has_the_rest(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("studyapp.store.profile.open_profile", fail)
    assert main(["log"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("studyapp: this could not be carried out; the fault is in this program")
    assert said.count("\n") == 1
    assert "on purpose" in (profile / "log" / "studyapp.log").read_text(encoding="utf-8")
