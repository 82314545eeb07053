"""Words of earlier Scrum Guides: fine where history or an error is told, wrong where Scrum is."""

import re
from collections.abc import Iterator
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.encoding import looks_broken
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Severity
from studyapp.ids import ItemId, pack_of

STALE: Final = (
    (re.compile(r"\bdevelopment teams?\b", re.IGNORECASE), "Developers"),
    (re.compile(r"\bgroom(?:ing|ed|s)?\b", re.IGNORECASE), "refinement"),
    (re.compile(r"\bself[- ]organi[sz]\w+", re.IGNORECASE), "self-managing"),
    (re.compile(r"\bceremon(?:y|ies)\b", re.IGNORECASE), "event"),
    (re.compile(r"\bservant[- ]lead\w+", re.IGNORECASE), "a true leader who serves"),
    (re.compile(r"\bpotentially (?:releasable|shippable)\b", re.IGNORECASE), "usable"),
)
"""What the Scrum Guide 2020 no longer says, and what it says instead."""

_ANY_STALE = re.compile("|".join(pattern.pattern for pattern, _ in STALE), re.IGNORECASE)
_GUIDE: Final = "scrum-guide-2020"
_QUOTED = re.compile(r"“[^”]{0,300}”|\"[^\"]{0,300}\"|‘[^’\n]*’|`[^`\n]*`|\*[^*\n]*\*")
_OF_THE_PAST = re.compile(
    r"\b(?:(?:19|20)\d\d|earlier|old(?:er)?|former(?:ly)?|before|no longer|once|used to|history|words?|terms?|names?"
    r"|called|calls?|speaks? of|outdated)\b",
    re.IGNORECASE,
)
"""A passage that says one of these speaks about the word rather than with it."""
_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
_TRAP = re.compile(r"^!!! trap\b[^\n]*\n(?:(?:    [^\n]*)?\n)*", re.MULTILINE)


def check_words(catalog: Catalog, findings: Findings) -> None:
    """Report stale terms of Scrum, and text whose encoding looks broken in a way that is not mended."""
    scrum = _packs_on_scrum(catalog)
    for article in catalog.articles().values():
        pack = pack_of(article.id)
        path = catalog.laid_over(pack, article.path)
        text = catalog.file(pack, path) or ""
        if not text.isascii():
            _check_encoding(pack, path, text, findings)
        if pack in scrum and "History" not in article.tags:
            _check_article(pack, path, text, findings)
    for item, part, words in _texts(catalog):
        if pack_of(item) in scrum and _ANY_STALE.search(words) and not _OF_THE_PAST.search(words):
            for stale, instead in _stale_in(_without(_QUOTED, words)):
                message, hint = f"“{stale[0]}” is a term of the past", f"say “{instead}”"
                findings.at_item(item, part, "stale-term", message, hint, Severity.WARNING)


def _packs_on_scrum(catalog: Catalog) -> frozenset[str]:
    """The packs that describe themselves, when the Scrum Guide is among the sources."""
    if _GUIDE not in catalog.sources():
        return frozenset()
    return frozenset(pack.id for pack in catalog.packs if catalog.file(pack.id, "pack.yaml") is not None)


def _check_encoding(pack: str, path: str, text: str, findings: Findings) -> None:
    if not looks_broken(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if looks_broken(line):
            message, hint = "this line looks as if it had been decoded wrongly", "write it anew, in UTF-8"
            findings.at(pack, path, (number, 1), "encoding-suspect", message, hint, Severity.WARNING)


def _check_article(pack: str, path: str, text: str, findings: Findings) -> None:
    if not _ANY_STALE.search(text):
        return
    text = _PARAGRAPH.sub(_kept, _without(_QUOTED, _without(_TRAP, text)))
    for stale, instead in _stale_in(text):
        place = text.count("\n", 0, stale.start()) + 1, stale.start() - text.rfind("\n", 0, stale.start())
        message, hint = (
            f"“{stale[0]}” is a term of the past",
            f"say “{instead}”, or put it into quotation marks",
        )
        findings.at(pack, path, place, "stale-term", message, hint, Severity.WARNING)


def _kept(paragraph: re.Match[str]) -> str:
    """The paragraph; blanked out when it speaks about words."""
    return re.sub(r"[^\n]", " ", paragraph[0]) if _OF_THE_PAST.search(paragraph[0]) else paragraph[0]


def _stale_in(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, instead in STALE:
        for match in pattern.finditer(text):
            yield match, instead


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds blanked out, so that every place stays where it is."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _texts(catalog: Catalog) -> Iterator[tuple[ItemId, str, str]]:
    for card in catalog.cards().values():
        yield card.id, "", f"{card.front}\n{card.back}\n{card.why}"
    for question in catalog.questions().values():
        yield question.id, "", question.stem
        for number, option in enumerate(question.options, start=1):
            yield (
                question.id,
                f"option {number} ",
                (f"{option.text}\n" if option.right else "") + option.reason,
            )
    for table in catalog.comparisons().values():
        for cell in (cell for row in table.rows for cell in row.cells):
            yield cell.id, "", f"{cell.text}\n{cell.note}"
            for each in cell.disagreements:
                yield cell.id, "disagreements", f"{each.says}\n{each.exam}"
    for choice in catalog.choices().values():
        for factor in choice.factors:
            yield choice.id, f"{factor.name} ", "\n".join((factor.scrum, *(a.why for a in factor.answers)))
    for term in catalog.terms().values():
        yield term.id, "", f"{term.term}\n{term.definition}"
