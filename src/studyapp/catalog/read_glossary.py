"""Reads the glossary: ``glossary.yaml`` or ``glossary/*.yaml``."""

from studyapp.catalog.fields import Fields
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.slug import clean
from studyapp.catalog.term import Term


def read_glossary(file: Fields, reading: Reading) -> None:
    """Keep the terms of one file."""
    defaults = file.only("area", "source")
    for entry in file.mappings("terms", defaults):
        term = _entry(entry, reading)
        if term is not None:
            reading.keep("term", term)
    file.finish()


def _entry(entry: Fields, reading: Reading) -> Term | None:
    name = entry.name()
    proof = read_proof(entry, reading)
    source = read_citation(entry)
    term, definition = clean(entry.needed("term")), entry.needed("definition")
    if proof is None or not name or not term:
        return None
    own_id = reading.id("term", name)
    reading.places.note(own_id, entry, "name", "proof", "source", "area")
    value = Term(
        id=own_id,
        term=term,
        definition=definition,
        proof=proof,
        source=source,
        synonyms=tuple(map(clean, entry.texts("synonyms"))),
        old_names=tuple(map(clean, entry.texts("old_names"))),
        area=entry.text("area"),
        revision=entry.within("revision", 1, 1_000_000, default=1),
    )
    entry.finish()
    return value
