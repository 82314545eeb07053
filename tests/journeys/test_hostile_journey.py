"""A pack that reaches for files and hosts, opened in the real window and seen from end to end."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.reading_house import window
from tests.tools.hostile_pack import BAITS, HOST, walk, write_hostile_pack
from tests.tools.opened_files import opened_files
from tests.ui.exam_house import light_theme

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what is opened is watched with Linux's own means")
_OPENING = re.compile(r'\b(?:open|openat|openat2|creat|execve|readlink|readlinkat)\(.*?"([^"]*)"')
_INTERNET = re.compile(r"\bAF_INET6?\b")


@contextmanager
def sockets_asked_for() -> Iterator[list[str]]:
    """What this process does with sockets and names of hosts through Python."""
    found: list[str] = []
    watching = True

    def note(event: str, args: tuple[object, ...]) -> None:
        if watching and event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
            found.append(f"{event} {args}")

    sys.addaudithook(note)  # cannot be taken away again, hence the switch
    try:
        yield found
    finally:
        watching = False


def internet_sockets() -> set[str]:
    """The sockets of this process that are of the internet family."""
    own = {str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()}
    tables = [Path("/proc/self/net") / name for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")]
    lines = [
        line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]
    ]
    return own & {f"socket:[{line[9]}]" for line in lines}


@LINUX
def test_a_hostile_pack_opens_no_file_that_it_names_and_no_socket(
    tmp_path: Path, qtbot: QtBot, qapp: object
) -> None:
    root = write_hostile_pack(tmp_path)
    before = internet_sockets()
    with (
        opened_files(tmp_path / "bait" / name for name in BAITS) as opened,
        sockets_asked_for() as asked,
        window(tmp_path, light_theme(), pack=root) as shown,
    ):
        walk(shown, qtbot.waitUntil)
        assert len(shown.desks.library.catalog.articles()) == 3
    assert opened == []
    assert asked == []
    assert internet_sockets() <= before


@LINUX
def test_the_watch_sees_a_file_that_is_opened(tmp_path: Path) -> None:
    write_hostile_pack(tmp_path)
    with opened_files([tmp_path / "bait" / "bait.md"]) as opened:
        (tmp_path / "bait" / "bait.md").read_bytes()
    assert opened == ["bait.md"]


@LINUX
@pytest.mark.prove
def test_no_system_call_reaches_for_what_a_hostile_pack_names(tmp_path: Path) -> None:
    tracer = shutil.which("strace")
    if tracer is None:
        pytest.skip("strace is not installed, so no system call can be traced (apt-get install strace)")
    log = tmp_path / "trace"
    command = (tracer, "-f", "-s", "400", "-e", "trace=%file,%network", "-o", str(log))
    subprocess.run(
        (*command, sys.executable, "-m", "tests.tools.hostile_pack", str(tmp_path)),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    written = max(at for at, call in enumerate(calls) if "link.png" in call and "symlink" in call)
    calls = calls[written + 1 :]
    assert len(calls) > 1000
    assert [call for call in calls if _INTERNET.search(call)] == []
    assert [call for call in calls if HOST in call] == []
    assert [
        call for call in calls if (found := _OPENING.search(call)) and "bait" in Path(found[1]).name
    ] == []
