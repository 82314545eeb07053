"""Opens one pack: finds its files, takes from the cache what is unchanged, reads the rest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studyapp.catalog.cache import Cache, ParsedRow
from studyapp.catalog.codec import decoded, encoded
from studyapp.catalog.description import Description, described_by_name
from studyapp.catalog.file_tree import DATA, SYSTEM, TEXTS, FileTree, FolderTree, Stamp, is_text
from studyapp.catalog.layout import FOLDERS, LISTS, TRANSLATIONS, reader_of
from studyapp.catalog.problem import Problem, Severity
from studyapp.catalog.report import Report
from studyapp.catalog.source_text import read_text

if TYPE_CHECKING:
    from studyapp.catalog.parse import Parsed

MAX_ARTICLE: Final = 1024 * 1024
MAX_DATA: Final = 4 * 1024 * 1024
ROWS_AT_ONCE: Final = 500
PACK_FILES: Final = ("pack.yaml", "pack.yml")
PACKS_INSIDE: Final = tuple(f"/{name}" for name in PACK_FILES)
PACK: Final = "pack"


@dataclass(frozen=True, slots=True)
class OpenPack:
    """A pack whose files have been read.

    ``keys`` stands for their content, ``readers`` says who reads them, ``translated`` which file lies over which.
    """

    description: Description
    tree: FileTree
    keys: Mapping[str, str]
    readers: Mapping[str, str]
    translated: Mapping[str, str]
    trusted: bool

    def text(self, path: str) -> str:
        """The text of an article, repaired; cut where it grows too long. Raises OSError."""
        data = self.tree.read(self.translated.get(path, path), MAX_ARTICLE + 1)
        return read_text(data[:MAX_ARTICLE], Report(path), truncated=len(data) > MAX_ARTICLE)

    def parsed(self, path: str) -> "Parsed":
        """One file read anew, for when what was kept of it is gone. Raises OSError."""
        over = self.translated.get(path, "")
        data = self.tree.read(path, MAX_DATA + 1)
        over_data = self.tree.read(over, MAX_DATA + 1) if over else b""
        return _parsed(self.description, path, self.readers[path], data, over_data, self.keys[path])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages into which something of it is translated."""
        inside = (
            path.removeprefix(TRANSLATIONS) for path in self.tree.stamps if path.startswith(TRANSLATIONS)
        )
        return tuple(sorted({path.partition("/")[0] for path in inside if "/" in path}))

    def source(self, path: str) -> str | None:
        """The text of any of its files, unrepaired so that every place in it holds; None when there is none."""
        if path not in self.tree.stamps:
            return None
        try:
            data = self.tree.read(path, MAX_DATA)
        except OSError:
            return None
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def open_pack(
    root: Path, cache: Cache, language: str, trusted: bool
) -> tuple[OpenPack | None, list[Problem]]:
    """The pack at ``root``, or None when there is none, and its problems with whole paths."""
    report = Report("")
    tree = _tree(root, report)
    if tree is None:
        return None, _placed(root, report.problems)
    sweep = _Sweep(tree, cache, language)
    sweep.run()
    pack = OpenPack(sweep.description, tree, sweep.keys, sweep.readers, sweep.translated, trusted)
    return pack, _placed(root, report.problems + sweep.problems)


def _parsed(description: Description, path: str, reader: str, data: bytes, over: bytes, key: str) -> "Parsed":
    from studyapp.catalog.parse import parse
    from studyapp.catalog.translation import of_its_own

    report, apart = Report(path), Report(path)
    limit = MAX_ARTICLE if reader == "article" else MAX_DATA
    text, over_text = _limited(data, limit, report), _limited(over, limit, apart) if over else ""
    report.problems += map(of_its_own, apart.problems)
    return parse(description.id, path, reader, text, over_text, report, plain=description.plain, digest=key)


def _limited(data: bytes, limit: int, report: Report) -> str:
    if len(data) <= limit:
        return read_text(data, report)
    size = f"more than {limit // 1024 // 1024} MB"
    report.error(1, 1, "too-long", f"{size}: only the beginning is read", "split the file")
    return read_text(data[:limit], report, truncated=True)


def _tree(root: Path, report: Report) -> FileTree | None:
    try:
        tree = _opened(root, report)
    except OSError as fault:
        report.error(1, 1, "no-pack", f"it cannot be opened: {fault.strerror}", "allow it to be read")
        return None
    if tree is None or tree.stamps:
        return tree
    if not report.problems:
        hint = "put texts (.md, .markdown, .txt) or a pack.yaml into it"
        report.error(1, 1, "no-pack", "there is nothing in it that could be read", hint)
    return None


def _opened(root: Path, report: Report) -> FileTree | None:
    if not is_text(str(root)):
        what = "its path holds bytes that are no letters in this system's encoding"
        report.error(1, 1, "no-pack", what, "rename the folder")
        return None
    if root.is_dir():
        if why := _too_wide(root):
            report.error(1, 1, "no-pack", why, "name the folder of the pack itself")
            return None
        return FolderTree(root, report)
    if root.suffix.lower() == ".zip" and root.is_file():
        from studyapp.catalog.zip_tree import open_zip

        return open_zip(root, report)
    what = "this file is no pack" if root.exists() else "there is nothing of this name"
    report.error(1, 1, "no-pack", what, "name a folder, or a .zip of one")
    return None


def _too_wide(root: Path) -> str:
    """Why a folder is no pack that does not have to be looked through for it; empty when it may be one."""
    whole = root.resolve()
    if not SYSTEM.isdisjoint(map(str, (whole, *whole.parents))):
        return "it belongs to the system and holds no files of a disk"
    if whole == Path(whole.anchor) and not any((root / name).is_file() for name in PACK_FILES):
        return "it is the whole disk"
    return ""


def _placed(root: Path, problems: list[Problem]) -> list[Problem]:
    return [
        Problem(
            str(root / p.path) if p.path else str(root),
            p.line,
            p.column,
            p.code,
            p.message,
            p.hint,
            p.severity,
        )
        for p in problems
    ]


class _Sweep:
    """One pass over the files of a pack."""

    def __init__(self, tree: FileTree, cache: Cache, language: str) -> None:
        self.keys: dict[str, str] = {}
        self.readers: dict[str, str] = {}
        self.translated: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._tree, self._cache = tree, cache
        self._prefix = f"{TRANSLATIONS}{language}/" if language else ""
        self._root = str(tree.root)
        self._before = cache.stamps(self._root)
        self._stamps: dict[str, tuple[Stamp, str, str]] = {}
        self._rows: list[ParsedRow] = []
        self._news = False
        self.description = self._described()
        self._known = cache.known(self.description.id)

    def run(self) -> None:
        """Read what is new and keep it."""
        for path in self._tree.stamps:
            reader = reader_of(path, self.description.plain)
            if reader:
                self._take(path, reader)
            elif path.lower().endswith(DATA) and not self.description.plain:
                self._tell_of_unread(path)
        self._tell_of_idle_translations()
        self._tell_of_nothing()
        self._flush()
        if self._news or len(self._stamps) != len(self._before):
            self._cache.stamp(self._root, self._stamps)

    def _described(self) -> Description:
        """What ``pack.yaml`` says, or the name of a folder without one."""
        path = next((name for name in PACK_FILES if name in self._tree.stamps), "")
        if not path:
            self._tell_of_a_pack_inside()
            return described_by_name(self._tree.root)
        try:
            digest, data = self._content(path)
        except OSError as fault:
            self._cannot_read(path, fault)
            return described_by_name(self._tree.root, plain=False)
        self._stamps[path] = (self._tree.stamps[path], digest, digest)
        row = f"{self._tree.root.name}/{path}"  # a pack without an id is named by its folder
        kept = self._cache.bodies("", PACK, {row: digest}).get(row)
        problems = self._cache.known("").get(row, {}).get(digest)
        if kept is None or problems is None:
            report = Report(path)
            from studyapp.catalog.parse import as_json
            from studyapp.catalog.read_pack import read_pack

            text = read_text(data if data is not None else self._tree.read(path, MAX_DATA), report)
            kept, problems = (
                json.dumps(encoded(read_pack(text, self._tree.root, report))),
                as_json(report.problems),
            )
            self._cache.keep("", [ParsedRow(row, digest, PACK, problems, "{}", kept)])
        self._tell(path, problems)
        return decoded(Description, json.loads(kept))

    def _tell_of_a_pack_inside(self) -> None:
        inside = next((path for path in self._tree.stamps if path.endswith(PACKS_INSIDE)), None)
        if inside is not None:
            folder, report = inside.rpartition("/")[0], Report(inside)
            what = f"{folder} is a pack, but what is open is the folder around it, read as plain texts"
            report.warning(1, 1, "pack-inside", what, f"open {folder} itself, or a .zip of it alone")
            self.problems += report.problems

    def _tell_of_unread(self, path: str) -> None:
        if path not in PACK_FILES and not path.startswith(TRANSLATIONS):
            report = Report(path)
            hint = f"put it into {', '.join(FOLDERS)}, or give it the name of a list, as {', '.join(LISTS)}"
            report.warning(1, 1, "not-read", "nothing is read from a file of this name in this folder", hint)
            self.problems += report.problems

    def _tell_of_nothing(self) -> None:
        """Report that ``pack.yaml`` stands beside files of which none is read, as when it was added to plain texts."""
        path = next((name for name in PACK_FILES if name in self._tree.stamps), "")
        if path and not self.readers:
            report = Report(path)
            what = "this pack is empty: none of its files lies where a pack has them"
            hint = f"put texts into articles, the rest into {', '.join(FOLDERS)}, or open the folder without this file"
            report.warning(1, 1, "empty-pack", what, hint)
            self.problems += report.problems

    def _tell_of_idle_translations(self) -> None:
        """Report what lies among the translations and over no file of the pack."""
        over = {*self.translated.values()}
        for path in self._tree.stamps if self._prefix else ():
            if path.startswith(self._prefix) and path not in over and path.lower().endswith(TEXTS + DATA):
                report, what = Report(path), "no file of the pack is translated by this one"
                report.warning(1, 1, "translation-idle", what, "give it the path of the file it translates")
                self.problems += report.problems

    def _cannot_read(self, path: str, fault: OSError) -> None:
        report = Report(path)
        report.error(
            1, 1, "cannot-read", fault.strerror or str(fault), "see that the file is whole and may be read"
        )
        self.problems += report.problems

    def _tell(self, path: str, problems: str) -> None:
        if problems != "[]":
            for line, column, code, message, hint, severity in json.loads(problems):
                own = path if line > 0 else self.translated[path]
                self.problems.append(Problem(own, abs(line), column, code, message, hint, Severity(severity)))

    def _take(self, path: str, reader: str) -> None:
        try:
            digest, data = self._content(path)
            over = self._prefix + path if self._prefix + path in self._tree.stamps and self._prefix else ""
            key = digest
            if over:
                self.translated[path] = over
                over_digest = self._content(over)[0]
                self._stamps[over] = (self._tree.stamps[over], over_digest, over_digest)
                key = f"{digest}+{over_digest}"
        except OSError as fault:
            self._cannot_read(path, fault)
            return
        self._stamps[path] = (self._tree.stamps[path], digest, key)
        self.keys[path], self.readers[path] = key, reader
        kept = self._known.get(path, {}).get(key)
        if kept is None:
            kept = self._parse(path, reader, over, data, key)
        self._tell(path, kept)

    def _content(self, path: str) -> tuple[str, bytes | None]:
        """A file's digest, and its bytes when it had to be read for that."""
        stamp = self._tree.stamps[path]
        before = self._before.get(path)
        if before is not None and before[0] == stamp:
            return before[1], None
        self._news = True
        data = self._tree.read(path, MAX_DATA + 1)
        return blake2b(data, digest_size=16).hexdigest(), data

    def _parse(self, path: str, reader: str, over: str, data: bytes | None, key: str) -> str:
        self._news = True
        data = data if data is not None else self._tree.read(path, MAX_DATA + 1)
        over_data = self._tree.read(over, MAX_DATA + 1) if over else b""
        parsed = _parsed(self.description, path, reader, data, over_data, key)
        self._rows.append(ParsedRow(path, key, reader, parsed.problems, parsed.places, parsed.body))
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()
        return parsed.problems

    def _flush(self) -> None:
        self._cache.keep(self.description.id, self._rows)
        self._rows = []
