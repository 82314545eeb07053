"""Where no window can be opened, the program says so in one line, and Qt says nothing."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from studyapp.ui.display import missing_display

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is always a display")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def serve(path: str, answer: bytes, heard: list[bytes] | None = None) -> socket.socket:
    """A server that answers its first caller."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()

    def once() -> None:
        caller, _ = server.accept()
        with caller:
            (heard if heard is not None else []).append(caller.recv(100))
            caller.sendall(answer)

    threading.Thread(target=once, daemon=True).start()
    return server


def started(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "studyapp", "--profile", str(tmp_path)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=dict(os.environ) | environment
    )


def test_without_any_it_is_missing() -> None:
    missing = missing_display()
    assert missing is not None
    assert "no display" in missing.line


@pytest.mark.parametrize("display", [":7341", "unix:7341", "nonsense", ":"])
def test_a_server_that_does_not_answer_is_none(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert missing_display()


def test_offscreen_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=1x1")
    assert not missing_display()


def test_wayland_counts_when_its_server_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", ".")
    monkeypatch.setattr("studyapp.ui.display._OF_WAYLAND", ())
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind("wayland-0")
    assert missing_display()
    Path("wayland-0").unlink()
    with serve("wayland-0", bytes(12)):
        assert not missing_display()


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no files are of Linux")
def test_an_x_server_is_shown_the_cookie_of_its_display(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number, heard = str(os.getpid() + 10_000), list[bytes]()
    parts = (
        (b"elsewhere", b"1", b"MIT-MAGIC-COOKIE-1", b"no"),
        (b"", number.encode(), b"MIT-MAGIC-COOKIE-1", b"yes"),
    )
    entries = (b"\xff\xff" + b"".join(len(p).to_bytes(2, "big") + p for p in entry) for entry in parts)
    (tmp_path / "kept").write_bytes(b"".join(entries))
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "kept"))
    monkeypatch.setenv("DISPLAY", f":{number}.0")
    monkeypatch.setattr("studyapp.ui.display._OF_XCB", ())
    with serve(f"\0/tmp/.X11-unix/X{number}", b"\1", heard):
        assert not missing_display()
    assert heard[0][2:4] == (11).to_bytes(2, sys.byteorder)
    assert heard[0].endswith(b"MIT-MAGIC-COOKIE-1\0\0yes\0")


@pytest.mark.parametrize("kept", [b"", b"\1", b"\xff\xff\0\1", b"\xff\xff" * 99, bytes(range(256))])
def test_a_damaged_file_of_cookies_holds_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: bytes
) -> None:
    (tmp_path / "kept").write_bytes(kept)
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "kept"))
    monkeypatch.setenv("DISPLAY", ":7341")
    assert missing_display()


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"DISPLAY": "localhost:7341.0"}, "the display localhost:7341.0;"),
        ({"QT_QPA_PLATFORM": "linuxfb"}, "QT_QPA_PLATFORM=linuxfb;"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM=nonsense;"),
    ],
)
def test_what_is_out_of_the_ordinary_is_tried_and_qt_speaks_to_the_log_file_alone(
    environment: dict[str, str], named: str, tmp_path: Path
) -> None:
    ended = started(tmp_path, **environment)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert ended.stderr.startswith("studyapp: no window can be opened")
    assert named in ended.stderr
    assert "Qt" not in ended.stderr.replace("QT_", "")
    assert (tmp_path / "log" / "studyapp.log").read_text("utf-8").count("\n") > 0


def test_a_server_that_answers_without_qts_libraries_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.ui.display._x11", lambda _: True)
    monkeypatch.setattr("studyapp.ui.display._FOLDERS", ())
    monkeypatch.setattr("studyapp.ui.display_trial.what_qt_says", lambda: "even though it was found")
    missing = missing_display()
    assert missing is not None
    assert "Qt needs libxkbcommon-x11.so.0, which is missing here" in missing.line
    assert missing.details == "even though it was found"
    monkeypatch.setattr("studyapp.ui.display_trial.what_qt_says", lambda: "")
    assert missing_display() is None  # they lie elsewhere


def test_the_program_says_so_in_one_line_and_ends_with_2(tmp_path: Path) -> None:
    ended = started(tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("studyapp: no display")
