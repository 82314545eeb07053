"""What the tests of the command line share."""

from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.catalog.cache import Cache, prebuilt_version
from studyapp.catalog.open_pack import open_pack


@pytest.fixture(scope="session")
def parsed_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled pack in its parsed form, as an installed program brings it along."""
    file = tmp_path_factory.mktemp("parsed") / "bundled.db"
    store = Cache(file, version=prebuilt_version())
    open_pack(bundle.content_dir().absolute(), store, "", trusted=True)
    store.close()
    return file


@pytest.fixture
def small_bundle(small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small pack stands for the bundled one."""
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)


@pytest.fixture(autouse=True)
def as_installed(parsed_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command find it, so that none parses the bundled pack anew."""
    monkeypatch.setattr("studyapp.catalog.load.PREBUILT_NAME", str(parsed_pack))
