"""Packs that are open, and places that turned out to hold none."""

from pathlib import Path

import pytest

from studyapp.preferences import load_preferences
from studyapp.study.authoring import WatchedPacks
from studyapp.study.change import Change
from studyapp.study.check_desk import check_packs
from studyapp.study.desks import Desks
from studyapp.study.desks_to_come import Packs
from studyapp.study.own_cards import OwnCard
from tests.tools.packs import BASE, PACK, write_pack


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


STRANGER = {**BASE, "pack.yaml": PACK.replace("id: own", "id: my-cards")}


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("place", ["stranger/pack", "stranger/my-cards"])
def test_a_pack_from_elsewhere_may_not_bear_the_id_of_the_learners_own_cards(
    desks: Desks, tmp_path: Path, place: str, written: bool
) -> None:
    if written:
        desks.own_cards.add(OwnCard(front="Who?", back="You."))
    files = STRANGER if place.endswith("pack") else {"a.md": "A text."}
    root, cards = write_pack(tmp_path / place, files), desks.library.catalog.cards()
    assert desks.library.add(root) is Change.NOTHING
    told = [p for p in desks.library.problems if p.path == str(root)]
    assert [(p.code, "'my-cards'" in p.message) for p in told] == [("pack-id-taken", True)]
    assert (desks.library.catalog.cards(), desks.own_cards.file.exists()) == (cards, written)


def test_it_is_left_out_where_it_is_read_beside_the_window_and_by_the_check(
    desks: Desks, tmp_path: Path
) -> None:
    desks.own_cards.add(OwnCard(front="Who?", back="You."))
    root, own = write_pack(tmp_path / "stranger", STRANGER), desks.library.own
    assert own is not None
    packs = WatchedPacks((own, root), None, own=own)
    reading = packs.read()
    reading.catalog.close()
    assert [p.root for p in reading.catalog.packs] == [own]
    report = check_packs([own, root], None, own=own)
    assert [p.path for p in report.packs] == [own]
    assert [(p.code, p.path) for p in report.problems] == [("pack-id-taken", str(root))]
