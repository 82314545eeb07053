"""The files of a pack, whether it is a folder or a .zip; nothing outside can be reached through them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from studyapp.catalog.report import Report

TEXTS: Final = (".md", ".markdown", ".txt")
DATA: Final = (".yaml", ".yml", ".toml")
IMAGES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif")
KEPT: Final = TEXTS + DATA + IMAGES

MAX_FILES: Final = 50_000
MAX_ENTRIES: Final = 100_000
"""With more files and folders of any kind, a folder is looked through no further: it is no pack, it only holds some."""
MAX_DEPTH: Final = 24
SYSTEM: Final = frozenset({"/proc", "/sys"})
"""What lies here is no file on a disk, whatever it looks like."""
LEFT_OUT: Final = frozenset({"__pycache__", "__MACOSX", "node_modules"})
SITE_MARKS: Final = frozenset({
    "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "archetypes", "_config.yml", "_config.yaml", "_layouts",
})  # fmt: skip
SITE_PARTS: Final = frozenset({
    "archetypes", "layouts", "themes", "public", "resources", "i18n", "_site", "_layouts", "_includes", "_sass",
    "vendor", "exampleSite",
})  # fmt: skip
"""What a site generator keeps beside the pages; left out at the top of a folder that bears one of its marks."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells without reading that a file is unchanged. The times are in nanoseconds."""

    size: int
    changed_at: int
    written_at: int
    number: int


class FileTree(Protocol):
    """Files by their path relative to the root, with forward slashes, in order."""

    root: Path
    stamps: Mapping[str, Stamp]

    def read(self, path: str, limit: int) -> bytes:
        """At most ``limit`` bytes of a file. Raises OSError; KeyError for a path that is not in ``stamps``."""
        ...


def is_text(name: str) -> bool:
    """Whether a file's name could be decoded; Python keeps the bytes that could not be as lone surrogates."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


class _TooManyError(Exception):
    """The folder holds more than any pack does."""


class FolderTree:
    """The readable files below a folder; none of one too large. Hidden files and symbolic links are left out."""

    def __init__(self, root: Path, report: Report) -> None:
        self.root = root
        found: dict[str, Stamp] = {}
        self._left = MAX_ENTRIES
        told = len(report.problems)
        try:
            self._walk(str(root), "", 1, found, report)
        except _TooManyError:
            found = {}
            del report.problems[told:]
            what = f"more than {MAX_ENTRIES} files and folders lie in it, which is no pack"
            report.error(1, 1, "too-many-files", what, "name the folder of the pack itself")
        self.stamps: Mapping[str, Stamp] = dict(sorted(found.items()))

    def read(self, path: str, limit: int) -> bytes:
        """At most ``limit`` bytes of a file of this tree."""
        if path not in self.stamps:
            raise KeyError(path)
        flags = os.O_RDONLY | sum(getattr(os, f"O_{name}", 0) for name in ("NOFOLLOW", "BINARY", "NONBLOCK"))
        with os.fdopen(os.open(self.root / path, flags), "rb") as file:
            return file.read(limit)

    def _walk(self, folder: str, prefix: str, depth: int, found: dict[str, Stamp], report: Report) -> None:
        if depth > MAX_DEPTH:
            report.warning(
                1, 1, "too-deep", f"{prefix} lies too deep", f"at most {MAX_DEPTH} folders are opened"
            )
            return
        try:
            with os.scandir(folder) as inside:
                entries = list(islice(inside, self._left + 1))
        except OSError as fault:
            report.error(
                1,
                1,
                "cannot-read",
                f"{prefix or 'the folder'} cannot be read: {fault.strerror}",
                "allow the folder to be read",
            )
            return
        self._left -= len(entries)
        if self._left < 0:
            raise _TooManyError
        site = depth == 1 and any(entry.name in SITE_MARKS for entry in entries)
        for entry in entries:
            if site and entry.name in SITE_PARTS:
                continue
            self._take(entry, prefix, depth, found, report)

    def _take(
        self, entry: os.DirEntry[str], prefix: str, depth: int, found: dict[str, Stamp], report: Report
    ) -> None:
        name = entry.name
        if name.startswith(".") or name in LEFT_OUT:
            return
        if not is_text(name):
            shown = (prefix + name).encode("utf-8", "replace").decode("utf-8")
            what = f"the name {shown!r} holds bytes that are no letters in this system's encoding; it is left out"
            report.error(1, 1, "file-name", what, "rename it")
            return
        if entry.is_symlink():
            if name.lower().endswith(KEPT) or _leads_to_folder(entry):
                what = (
                    f"{prefix}{name} is a symbolic link, and links may lead out of the pack; it is left out"
                )
                report.warning(1, 1, "link-left-out", what, "put what it leads to in its place")
            return
        if entry.is_dir(follow_symlinks=False):
            if entry.path not in SYSTEM:
                self._walk(entry.path, f"{prefix}{name}/", depth + 1, found, report)
        elif not name.lower().endswith(KEPT):
            return
        elif not entry.is_file(follow_symlinks=False):
            what = f"{prefix}{name} is no ordinary file but a pipe, a socket or a device; it is left out"
            report.warning(1, 1, "not-a-file", what, "put a file in its place")
        else:
            if len(found) >= MAX_FILES:
                if len(found) == MAX_FILES and "too-many-files" not in {p.code for p in report.problems}:
                    report.error(1, 1, "too-many-files", "too many files", f"at most {MAX_FILES} are opened")
                return
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:  # an editor has put it away since the folder was listed
                return
            found[prefix + name] = Stamp(
                status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
            )


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # it leads round in a circle, or to where nobody may look
        return True
