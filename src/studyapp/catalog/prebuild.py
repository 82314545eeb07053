"""Writes the store that a wheel carries: the bundled pack parsed and rendered."""

from pathlib import Path

from studyapp.catalog.cache import Cache, prebuilt_version
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.open_pack import open_pack


def write(content_dir: Path, out_file: Path) -> None:
    """Parse and render everything in ``content_dir`` and keep it in ``out_file``."""
    store = Cache(out_file, version=prebuilt_version())
    pack, _ = open_pack(content_dir.absolute(), store, "", trusted=True)
    if pack is None:
        raise FileNotFoundError(content_dir)
    catalog = Catalog([pack], store)
    for item in catalog.articles():
        catalog.rendered(item)
    catalog.close()
