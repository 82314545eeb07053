"""Images come from the pack alone, and only when they are images."""

from pathlib import Path

import pytest

from studyapp.catalog.image_file import is_image
from studyapp.catalog.load import load
from studyapp.ids import ItemId
from tests.tools.packs import write_pack


def png(width: int = 2, height: int = 2) -> bytes:
    """The first bytes of a PNG, as far as anyone here looks."""
    return (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
        + width.to_bytes(4, "big")
        + height.to_bytes(4, "big")
        + b"\x08\x02"
    )


GIF = b"GIF89a" + (3).to_bytes(2, "little") * 2 + b"\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x03\x00\x04\x00\x00"
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x01\x00\x00\x00"


@pytest.mark.parametrize("data", [png(), GIF, JPEG, WEBP])
def test_known_formats_are_images(data: bytes) -> None:
    assert is_image(data)


@pytest.mark.parametrize(
    "data",
    [png(5000), png(0), b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF0000WEBP"],
)
def test_everything_else_is_none(data: bytes) -> None:
    assert not is_image(data)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("img/a.png", True), ("./img/a.png", True), ("/b.png", True), ("../static/b.png", True), ("c.png", True), ("/static/b.png", True),
        ("fake.png", False), ("../../secret.png", False), ("none.png", False), ("/etc/hostname.png", False), ("img", False),
    ],
)  # fmt: skip
def test_an_image_is_found_beside_the_page_or_in_the_usual_folders(
    tmp_path: Path, name: str, found: bool
) -> None:
    root = write_pack(tmp_path / "own", {
        "docs/page.md": "x", "docs/img/a.png": png(), "static/b.png": png(), "docs/fake.png": b"<svg/>", "docs/page/c.png": png(),
    })  # fmt: skip
    write_pack(tmp_path, {"secret.png": png()})
    catalog, _ = load([root], None)
    assert (catalog.image(ItemId("own/article/docs/page"), name) is not None) == found


def test_an_image_that_is_missing_leaves_its_text(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "own", {"a.md": "x ![there](a.png) ![gone](b.png)", "a.png": png()})
    catalog, _ = load([root], None, trusted=[root])
    shown = catalog.rendered(ItemId("own/article/a")).html
    assert '<img src="a.png" alt="there">' in shown
    assert '<span class="missing-image">gone</span>' in shown
