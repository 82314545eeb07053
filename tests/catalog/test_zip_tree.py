"""Archives: honest ones open, tricks are refused, nothing is written."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from studyapp.catalog.load import load
from studyapp.ids import ItemId
from tests.tools.packs import BASE


def _zip(tmp_path: Path, files: Mapping[str, str | bytes], name: str = "own.zip", prefix: str = "") -> Path:
    place = tmp_path / name
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(prefix + path, text)
    return place


def _codes(place: Path) -> list[str]:
    return [problem.code for problem in load([place], None)[1]]


@pytest.mark.parametrize("prefix", ["", "my-pack/"])
def test_an_archive_opens_like_its_folder(tmp_path: Path, prefix: str) -> None:
    place = _zip(tmp_path, BASE, prefix=prefix)
    catalog, problems = load([place], tmp_path / "cache", trusted=[place])
    assert problems == ()
    assert list(catalog.cards()) == ["own/card/who"]
    assert catalog.rendered(ItemId("own/article/cancelling")).passage("who").startswith("Who may cancel")
    assert list(load([place], tmp_path / "cache")[0].articles()) == ["own/article/cancelling"]


def test_a_problem_in_an_archive_names_archive_and_member(tmp_path: Path) -> None:
    place = _zip(tmp_path, {**BASE, "cards/bad.yaml": "a: ["})
    assert [p.path for p in load([place], None)[1]] == [str(place / "cards/bad.yaml")]


@pytest.mark.parametrize(
    "name",
    [
        "../evil.md", "/abs.md", "a/../../b.md", "C:\\x.md", "c:/x.md", "a\\b.md", "CON.md", "docs/aux.txt", "nul", "a./b.md", "a /b.md",
        "x\u202egnp.md", "x\x01.md", "d/" * 7 + "deep.md", "n" * 130 + ".md",
    ],
)  # fmt: skip
def test_a_name_that_no_disk_should_bear_is_left_out_and_the_rest_opens(tmp_path: Path, name: str) -> None:
    place = _zip(tmp_path, {"good.md": "text", name: "evil"})
    catalog, problems = load([place], None)
    assert list(catalog.articles()) == ["own/article/good"]
    assert [p.code for p in problems] == ["zip-name"]


def test_what_a_mac_packs_along_is_passed_over_quietly(tmp_path: Path) -> None:
    along = {"own/.DS_Store": "x", "__MACOSX/own/._a.md": "x", "own/.git/config": "x", "own/.hidden.md": "x"}
    catalog, problems = load([_zip(tmp_path, {"own/a.md": "text", **along})], None)
    assert (list(catalog.articles()), problems) == (["own/article/a"], ())


@pytest.mark.parametrize("twin", ["A.md", "a.MD"])
def test_names_that_are_one_on_some_systems_are_told(tmp_path: Path, twin: str) -> None:
    assert _codes(_zip(tmp_path, {"a.md": "1", twin: "2"})) == ["zip-name"]
    assert _codes(_zip(tmp_path, {"é.md": "1", "e\u0301.md": "2"}, "b.zip")) == ["zip-name"]


def test_links_and_encrypted_entries_are_left_out(tmp_path: Path) -> None:
    place = tmp_path / "own.zip"
    link, locked = zipfile.ZipInfo("link.md"), zipfile.ZipInfo("locked.md")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("good.md", "text")
        archive.writestr(link, "/etc/passwd")
        archive.writestr(locked, "x")
    data = bytearray(place.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    place.write_bytes(bytes(data))
    catalog, problems = load([place], None)
    assert list(catalog.articles()) == ["own/article/good"]
    assert [p.code for p in problems] == ["zip-name", "zip-name"]


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    assert _codes(_zip(tmp_path, {"a.md": b"0" * 30_000_000})) == ["zip-refused"]


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    place = tmp_path / "own.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for number in range(5001):
            archive.writestr(f"{number}.md", "")
    assert _codes(place) == ["zip-refused"]


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.md", "x" * 100)
        archive.writestr("b.md", "y" * 100)
    data = bytearray(buffer.getvalue())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    place = tmp_path / "own.zip"
    place.write_bytes(bytes(data))
    assert _codes(place) == ["zip-refused"]


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"not a zip" * 100, b"\x00" * 5000])
def test_what_is_no_archive_is_told(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "own.zip"
    place.write_bytes(data)
    catalog, problems = load([place], None)
    assert not catalog.articles()
    assert {p.code for p in problems} <= {"zip-damaged", "no-pack"}


def test_a_member_whose_bytes_are_wrong_is_reported_and_the_rest_opens(tmp_path: Path) -> None:
    place = tmp_path / "own.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("a.md", "MARK this text")
        archive.writestr("b.md", "good")
    place.write_bytes(place.read_bytes().replace(b"MARK", b"MIRK"))
    catalog, problems = load([place], None)
    assert list(catalog.articles()) == ["own/article/b"]
    assert [p.code for p in problems] == ["cannot-read"]
