"""Loads Qt with less of a wait.

PySide carries Python sources of its own inside its library, compiles them anew at each start, and from then on reads
the source of every module that is imported, in case it asks for one of PySide's optional features. The program asks
for none. So the compiled form is kept beside the other caches, and the ordinary import is put back once Qt is there;
both together are a third of what a start takes beyond a bare window. Sources that change are not found in the cache
and are compiled as ever.
"""

import builtins
import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

_Key = tuple[str, str, int]
FILE = "qt-code"
"""The cache's name in its folder."""
_SUM = 4
"""The file begins with a check sum of so many bytes."""


def load_qt(folder: Path) -> None:
    """Import ``PySide6.QtCore``; compiled code is taken from ``folder`` and kept there when that can be written."""
    kept = _read(folder / FILE)
    known = len(kept)
    plain_compile, plain_import = builtins.compile, builtins.__import__
    builtins.compile = _remembering(plain_compile, kept)
    try:
        import PySide6.QtCore  # noqa: F401 - loading it is what this is for
    finally:
        builtins.compile, builtins.__import__ = plain_compile, plain_import
    if len(kept) > known:
        _write(folder / FILE, kept)


def _remembering(compile_: Callable[..., Any], kept: dict[_Key, CodeType]) -> Callable[..., Any]:
    """``compile`` that does no module twice."""

    def compiled(source: object, filename: object, mode: str, *options: object, **more: object) -> Any:
        if mode != "exec" or options or more or not isinstance(source, str | bytes):
            return compile_(source, filename, mode, *options, **more)
        plain = source.encode() if isinstance(source, str) else source
        key = (sys.version, str(filename), crc32(plain))
        if key not in kept:
            kept[key] = compile_(source, filename, mode)
        return kept[key]

    return compiled


def _read(file: Path) -> dict[_Key, CodeType]:
    try:
        data = file.read_bytes()
        if (
            crc32(data[_SUM:]).to_bytes(_SUM, "big") != data[:_SUM]
        ):  # damaged code would take the program down
            return {}
        kept = marshal.loads(memoryview(data)[_SUM:])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path, kept: dict[_Key, CodeType]) -> None:
    fresh = file.with_suffix(".new")
    try:
        data = marshal.dumps(kept)
        fresh.write_bytes(crc32(data).to_bytes(_SUM, "big") + data)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
