"""Every proof must stand in its passage exactly once, and every source must be a section of its document."""

from collections.abc import Iterator

from studyapp.catalog.article import Rendered
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.findings import Findings
from studyapp.catalog.nearest import asked, mend
from studyapp.catalog.proof import Proof
from studyapp.catalog.quote import comparable
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId, name_of

Proven = tuple[ItemId, str, Proof, Citation]
"""An item, the part of it (empty, or ``option 2 ``), its proof and its source."""


def check_proofs(catalog: Catalog, findings: Findings) -> None:
    """Report proofs that do not prove and sources that are not listed."""
    passages = _Passages(catalog)
    for item, part, proof, citation in _proven(catalog):
        _check_proof(item, part, proof, passages, findings)
        if citation.settled:
            _check_citation(item, part, citation, catalog, findings)
    for item, citation in _cited_against(catalog):
        if citation.settled:
            _check_citation(item, "disagreements", citation, catalog, findings)


def _check_proof(item: ItemId, part: str, proof: Proof, passages: "_Passages", findings: Findings) -> None:
    place = f"{part}proof"
    passage = passages.of(proof)
    if passage is None:
        message, hint = passages.why_not(proof)
        findings.at_item(item, place, "proof-place", message, hint)
        return
    count = passage.count(comparable(proof.quote))
    if count != 1:
        at = f"{name_of(proof.article)}#{proof.heading}"
        said = "does not stand" if not count else f"stands {count} times"
        hint = passages.how_to_quote(proof) if not count else "quote more of the sentence"
        findings.at_item(item, place, "proof-quote", f"“{proof.quote}” {said} in {at}", hint)


def _check_citation(
    item: ItemId, part: str, citation: Citation, catalog: Catalog, findings: Findings
) -> None:
    source = catalog.sources().get(citation.document)
    if source is None:
        message = f"there is no document {citation.document!r}"
        hint = mend(citation.document, catalog.sources(), "sources.yaml")
        findings.at_item(item, f"{part}source", "unknown-document", message, hint)
    elif citation.section and citation.section not in source.sections:  # without one it is told as missing
        message = f"{source.title} has no section {citation.section!r}"
        hint = mend(citation.section, source.sections, f"the sections of {citation.document} in sources.yaml")
        findings.at_item(item, f"{part}source", "unknown-section", message, hint)


def _cited_against(catalog: Catalog) -> Iterator[tuple[ItemId, Citation]]:
    """What disagreements cite."""
    for table in catalog.comparisons().values():
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from ((cell.id, each.source) for each in cell.disagreements)


def _proven(catalog: Catalog) -> Iterator[Proven]:
    for card in catalog.cards().values():
        if "~" not in card.id and card.proof.given:
            yield card.id, "", card.proof, card.source
    for question in catalog.questions().values():
        yield question.id, "", question.proof, question.source
        for number, option in enumerate(question.options, start=1):
            if (option.proof, option.source) != (question.proof, question.source):
                yield question.id, f"option {number} ", option.proof, option.source
    for table in catalog.comparisons().values():
        for cell in (cell for row in table.rows for cell in row.cells):
            if cell.proof is not None:
                yield cell.id, "", cell.proof, cell.source
    for term in catalog.terms().values():
        yield term.id, "", term.proof, term.source
    for choice in catalog.choices().values():
        parts = [(each.name, each.proof, each.source) for each in choice.factors]
        parts += [(note.title, note.proof, note.source) for note in choice.notes]
        yield from (
            (choice.id, f"{name} ", proof, source) for name, proof, source in parts if proof is not None
        )


class _Passages:
    """Passages made comparable, each once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._articles: dict[ItemId, Rendered | None] = {}
        self._passages: dict[tuple[ItemId, str], str | None] = {}

    def of(self, proof: Proof) -> str | None:
        key = (proof.article, proof.heading)
        if key not in self._passages:
            self._passages[key] = self._passage(*key)
        return self._passages[key]

    def how_to_quote(self, proof: Proof) -> str:
        """How to mend a quote that its passage does not hold."""
        article = self._article(proof.article)
        if article is not None and proof.heading in article.taken:
            return f"two headings have the id {proof.heading!r}, and the first counts: give one another"
        return "quote the rendered words exactly"

    def why_not(self, proof: Proof) -> tuple[str, str]:
        """What is wrong with the place of a proof, and how to mend it."""
        article = self._article(proof.article)
        if article is None:
            near = asked(
                name_of(proof.article), map(name_of, self._catalog.articles()), "write `at: slug#heading`"
            )
            return f"there is no article {name_of(proof.article)!r}", near
        ids = [heading.id for heading in article.headings]
        named = mend(proof.heading, ids, "its headings")
        hint = named if ids else f"give a heading of it {{#{proof.heading}}}"
        return f"{name_of(proof.article)} has no heading {proof.heading!r}", hint

    def _passage(self, item: ItemId, heading: str) -> str | None:
        article = self._article(item)
        try:
            return comparable(article.passage(heading)) if article else None
        except KeyError:
            return None

    def _article(self, item: ItemId) -> Rendered | None:
        if item not in self._articles:
            known = item in self._catalog.articles()
            self._articles[item] = self._catalog.rendered(item) if known else None
        return self._articles[item]
