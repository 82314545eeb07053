"""The files of a pack in a .zip, read in memory: nothing is ever unpacked to disk.

Names are judged as if they were written to any system's disk all the same, so that a pack may be unpacked by hand
without surprises. What could not be honest refuses the whole archive; a single bad name only itself.
"""

import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from studyapp.catalog.file_tree import KEPT, LEFT_OUT, Stamp
from studyapp.catalog.report import Report

MAX_ENTRIES: Final = 5000
MAX_TOTAL: Final = 200 * 1024 * 1024
MAX_FILE: Final = 20 * 1024 * 1024
MAX_RATIO: Final = 100
SMALL: Final = 100 * 1024
"""Below this size a file may be packed as tightly as it likes."""
MAX_NAME: Final = 120
MAX_DEPTH: Final = 6

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
_LOCAL_HEADER: Final = 30


class ZipTree:
    """The readable files of an archive."""

    def __init__(self, root: Path, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> None:
        self.root = root
        self._archive = archive
        self._members = members
        status = root.stat()
        self.stamps: Mapping[str, Stamp] = {
            path: Stamp(info.file_size, status.st_mtime_ns, status.st_size, info.CRC)
            for path, info in sorted(members.items())
        }

    def read(self, path: str, limit: int) -> bytes:
        """At most ``limit`` bytes of a member. Raises OSError when it is damaged; KeyError when there is none."""
        info = self._members[path]
        try:
            with self._archive.open(info) as member:
                return member.read(min(limit, MAX_FILE))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
            raise OSError(f"this member of the archive is damaged ({fault})") from fault


def open_zip(root: Path, report: Report) -> ZipTree | None:
    """The files of an archive, or None when it must not be opened, which is reported."""
    try:
        archive = zipfile.ZipFile(root)
        reason = _reason_against(archive, root)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as fault:
        report.error(1, 1, "zip-damaged", f"this is no sound .zip ({_said(fault)})", "pack it again")
        return None
    if reason:
        archive.close()
        report.error(
            1, 1, "zip-refused", reason, "pack only the files of the pack, each once, without tricks"
        )
        return None
    return ZipTree(root, archive, _members(archive, report))


def _said(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else "") or str(fault)


def _reason_against(archive: zipfile.ZipFile, root: Path) -> str:
    """Why an archive must not be opened at all; empty when nothing speaks against it."""
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        return f"{len(infos)} entries; at most {MAX_ENTRIES} are opened"
    total = sum(info.file_size for info in infos)
    if total > MAX_TOTAL:
        return f"{total // 1024 // 1024} MB when unpacked; at most {MAX_TOTAL // 1024 // 1024} MB are opened"
    for info in infos:
        if info.file_size > max(SMALL, info.compress_size * MAX_RATIO):
            return f"{info.filename!r} is packed more than {MAX_RATIO} to 1"
    return "entries share the same bytes" if _overlap(infos, root) else ""


def _overlap(infos: list[zipfile.ZipInfo], root: Path) -> bool:
    end = 0
    with root.open("rb") as file:
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset < end:
                return True
            file.seek(info.header_offset)
            header = file.read(_LOCAL_HEADER)
            if len(header) < _LOCAL_HEADER:
                return True
            lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            end = info.header_offset + _LOCAL_HEADER + lengths + info.compress_size
    return False


def _members(archive: zipfile.ZipFile, report: Report) -> dict[str, zipfile.ZipInfo]:
    """The members that may be read, by their path; one folder around all of them falls away."""
    found: dict[str, zipfile.ZipInfo] = {}
    taken: dict[str, str] = {}
    for info in archive.infolist():
        if info.filename.endswith("/") or any(map(_is_aside, info.filename.split("/"))):
            continue
        name = info.filename
        folded = unicodedata.normalize("NFC", name).casefold()
        twin = taken.setdefault(folded, name)
        wrong = _wrong_with(info) or (
            f"is the same as {twin!r} on some systems" if twin != name or name in found else ""
        )
        if wrong:
            report.error(
                1, 1, "zip-name", f"the entry {name!r} {wrong}; it is left out", "rename it and pack again"
            )
        elif name.lower().endswith(KEPT):
            found[name] = info
    return _without_top(found)


def _wrong_with(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    checks: Iterator[tuple[bool, str]] = iter((
        (not name, "has no name"),
        (name != info.filename or "\\" in name or ":" in name, "holds a character that some systems take for a path"),
        (name.startswith("/") or ".." in name.split("/"), "leads out of the pack"),
        (not name.isprintable(), "holds hidden characters"),
        (len(name) > MAX_NAME, f"is longer than {MAX_NAME} characters"),
        (name.count("/") > MAX_DEPTH, f"lies deeper than {MAX_DEPTH} folders"),
        (any(map(_is_reserved, name.split("/"))), "is a name that Windows keeps"),
        (bool(info.flag_bits & 0x1), "is encrypted"),
        (stat.S_ISLNK(info.external_attr >> 16), "is a link"),
    ))  # fmt: skip
    return next((reason for wrong, reason in checks if wrong), "")


def _is_aside(part: str) -> bool:
    """Whether a file or folder is hidden, as ``.DS_Store`` is, or none of the pack's own."""
    return part in LEFT_OUT or (part.startswith(".") and part not in (".", ".."))


def _is_reserved(part: str) -> bool:
    return bool(_RESERVED.match(part)) or part != part.strip(" .")


def _without_top(found: dict[str, zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    tops = {name.partition("/")[0] for name in found}
    if len(tops) != 1 or any("/" not in name for name in found):
        return found
    return {name.partition("/")[2]: info for name, info in found.items()}
