"""Tries in a process of its own whether Qt can open a display: where it cannot, it ends its process with an abort."""

import os
import signal
import time
from contextlib import suppress
from tempfile import TemporaryFile

PATIENCE = 20.0
"""Seconds that a display on another machine may take to answer."""


def what_qt_says() -> str:
    """What Qt says when it cannot open a display; empty when it can, or cannot even be loaded.

    No thread may run yet, and Qt may not be loaded.
    """
    with TemporaryFile() as said:
        child = os.fork()
        if not child:
            _try(said.fileno())
        status = _end_of(child)
        said.seek(0)
        text = said.read().decode(errors="replace").strip()
    return (text or f"Qt ended with status {status}") if status else ""


def _try(output: int) -> None:
    """Open the display as the window would, and end this process."""
    import resource

    code = 0
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort is expected, and no dump of it is wanted
        os.dup2(output, 1)
        os.dup2(output, 2)
        with suppress(ImportError):  # told when Qt is loaded in earnest
            from PySide6.QtGui import QGuiApplication

            app = QGuiApplication(["studyapp"])
            code = int(
                app.primaryScreen() is None
            )  # as where there is no frame buffer: the first window aborts
    finally:
        os._exit(code)


def _end_of(child: int) -> int:
    """How a process ended; one that takes too long is ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
