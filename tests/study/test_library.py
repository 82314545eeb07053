"""Packs that are open, and places that turned out to hold none."""

from pathlib import Path

import pytest

from studyapp.preferences import load_preferences
from studyapp.study.desks_to_come import Packs
from tests.tools.packs import write_pack


@pytest.fixture(autouse=True)
def bundled(small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small pack in the place of the large one."""
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)


def test_a_named_place_without_a_pack_is_told_and_not_remembered(profile: Path, tmp_path: Path) -> None:
    library = Packs(profile, [tmp_path / "gone"]).opened(None)
    assert [root for root, _ in library.unopened] == [tmp_path / "gone"]
    assert load_preferences(profile).packs == ()
    library.close()


def test_a_pack_added_earlier_is_tried_at_every_start_until_it_is_forgotten(
    profile: Path, tmp_path: Path
) -> None:
    other = write_pack(tmp_path / "other", {"a.md": "A text."})
    Packs(profile, [other]).opened(None).close()
    other.rename(tmp_path / "moved")
    library = Packs(profile, []).opened(None)
    assert load_preferences(profile).packs == (str(other),)
    library.forget_unopened()
    assert (library.unopened, load_preferences(profile).packs) == ((), ())
    library.close()
