"""Renders the text of others in a process that can be killed: Markdown can be written that never ends."""

import json
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import IO, Any, Final

from studyapp.catalog.article import Rendered
from studyapp.catalog.codec import decoded

SECONDS: Final = 3.0
"""The most that a text may take."""
SECONDS_TO_START: Final = 60.0
LONG: Final = 100_000
"""Every further so many characters buy an honest text one more second."""
WORKER_FLAG: Final = "--render-worker"
"""How a frozen program is told to be the worker; ``__main__`` looks for it before all else."""

TOO_SLOW: Final = "This text was not laid out: that took too long. It is shown as written."
TOO_MUCH: Final = (
    "This text was not laid out: it needs more memory or nesting than is allowed. It is shown as written."
)
ENDED: Final = (
    "This text was not laid out: the process that does it was ended from outside. It is shown as written; opening the"
    " article again tries once more."
)


class _End(Enum):
    """Why there is no answer: time ran out, the worker refused the text, or somebody else ended the worker."""

    SLOW = TOO_SLOW
    REFUSED = TOO_MUCH
    LOST = ENDED


class RenderProcess:
    """One worker, started when it is first needed and again after it was killed. Threads take turns."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._turn = threading.Lock()
        self._running: list[subprocess.Popen[bytes]] = []
        self._end = weakref.finalize(self, _end_all, self._running)

    def close(self) -> None:
        """End the worker."""
        with self._turn:
            _end_all(self._running)

    def render(self, text: str, path: str, title: str, page: Mapping[str, Any]) -> tuple[Rendered, bool]:
        """The article, or its plain text with the reason why it is cut; and whether that will be so again.

        What was cut because time ran out is cut the next time; what a lack of memory or a kill from outside did is not.
        """
        request = json.dumps([text, path, title, dict(page)]).encode("ascii")
        seconds = self._seconds + max(0, len(text) - LONG) / LONG
        with self._turn:
            answer = self._asked(request, seconds)
            if answer is _End.LOST:  # the text need not be to blame
                answer = self._asked(request, seconds)
        if isinstance(answer, bytes):
            return decoded(Rendered, json.loads(answer)), True
        from studyapp.catalog.render import cut

        return cut(text, answer.value), answer is _End.SLOW

    def _asked(self, request: bytes, seconds: float) -> bytes | _End:
        """The worker's answer, or why there is none. Starting it does not count."""
        if not self._running:
            nothing = json.dumps(["", "a.md", "", {}]).encode("ascii")
            if not isinstance(self._timed(self._started(), nothing, SECONDS_TO_START), bytes):
                return _End.LOST
        return self._timed(self._running[0], request, seconds)

    def _timed(self, worker: "subprocess.Popen[bytes]", request: bytes, seconds: float) -> bytes | _End:
        slow = threading.Event()

        def kill() -> None:
            slow.set()
            worker.kill()

        alarm = threading.Timer(seconds, kill)
        alarm.daemon = True
        alarm.start()
        try:
            answer = _exchange(worker, request)
        finally:
            alarm.cancel()
        if answer and not slow.is_set():
            return answer
        _end_all(self._running)
        return _End.SLOW if slow.is_set() else _End.LOST if answer is None else _End.REFUSED

    def _started(self) -> subprocess.Popen[bytes]:
        frozen = getattr(sys, "frozen", False)
        command = (
            [sys.executable, WORKER_FLAG]
            if frozen
            else [sys.executable, "-m", "studyapp.catalog.render_worker"]
        )
        worker = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        self._running.append(worker)
        return worker


def _exchange(worker: "subprocess.Popen[bytes]", request: bytes) -> bytes | None:
    """Write the request, read the answer; each is preceded by its length in eight bytes. None when the worker ended."""
    if worker.stdin is None or worker.stdout is None:
        return None
    try:
        worker.stdin.write(len(request).to_bytes(8, "big") + request)
        worker.stdin.flush()
        head = worker.stdout.read(8)
        size = int.from_bytes(head, "big")
        answer = worker.stdout.read(size)
    except OSError:
        return None
    return answer if len(head) == 8 and len(answer) == size else None


def _end_all(running: "list[subprocess.Popen[bytes]]") -> None:
    while running:
        worker = running.pop()
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has no reader any more
        return


def _environment() -> dict[str, str]:
    """The worker finds this package where we did."""
    paths = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
