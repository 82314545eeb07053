"""Writes the store that a wheel carries: the bundled pack parsed and rendered."""

from collections.abc import Iterator
from pathlib import Path

from studyapp.catalog.cache import Cache, prebuilt_version
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.open_pack import open_pack


def write(content_dir: Path, out_file: Path) -> None:
    """Parse and render everything in ``content_dir`` and keep it in ``out_file``, which tells nothing of the place."""
    store = Cache(out_file, version=prebuilt_version())
    pack, _ = open_pack(content_dir.absolute(), store, "", trusted=True)
    if pack is None:
        raise FileNotFoundError(content_dir)
    catalog = Catalog([pack], store)
    for item in catalog.articles():
        catalog.rendered(item)
    for text in dict.fromkeys(_short_texts(catalog)):
        catalog.inline(text)
    store.forget_places()
    catalog.close()


def _short_texts(catalog: Catalog) -> Iterator[str]:
    """Every short Markdown text that a page may show."""
    for card in catalog.cards().values():
        yield from (card.front, card.back, card.why)
    for question in catalog.questions().values():
        yield from (question.stem, question.model_answer)
        for option in question.options:
            yield from (option.text, option.reason)
    for table in catalog.comparisons().values():
        yield from (part for row in table.rows for cell in row.cells for part in (cell.text, cell.note))
    for term in catalog.terms().values():
        yield term.definition
