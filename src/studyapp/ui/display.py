"""Is there a display to open a window on? Asked before Qt is loaded, which ends the program where there is none.

A server on this computer is asked by a word in its own protocol, which takes less than a thousandth of a second.
Everything out of the ordinary is tried with Qt itself, in a process of its own.
"""

import os
import sys
from typing import Final, NamedTuple

_NEEDS_NONE: Final = ("offscreen", "minimal", "vnc")
_OF_XCB: Final = (
    *("libxkbcommon-x11.so.0", "libX11-xcb.so.1"),
    *(
        f"libxcb-{name}.so.0"
        for name in ("cursor", "image", "randr", "render", "render-util", "shape", "shm")
    ),
    *(
        "libxcb-icccm.so.4",
        "libxcb-keysyms.so.1",
        "libxcb-sync.so.1",
        "libxcb-xfixes.so.0",
        "libxcb-xkb.so.1",
    ),
)
"""What Qt loads for an X server and for nothing else."""
_OF_WAYLAND: Final = ("libwayland-client.so.0", "libwayland-cursor.so.0")
_FOLDERS: Final = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
"""Where the libraries of most systems lie; where they lie elsewhere, Qt itself finds out."""
_PATIENCE = 1.0
"""Seconds in which a server on this computer answers; a slower one is tried."""
_SYNC = b"".join(number.to_bytes(4, sys.byteorder) for number in (1, 12 << 16, 2))
"""Wayland: have it answer at once, ``wl_display.sync``."""
_COOKIE = b"MIT-MAGIC-COOKIE-1"


class Missing(NamedTuple):
    """Why no window can be opened, in one line; ``details`` is what Qt says of it, for a developer."""

    line: str
    details: str = ""


def missing_display() -> Missing | None:
    """Why no window can be opened; None when one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform in ("win32", "darwin", "cygwin") or platform in _NEEDS_NONE:
        return None
    wayland = _wayland() if platform in ("", "wayland") else False
    if wayland and not _missing(_OF_WAYLAND):
        return None
    x11 = _x11(os.environ.get("DISPLAY", "")) if platform in ("", "xcb") else False
    if x11 and not _missing(_OF_XCB) and "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ:
        if wayland is False and "WAYLAND_DISPLAY" in os.environ:
            os.environ["QT_QPA_PLATFORM"] = "xcb"  # Qt would try Wayland in vain and complain of it
        return None
    if platform in ("", "wayland", "xcb") and wayland is x11 is False:
        return Missing(f"no display to open a window on; {_TERMINAL}")
    from studyapp.ui.display_trial import what_qt_says

    said = what_qt_says()
    return Missing(_why(platform, answers=bool(wayland or x11)), said) if said else None


_TERMINAL: Final = "`studyapp --help` lists what works in a terminal"


def _why(platform: str, *, answers: bool) -> str:
    lacking = _missing(_OF_XCB)
    if answers and lacking:
        from studyapp.ui.qt_needs import library_missing

        return library_missing(lacking)
    if platform not in ("", "wayland", "xcb"):
        return f"no window can be opened with QT_QPA_PLATFORM={platform}; {_TERMINAL}"
    names = (os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return f"no window can be opened on the display {' or '.join(filter(None, names))}; {_TERMINAL}"


def _missing(libraries: tuple[str, ...]) -> str:
    """The first library that lies in none of the usual places; empty when all are there, or came with the program."""
    if getattr(sys, "frozen", False):
        return ""
    for name in libraries:
        if not any(os.path.exists(f"{folder}/{name}") for folder in _FOLDERS):  # noqa: PTH110 - far quicker
            return name
    return ""


def _wayland() -> bool | None:
    """Whether a Wayland server answers; None when it is there and does not, False when nothing is."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", "/"), name)  # noqa: PTH118 - far quicker
    return _answers(path, _SYNC) if name else False


def _x11(display: str) -> bool | None:
    """Whether an X server lets us in; None when that is uncertain, as on another machine, False when none is there."""
    host, _, rest = display.partition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return None
    path = f"/tmp/.X11-unix/X{number}"
    hello = _hello(_cookie(number.encode()))
    abstract = _answers(f"\0{path}", hello, b"\1")
    return _answers(path, hello, b"\1") if abstract is False else abstract


def _answers(path: str, word: bytes, wanted: bytes = b"") -> bool | None:
    """Whether a server on this computer answers a word, with the byte wanted if any is; False when none is there."""
    import _socket  # the plain `socket` costs every start some milliseconds for names not needed here

    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    line.settimeout(_PATIENCE)
    try:
        line.connect(path)
    except OSError:
        line.close()
        return False
    try:
        line.sendall(word)
        first = line.recv(1)
    except OSError:
        first = b""
    if first and wanted in (b"", first):
        line.detach()  # left open until the end: an X server that loses its last client begins anew
        return True
    line.close()
    return None


def _hello(cookie: bytes) -> bytes:
    """The word with which a connection to an X server begins: byte order, version 11.0, and who may come in."""
    name = _COOKIE if cookie else b""
    order = b"l\0" if sys.byteorder == "little" else b"B\0"
    numbers = (11, 0, len(name), len(cookie), 0)
    head = order + b"".join(number.to_bytes(2, sys.byteorder) for number in numbers)
    return head + b"".join(part + bytes(-len(part) % 4) for part in (name, cookie))


def _cookie(number: bytes) -> bytes:
    """What lets this user in on a display of this computer, from the file in which X keeps it; empty without one."""
    file = os.environ.get("XAUTHORITY") or os.path.expanduser("~/.Xauthority")  # noqa: PTH111 - far quicker
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - far quicker
            left = opened.read(1 << 16)
    except OSError:
        return b""
    here = os.uname().nodename.encode()
    while left:
        family, parts = left[:2], []
        left = left[2:]
        for _ in range(4):  # each with its length before it: address, number, name, data
            end = 2 + int.from_bytes(left[:2], "big")
            parts.append(left[2:end])
            left = left[end:]
        ours = family == b"\xff\xff" or (family == b"\1\0" and parts[0] == here)
        if ours and parts[1] in (b"", number) and parts[2] == _COOKIE:
            return parts[3]
    return b""
