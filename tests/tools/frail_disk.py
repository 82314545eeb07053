"""A disk that forgets: what was not synced may be lost, wholly or by sectors, when the power goes.

It stands in for the file system under SQLite (as a VFS of apsw), so that the real code runs on it. Every change is one
operation; at any of them one can ask what would be left after a power cut, or have the disk fail or be full.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import apsw

SECTOR = 512


@dataclass
class File:
    """What a reader sees, what would certainly survive, and the writes in between."""

    content: bytearray = field(default_factory=bytearray)
    durable: bytearray | None = None
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        _write(self.content, at, data)
        self.pending.append((at, data))

    def truncate(self, size: int) -> None:
        del self.content[size:]
        self.pending.append((size, None))

    def sync(self) -> None:
        self.durable, self.pending = bytearray(self.content), []

    def after_power_cut(self, dice: random.Random) -> bytearray | None:
        """The durable content and any of the writes since; each sector of a write is lost or kept on its own."""
        if self.durable is None and dice.random() < 0.5:
            return None
        left = bytearray(self.durable or b"")
        for at, data in self.pending:
            fate = dice.random()
            if data is None:
                if fate < 0.5:
                    del left[at:]
            elif fate < 0.4:
                _write(left, at, data)
            elif fate < 0.7:
                _write_some_sectors(left, at, data, dice)
        return left


class FrailDisk(apsw.VFS):
    """Files in memory. ``watch`` is called before every change, ``watch_reading`` before every look; both may raise."""

    def __init__(self, name: str, files: dict[str, bytearray] | None = None) -> None:
        self.name = name
        self.files = {path: File(bytearray(body), bytearray(body)) for path, body in (files or {}).items()}
        self.watch: Callable[[], None] = lambda: None
        self.watch_reading: Callable[[], None] = lambda: None
        super().__init__(name, base="")

    def after_power_cut(self, dice: random.Random) -> dict[str, bytearray]:
        left = {path: file.after_power_cut(dice) for path, file in self.files.items()}
        return {path: body for path, body in left.items() if body is not None}

    def xOpen(self, name: object, flags: list[int]) -> "Handle":  # type: ignore[override]
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        flags[1] = flags[0]
        if path is None:
            return Handle(self, File())
        if path not in self.files and not flags[0] & apsw.SQLITE_OPEN_CREATE:
            raise apsw.CantOpenError
        return Handle(self, self.files.setdefault(str(path), File()))

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.watch()
        self.files.pop(filename, None)

    def xAccess(self, pathname: str, flags: int) -> bool:
        return pathname in self.files

    def xFullPathname(self, name: str) -> str:
        return name


class Handle:
    """An open file."""

    def __init__(self, disk: FrailDisk, file: File) -> None:
        self._disk, self._file = disk, file

    def xRead(self, amount: int, offset: int) -> bytes:
        self._disk.watch_reading()
        return bytes(self._file.content[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.watch()
        self._file.write(offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        self._disk.watch()
        self._file.truncate(newsize)

    def xSync(self, flags: int) -> None:
        self._disk.watch()
        self._file.sync()

    def xFileSize(self) -> int:
        return len(self._file.content)

    def xClose(self) -> None: ...
    def xLock(self, level: int) -> None: ...
    def xUnlock(self, level: int) -> None: ...

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return 0


def _write(content: bytearray, at: int, data: bytes) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def _write_some_sectors(content: bytearray, at: int, data: bytes, dice: random.Random) -> None:
    for start in range(0, len(data), SECTOR):
        if dice.random() < 0.5:
            _write(content, at + start, data[start : start + SECTOR])
