"""Files of the real disk that fail at one operation: opening to write, writing, syncing, renaming, making a folder."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def failing_files(watch: Callable[[], None]) -> Iterator[None]:
    """``watch`` is called before every change and may raise to make it fail. SQLite's own files are left alone."""
    real_open = io.open

    def opened(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
        if not set(mode) & set("wax+"):
            return real_open(file, mode, *given, **named)
        watch()
        handle = real_open(file, mode, *given, **named)
        return _Writing(handle, watch)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(io, "open", opened)
        for name in ("fsync", "replace", "mkdir"):
            patch.setattr(os, name, _watched(getattr(os, name), watch))
        yield


def _watched(do: Callable[..., Any], watch: Callable[[], None]) -> Callable[..., Any]:
    def done(*given: Any, **named: Any) -> Any:
        watch()
        return do(*given, **named)

    return done


class _Writing:
    """An open file whose writes are watched."""

    def __init__(self, file: Any, watch: Callable[[], None]) -> None:
        self._file, self._watch = file, watch

    def write(self, data: Any) -> int:
        self._watch()
        return int(self._file.write(data))

    def __enter__(self) -> "_Writing":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
