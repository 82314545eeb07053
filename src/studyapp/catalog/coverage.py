"""Which subjects the content covers, and where it has holes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId

GUIDE: Final = "scrum-guide-2020"
_OUTSIDE: Final = frozenset(("Purpose of the Scrum Guide", "Scrum Guide History"))
"""Headings of the guide that teach nothing."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How many articles, cards, questions and comparison rows name one subject."""

    subject: str
    text: str
    articles: int
    cards: int
    questions: int
    rows: int
    wants: tuple[str, ...]

    @property
    def holes(self) -> tuple[str, ...]:
        """What is wanted and missing."""
        counts = {
            "articles": self.articles,
            "cards": self.cards,
            "questions": self.questions,
            "places": self.articles + self.rows,
        }
        return tuple(want for want in self.wants if not counts[want])


@dataclass(frozen=True, slots=True)
class CoverageSet:
    """The subjects of one set, in their order."""

    title: str
    subjects: tuple[Covered, ...]


def coverage(catalog: Catalog) -> tuple[CoverageSet, ...]:
    """What the open packs cover: objectives, focus areas, sections of the Scrum Guide, and their syllabus."""
    return (_objectives(catalog), _areas(catalog), _sections(catalog), *_syllabus(catalog))


class _Tally:
    """How often each name is mentioned by each kind of item."""

    def __init__(self) -> None:
        self._counts = {kind: Counter[str]() for kind in ("articles", "cards", "questions", "rows")}

    def add(self, kind: str, names: Iterable[str]) -> None:
        self._counts[kind].update(set(names))

    def covered(self, name: str, text: str, wants: tuple[str, ...]) -> Covered:
        articles, cards, questions, rows = (counts[name] for counts in self._counts.values())
        return Covered(name, text, articles, cards, questions, rows, wants)


def _objectives(catalog: Catalog) -> CoverageSet:
    tally = _Tally()
    for article in catalog.articles().values():
        tally.add("articles", article.objectives)
    for card in catalog.cards().values():
        tally.add("cards", card.objectives)
    for question in catalog.questions().values():
        tally.add("questions", question.objectives)
    wants = ("articles", "cards", "questions")
    return CoverageSet(
        "Objectives", tuple(tally.covered(o.name, o.text, wants) for o in catalog.objectives())
    )


def _areas(catalog: Catalog) -> CoverageSet:
    tally = _Tally()
    for article in catalog.articles().values():
        tally.add("articles", article.areas)
    for card in catalog.cards().values():
        tally.add("cards", (card.area,))
    for question in catalog.questions().values():
        tally.add("questions", (question.area,))
    wants = ("articles", "cards", "questions")
    areas = (area for competency in catalog.competencies() for area in competency.areas)
    return CoverageSet("Focus areas", tuple(tally.covered(a.name, a.title, wants) for a in areas))


def _sections(catalog: Catalog) -> CoverageSet:
    """Sections of the Scrum Guide that cards and questions name, and articles that those rest on."""
    tally = _Tally()
    articles: dict[str, set[ItemId]] = {}
    for card in catalog.cards().values():
        tally.add("cards", _section(card.source))
        articles.setdefault(card.source.section, set()).add(card.proof.article)
    for question in catalog.questions().values():
        tally.add("questions", _section(question.source))
        articles.setdefault(question.source.section, set()).add(question.proof.article)
    for section, proving in articles.items():
        for _ in proving:
            tally.add("articles", (section,))
    guide = catalog.sources().get(GUIDE)
    wants = ("articles", "cards", "questions")
    sections = (section for section in (guide.sections if guide else ()) if section not in _OUTSIDE)
    return CoverageSet("Sections of the Scrum Guide", tuple(tally.covered(s, s, wants) for s in sections))


def _section(source: Citation) -> tuple[str, ...]:
    return (source.section,) if source.document == GUIDE else ()


def _syllabus(catalog: Catalog) -> Iterator[CoverageSet]:
    tally = _Tally()
    for article in catalog.articles().values():
        tally.add("articles", (*article.facts, *article.answers))
    for card in catalog.cards().values():
        tally.add("cards", card.facts)
    for question in catalog.questions().values():
        tally.add("questions", question.facts)
    for comparison in catalog.comparisons().values():
        for row in comparison.rows:
            tally.add("rows", row.dimensions)
    for each in catalog.syllabus():
        covered = (tally.covered(subject.name, subject.text, each.wants) for subject in each.subjects)
        yield CoverageSet(each.title, tuple(covered))
