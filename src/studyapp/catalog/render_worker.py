"""The process in which the text of others is rendered: reads requests, writes answers, knows nothing else."""

import json
import sys
from typing import IO, Final

MAX_MEMORY: Final = 1 << 30
"""Bytes of address space, where the system can limit it."""


def main() -> int:
    """Answer requests from standard input until it ends."""
    _limit_memory()
    return serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: IO[bytes], answers: IO[bytes]) -> int:
    """Answer each request. A text that cannot be rendered gets an empty answer."""
    while len(head := requests.read(8)) == 8:
        answer = _answer(requests.read(int.from_bytes(head, "big")))
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()
    return 0


def _answer(request: bytes) -> bytes:
    from studyapp.catalog.codec import encoded
    from studyapp.catalog.render import render_article

    try:
        text, path, title, page = json.loads(request)
        return json.dumps(encoded(render_article(text, path, title, page))).encode("ascii")
    except (RecursionError, MemoryError):
        return b""


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
