"""What every reader of a data file is handed, and the pieces that several kinds share."""

from dataclasses import dataclass, field
from typing import Any

from studyapp.catalog.fields import Fields
from studyapp.catalog.proof import UNPROVEN, Proof
from studyapp.catalog.report import Report
from studyapp.catalog.source import UNSETTLED, Citation
from studyapp.catalog.spots import Places
from studyapp.ids import PERSONAL, ItemId, item_id


@dataclass(slots=True)
class Reading:
    """One file being read: the pack it belongs to, its path, what is wrong with it and what came of it."""

    pack: str
    path: str
    report: Report
    places: Places = field(default_factory=Places)
    values: dict[str, list[Any]] = field(default_factory=dict)

    def keep(self, kind: str, value: Any) -> None:
        """Keep a value that was read."""
        self.values.setdefault(kind, []).append(value)

    def id(self, kind: str, name: str) -> ItemId:
        """The identifier of an item of this pack."""
        return item_id(self.pack, kind, name)


def read_proof(fields: Fields, reading: Reading, default: Proof | None = None) -> Proof | None:
    """``proof: {at: slug#heading, quote: …}``; reported when it is missing and there is no ``default``.

    The learner's own cards may do without one, and name the article of any pack by its whole identifier.
    """
    inner = fields.mapping("proof")
    if inner is None:
        if reading.pack == PERSONAL:
            return UNPROVEN
        if default is None:
            hint = 'add `proof: {at: "article#heading", quote: "…"}`'
            fields.wrong("", "no-proof", "nothing proves this; it is left out", hint)
        return default
    slug, mark, heading = inner.needed("at").partition("#")
    quote = inner.needed("quote")
    inner.finish()
    if mark and not slug:
        inner.wrong("at", "proof-place", "no article is named before the #", "write `at: slug#heading`")
    if not slug or not quote:
        return default
    elsewhere = reading.pack == PERSONAL and "/article/" in slug
    return Proof(ItemId(slug) if elsewhere else reading.id("article", slug), heading, quote)


def read_citation(fields: Fields, default: Citation | None = None) -> Citation:
    """``source: {document: …, section: …}`` or ``source: unsettled``."""
    if fields.says("source", "unsettled"):
        return UNSETTLED
    inner = fields.mapping("source")
    if inner is None:
        if default is None:
            hint = "add `source: {document: …, section: …}`, or `source: unsettled` when no source decides"
            fields.wrong("", "no-source", "no source is named", hint)
        return default or UNSETTLED
    citation = Citation(inner.needed("document"), inner.needed("section"))
    inner.finish()
    return citation
