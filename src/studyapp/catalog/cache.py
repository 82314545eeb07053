"""What was parsed and rendered once, kept by content in SQLite: disposable, shared by processes and threads."""

import os
import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from studyapp import bundle
from studyapp.catalog.file_tree import Stamp
from studyapp.preferences import make_private

FORMAT: Final = "9"
"""Rises when a reader, the renderer or a value changes, so that what older code wrote is made anew."""

_TABLES: Final = """
CREATE TABLE made_by (version TEXT NOT NULL);
CREATE TABLE stamps (
    root TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    written_at INTEGER NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (root, path)
) WITHOUT ROWID;
CREATE TABLE parsed (
    pack TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, reader TEXT NOT NULL, problems TEXT NOT NULL,
    places TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (pack, path, key)
);
CREATE TABLE rendered (
    pack TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY (pack, path, key)
);
CREATE TABLE inlined (key TEXT PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """What reading one file came to, as JSON. ``key`` stands for the content that was read."""

    path: str
    key: str
    reader: str
    problems: str
    places: str
    body: str


class Cache:
    """The kept results. Every fault of the file behind it is mended by starting anew; none reaches the caller.

    ``path`` None keeps everything in memory. ``prebuilt`` is a second, read-only store that is asked when the
    first does not know.
    """

    def __init__(self, path: Path | None, prebuilt: Path | None = None, version: str = "") -> None:
        self._path = path
        self._version = version or _version_here()
        self._owner = threading.get_ident()
        self._memory_lock = threading.RLock()
        self._open: list[sqlite3.Connection] = []
        self._main = self._opened()
        self._close = weakref.finalize(self, _close_all, self._open)
        self._prebuilt = prebuilt if prebuilt is not None and _is_usable(prebuilt) else None

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    def adopt(self) -> None:
        """Belong to the thread that calls: what was opened away from the window is used in it from now on."""
        self._owner = threading.get_ident()

    def stamps(self, root: str) -> dict[str, tuple[Stamp, str]]:
        """The stamp and digest of each file of a root as they were last seen."""
        rows = self._rows(
            "SELECT path, size, changed_at, written_at, number, digest FROM stamps WHERE root = ?", (root,)
        )
        return {
            path: (Stamp(size, changed, written, number), digest)
            for path, size, changed, written, number, digest in rows
        }

    def known(self, pack: str) -> dict[str, dict[str, str]]:
        """The keys that have been parsed, by path, each with its problems (JSON)."""
        found: dict[str, dict[str, str]] = {}
        for path, key, problems in self._layers(
            "SELECT path, key, problems FROM parsed WHERE pack = ?", (pack,)
        ):
            found.setdefault(path, {}).setdefault(key, problems)
        return found

    def bodies(self, pack: str, reader: str, keys: Mapping[str, str]) -> dict[str, str]:
        """The parsed values (JSON) of one reader's files; ``keys`` gives the key wanted for each path."""
        query = "SELECT path, key, body, sum FROM parsed WHERE pack = ? AND reader = ?"
        found: dict[str, str] = {}
        for path, key, body, kept in self._layers(query, (pack, reader)):
            if keys.get(path) == key and path not in found and _sum(body) == kept:
                found[path] = body
        return found

    def places(self, pack: str, keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Path and the places (JSON) of the items in it."""
        for path, key, places in self._layers("SELECT path, key, places FROM parsed WHERE pack = ?", (pack,)):
            if keys.get(path) == key:
                yield path, places

    def keep(self, pack: str, rows: Iterable[ParsedRow]) -> None:
        """Keep what was parsed."""
        self._write(
            "INSERT OR REPLACE INTO parsed VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(pack, r.path, r.key, r.reader, r.problems, r.places, r.body, _sum(r.body)) for r in rows],
        )

    def stamp(self, root: str, stamps: Mapping[str, tuple[Stamp, str, str]]) -> None:
        """Note stamp, digest and key of the files of a root, and forget what no root uses any more."""
        with self._writing() as connection:
            connection.execute("DELETE FROM stamps WHERE root = ?", (root,))
            connection.executemany(
                "INSERT INTO stamps VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (root, path, s.size, s.changed_at, s.written_at, s.number, digest, key)
                    for path, (s, digest, key) in stamps.items()
                ],
            )
            for table in ("parsed", "rendered"):
                connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM stamps)")  # noqa: S608

    def forget_places(self) -> None:
        """Forget where the content lay and when it was written: the same content then gives the same file."""
        with self._reading() as connection:
            connection.execute("DELETE FROM stamps")
            connection.execute("VACUUM")

    def rendered(self, pack: str, path: str, key: str) -> str | None:
        """A rendered article (JSON), or None when it was not rendered yet."""
        query = "SELECT body, sum FROM rendered WHERE pack = ? AND path = ? AND key = ?"
        return self._first(query, (pack, path, key))

    def keep_rendered(self, pack: str, path: str, key: str, body: str) -> None:
        """Keep a rendered article."""
        row = (pack, path, key, body, _sum(body))
        self._write("INSERT OR REPLACE INTO rendered VALUES (?, ?, ?, ?, ?)", [row])

    def inlined(self, key: str) -> str | None:
        """The HTML of a short Markdown text."""
        return self._first("SELECT body, sum FROM inlined WHERE key = ?", (key,))

    def keep_inlined(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keep the HTML of short Markdown texts, as pairs of key and HTML."""
        self._write("INSERT OR REPLACE INTO inlined VALUES (?, ?, ?)", [(k, h, _sum(h)) for k, h in rows])

    def _opened(self) -> sqlite3.Connection:
        if self._path is None:
            return self._prepared(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
        try:
            make_private(self._path.parent)
            return self._prepared(_connect(self._path))
        except (sqlite3.Error, OSError):
            return self._anew()

    def _anew(self) -> sqlite3.Connection:
        """An empty file instead of a damaged one; memory when the place cannot be written."""
        try:
            if self._path is not None:
                for name in (self._path, self._path.with_name(self._path.name + "-journal")):
                    name.unlink(missing_ok=True)
                return self._prepared(_connect(self._path))
        except (sqlite3.Error, OSError):
            self._path = None
        return self._prepared(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))

    def _prepared(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        self._open.append(connection)
        try:
            if _made_by(connection) != self._version:
                connection.execute("BEGIN IMMEDIATE")
                if _made_by(connection) != self._version:
                    _empty(connection)
                    for statement in _TABLES.split(";")[:-1]:
                        connection.execute(statement)
                    connection.execute("INSERT INTO made_by VALUES (?)", (self._version,))
                connection.execute("COMMIT")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread: the kept one for the thread that opened the cache, else one of its own."""
        if self._path is None:
            with self._memory_lock:
                yield self._main
        elif threading.get_ident() == self._owner:
            yield self._main
        else:
            with closing(_connect(self._path)) as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction. A fault undoes it and is passed over: what is not kept is made again."""
        with self._reading() as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except sqlite3.Error as fault:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self._mend(fault)

    def _write(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            with self._writing() as connection:
                connection.executemany(statement, rows)

    def _rows(self, query: str, values: tuple[str, ...]) -> list[Any]:
        try:
            with self._reading() as connection:
                return connection.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            self._mend(fault)
            return []

    def _layers(self, query: str, values: tuple[str, ...]) -> Iterator[Any]:
        """The rows of the file, then those of the prebuilt store."""
        yield from self._rows(query, values)
        if self._prebuilt is not None:
            with closing(_connect_prebuilt(self._prebuilt)) as connection:
                yield from connection.execute(query, values).fetchall()

    def _first(self, query: str, values: tuple[str, ...]) -> str | None:
        return next((body for body, kept in self._layers(query, values) if _sum(body) == kept), None)

    def _mend(self, fault: sqlite3.Error) -> None:
        """Begin a new file when this one is damaged. A locked or full one is left: its turn comes again."""
        busy = isinstance(fault, sqlite3.OperationalError) and "no such" not in str(fault)
        if busy or threading.get_ident() != self._owner:
            return
        self._main.close()
        self._open.clear()
        self._main = self._anew()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect_prebuilt(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def _close_all(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()


def _made_by(connection: sqlite3.Connection) -> str:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'made_by'").fetchone():
        return ""
    row = connection.execute("SELECT version FROM made_by").fetchone()
    return str(row[0]) if row else ""


def _empty(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in tables:
        connection.execute(f'DROP TABLE "{name}"')


def _sum(body: str) -> int:
    return zlib.crc32(body.encode("utf-8", "surrogatepass"))


def prebuilt_version() -> str:
    """The version that a prebuilt store must carry."""
    return f"{FORMAT}/{bundle.version()}"


def _version_here() -> str:
    """Format and version, and in a checkout also when the code was last altered."""
    here = Path(__file__).parent
    if not here.is_dir():  # inside a frozen program
        return prebuilt_version()
    altered = (entry.stat().st_mtime_ns for entry in os.scandir(here) if entry.name.endswith(".py"))
    return f"{prebuilt_version()}/{max(altered, default=0)}"


def _is_usable(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with closing(_connect_prebuilt(path)) as connection:
            return _made_by(connection) == prebuilt_version()
    except sqlite3.Error:
        return False
