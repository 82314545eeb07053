"""Is there a display to open a window on? Asked before Qt is loaded, which ends the program where there is none."""

import os
import sys
from pathlib import Path

_NEEDS_NONE = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def missing_display() -> str:
    """Why no window can be opened, in one line; empty when one can."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _NEEDS_NONE or _wayland() or _x11(os.environ.get("DISPLAY", "")):
        return ""
    return "no display to open a window on; `studyapp --help` lists what works in a terminal"


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _x11(display: str) -> bool:
    """Whether an X server answers; one on another machine is taken at its word."""
    host, _, rest = display.partition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True
    import _socket  # the plain `socket` costs every start some milliseconds for names not needed here

    path = f"/tmp/.X11-unix/X{number}"
    for address in (f"\0{path}", path):
        line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            line.connect(address)
        except OSError:
            continue
        else:
            return True
        finally:
            line.close()
    return False
