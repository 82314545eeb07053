"""The cache: disposable, keyed by content, safe to share; a warm start parses nothing."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from studyapp.catalog import prebuild
from studyapp.catalog.cache import Cache
from studyapp.catalog.load import CACHE_NAME, load
from studyapp.ids import ItemId
from tests.tools.packs import BASE, write_pack

CANCELLING = ItemId("own/article/cancelling")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "own", BASE)


def _warm(root: Path, cache: Path) -> None:
    catalog, _ = load([root], cache, trusted=[root])
    for item in catalog.articles():
        catalog.rendered(item)
    catalog.inline("**x**")
    catalog.close()


def test_a_warm_start_parses_nothing_and_imports_no_parser(root: Path, tmp_path: Path) -> None:
    _warm(root, tmp_path / "cache")
    script = f"""
import sys; from pathlib import Path; from studyapp.catalog.load import load
catalog, problems = load([Path({str(root)!r})], Path({str(tmp_path / "cache")!r}), trusted=[Path({str(root)!r})])
assert len(catalog.cards()) == 1 and catalog.rendered("own/article/cancelling").headings and catalog.inline("**x**")
print(sorted({{"yaml", "markdown", "nh3", "ftfy", "tantivy", "difflib", "tomllib"}} & set(sys.modules)))
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=_environment()
    )
    assert answer.stdout.strip() == "[]"


def _environment() -> dict[str, str]:
    source = Path(__file__).parents[2] / "src"
    return {**os.environ, "PYTHONPATH": str(source)}


def test_only_files_that_changed_are_read_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _warm(root, tmp_path / "cache")
    (root / "cards/events.yaml").write_text(
        BASE["cards/events.yaml"].replace("Who may cancel?", "Who, then?")
    )
    read: list[str] = []
    real = os.open

    def watched(path: str, flags: int) -> int:
        read.append(Path(path).name)
        return real(path, flags)

    monkeypatch.setattr(os, "open", watched)
    catalog, _ = load([root], tmp_path / "cache", trusted=[root])
    assert catalog.cards()[ItemId("own/card/who")].front == "Who, then?"
    assert sorted(set(read)) == ["events.yaml"]


def test_problems_are_reported_again_from_the_cache(root: Path, tmp_path: Path) -> None:
    write_pack(root, {"cards/bad.yaml": "cards: ["})
    first, second = (load([root], tmp_path / "cache")[1] for _ in range(2))
    assert first == second != ()


def test_a_file_that_was_only_touched_is_not_parsed_again(root: Path, tmp_path: Path) -> None:
    _warm(root, tmp_path / "cache")
    os.utime(root / "articles/events/cancelling.md", (1, 1))
    before = _count(tmp_path, "rendered")
    _warm(root, tmp_path / "cache")
    assert _count(tmp_path, "rendered") == before == 1


def test_what_is_gone_from_the_pack_goes_from_the_cache(root: Path, tmp_path: Path) -> None:
    _warm(root, tmp_path / "cache")
    (root / "articles/events/cancelling.md").unlink()
    load([root], tmp_path / "cache")
    assert _count(tmp_path, "rendered") == 0


@pytest.mark.parametrize("damage", ["nonsense", "cut", "empty", "other", "flipped"])
def test_a_damaged_cache_is_made_anew(root: Path, tmp_path: Path, damage: str) -> None:
    _warm(root, tmp_path / "cache")
    file = tmp_path / "cache" / CACHE_NAME
    data = file.read_bytes()
    _damage(file, data, damage)
    catalog, problems = load([root], tmp_path / "cache", trusted=[root])
    assert problems == ()
    assert (len(catalog.articles()), len(catalog.cards())) == (1, 1)
    assert catalog.rendered(CANCELLING).passage("who").startswith("Who may cancel")


def _damage(file: Path, data: bytes, how: str) -> None:
    if how == "other":
        file.unlink()
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE made_by (version TEXT)")
        connection.close()
    else:
        changed = data.replace(b"Finished work", b"Finished play").replace(b"Who may", b"Who can")
        file.write_bytes(
            {"nonsense": b"x" * len(data), "cut": data[: len(data) // 2], "empty": b"", "flipped": changed}[
                how
            ]
        )


def test_a_cache_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    catalog, problems = load([root], tmp_path / "file" / "cache")
    assert problems == ()
    assert len(catalog.cards()) == 1


def test_threads_read_at_the_same_time(root: Path, tmp_path: Path) -> None:
    catalog, _ = load([root], tmp_path / "cache", trusted=[root])
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(catalog.rendered(CANCELLING).text)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_what_another_process_has_replaced_is_read_anew(root: Path, tmp_path: Path) -> None:
    catalog, _ = load([root], tmp_path / "cache", trusted=[root])
    (root / "cards/events.yaml").write_text("cards: []\n")
    load([root], tmp_path / "cache", trusted=[root])
    assert list(catalog.cards()) == []


def test_a_prebuilt_store_answers_when_the_profile_knows_nothing(root: Path, tmp_path: Path) -> None:
    prebuild.write(root, tmp_path / "built.sqlite")
    store = Cache(tmp_path / "cache" / CACHE_NAME, tmp_path / "built.sqlite")
    assert store.known("own").keys() >= {"articles/events/cancelling.md", "cards/events.yaml"}
    key = next(iter(store.known("own")["articles/events/cancelling.md"]))
    assert store.rendered("own", "articles/events/cancelling.md", key) is not None
    store.close()


def test_a_prebuilt_store_tells_nothing_of_where_and_when_it_was_built(root: Path, tmp_path: Path) -> None:
    prebuild.write(root, tmp_path / "built.sqlite")
    prebuild.write(write_pack(tmp_path / "elsewhere" / "own", BASE), tmp_path / "again.sqlite")
    assert (tmp_path / "built.sqlite").read_bytes() == (tmp_path / "again.sqlite").read_bytes()
    assert str(tmp_path).encode() not in (tmp_path / "built.sqlite").read_bytes()


def test_a_first_start_on_a_prebuilt_store_parses_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prebuild.write(root, tmp_path / "built.sqlite")
    monkeypatch.setattr("studyapp.catalog.load.PREBUILT_NAME", str(tmp_path / "built.sqlite"))
    monkeypatch.setattr("studyapp.catalog.open_pack._parsed", None)
    catalog, _ = load([root], tmp_path / "cache", trusted=[root])
    assert len(catalog.cards()) == 1
    catalog.close()


def test_a_prebuilt_store_of_another_version_is_left_alone(tmp_path: Path) -> None:
    Cache(tmp_path / "old.sqlite", version="0/old").close()
    store = Cache(None, tmp_path / "old.sqlite")
    assert store.known("own") == {}
    store.close()


def _count(tmp_path: Path, table: str) -> int:
    connection = sqlite3.connect(tmp_path / "cache" / CACHE_NAME)
    count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return int(count)
