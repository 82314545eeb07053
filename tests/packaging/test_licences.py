"""The folder of licences holds the text of everything that is shipped, none over another."""

from collections.abc import Callable
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def licences(
    tmp_path: Path, script: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    info = tmp_path / "ours-1.dist-info"
    places = ("licenses/LICENSE", "licenses/content/LICENSE", "sboms/ours.cyclonedx.json")
    for place, text in zip(places, ("MIT", "CC", BILL), strict=True):
        (info / place).parent.mkdir(parents=True, exist_ok=True)
        (info / place).write_text(text)
    (info / "RECORD").write_text("".join(f"ours-1.dist-info/{place},,\n" for place in places))
    module = script("licences.py")

    def found(_: str) -> Distribution:
        return PathDistribution(info)

    monkeypatch.setattr(module, "distribution", found)
    return module


BILL = '{"components": [{"name": "serde", "version": "1.0.2", "licenses": [{"expression": "MIT OR Apache-2.0"}]}]}'


def test_two_licences_of_one_name_are_both_kept(licences: ModuleType) -> None:
    texts = licences.package_texts("ours")
    assert {name: file.read_text() for name, file in texts.items()} == {
        "LICENSE": "MIT",
        "content/LICENSE": "CC",
    }


def test_the_crates_inside_a_package_are_named_with_their_licences(licences: ModuleType) -> None:
    assert licences.crates("ours") == ["serde 1.0.2: MIT OR Apache-2.0"]


def test_the_notice_names_what_comes_with_qt(script: Callable[[str], ModuleType]) -> None:
    folder = Path(script("licences.py").__file__ or "").parent
    assert "Unicode, Inc." in (folder / "licences/ICU.txt").read_text(encoding="utf-8")
    assert "ICU" in (folder.parent / "NOTICE").read_text(encoding="utf-8")
