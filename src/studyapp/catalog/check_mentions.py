"""Whether the areas, objectives, subjects, topics and levels that items mention are listed where packs list any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.fields import Fields
from studyapp.catalog.findings import Findings
from studyapp.catalog.nearest import asked, mend
from studyapp.catalog.open_pack import PACK_FILES
from studyapp.catalog.problem import Severity
from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import read_yaml
from studyapp.ids import ItemId, pack_of

LEVELS: Final = ("pspo-1", "pspo-2", "pspo-3")
"""The levels that are known without a certification of that name in ``exams.yaml``."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of name: the key that mentions it, the problem's code, what it is called, and where it is listed."""

    key: str
    code: str
    called: str
    listed: str
    known: frozenset[str]
    order: tuple[str, ...]


def check_mentions(catalog: Catalog, findings: Findings) -> None:
    """Report each name that no list has. Where no pack lists any, every name will do; a level must always be known."""
    areas = _kind("area", "areas.yaml", (a.name for g in catalog.competencies() for a in g.areas))
    objectives = _kind("objective", "objectives.yaml", (o.name for o in catalog.objectives()), "objectives")
    subjects = _kind(
        "subject", "syllabus.yaml", (s.name for t in catalog.syllabus() for s in t.subjects), "facts"
    )
    topics = _kind("topic", "`topics` in pack.yaml", (topic.name for topic in catalog.topics() if topic.name))
    for item, named in _areas_of(catalog):
        _look(item, named, areas, findings)
    for item, objective_names, facts in _named_by(catalog):
        _look(item, objective_names, objectives, findings)
        _look(item, facts, subjects, findings)
    for card in catalog.cards().values():
        _look(card.id, (card.topic,) if card.topic else (), topics, findings)
    for table in catalog.comparisons().values():
        for row in table.rows:
            _look(table.id, row.dimensions, subjects, findings, f"{row.name} dimensions")
    _check_levels(catalog, findings)
    for pack in catalog.packs:
        _check_folders(pack.id, catalog, findings)


def _kind(called: str, listed: str, names: Iterable[str], key: str = "") -> _Kind:
    order = tuple(dict.fromkeys(names))
    return _Kind(key or called, f"unknown-{called}", called, listed, frozenset(order), order)


def _look(item: str, names: Iterable[str], kind: _Kind, findings: Findings, part: str = "") -> None:
    for name in names if kind.known else ():
        if name not in kind.known:
            code = kind.code if name else "missing"
            message = f"there is no {kind.called} {name!r}" if name else f"no {kind.called} is named"
            findings.at_item(item, part or kind.key, code, message, mend(name, kind.order, kind.listed))


def _areas_of(catalog: Catalog) -> Iterator[tuple[ItemId, tuple[str, ...]]]:
    """Cards and questions must have an area; articles and terms may."""
    for article in catalog.articles().values():
        yield article.id, article.areas
    for card in catalog.cards().values():
        yield card.id, (card.area,)
    for question in catalog.questions().values():
        yield question.id, (question.area,)
    for term in catalog.terms().values():
        yield term.id, (term.area,) if term.area else ()


def _named_by(catalog: Catalog) -> Iterator[tuple[ItemId, tuple[str, ...], tuple[str, ...]]]:
    """The objectives and the subjects that each item names."""
    for article in catalog.articles().values():
        yield article.id, article.objectives, article.facts
    for card in catalog.cards().values():
        yield card.id, card.objectives, card.facts
    for question in catalog.questions().values():
        yield question.id, question.objectives, question.facts


def _check_levels(catalog: Catalog, findings: Findings) -> None:
    """A level is one of the known three, or bears the name of a certification."""
    names = (*LEVELS, *(certification.name for certification in catalog.certifications()))
    levels = _kind("level", "these, or a certification of exams.yaml", names)
    for group in catalog.competencies():
        for area in group.areas:
            _look(f"area {area.name}", area.levels, levels, findings, "levels")
    for question in catalog.questions().values():
        _look(question.id, (question.level,) if question.level else (), levels, findings)
    for profile in catalog.profiles():
        _look(profile.id, (profile.level,) if profile.level else (), levels, findings)


def _check_folders(pack: str, catalog: Catalog, findings: Findings) -> None:
    """A topic of ``pack.yaml`` to which nothing belongs, while a folder is called nearly so, is a slip of the pen."""
    path = next((name for name in PACK_FILES if catalog.file(pack, name) is not None), "")
    node = read_yaml(catalog.file(pack, path) or "", Report(path)) if path else None
    if node is None:
        return
    entries = {entry.name(): entry for entry in Fields(node, Report(path)).named("topics")}
    folders = {article.topic for article in catalog.articles().values() if pack_of(article.id) == pack}
    drilled = {card.topic for card in catalog.cards().values() if pack_of(card.id) == pack}
    for name, entry in entries.items():
        hint = "" if name in folders | drilled else asked(name, sorted(folders - {*entries}), "")
        if hint:
            message = f"nothing belongs to the topic {name!r}"
            findings.at(
                pack, path, entry.place("name"), "empty-topic", message, hint.strip(), Severity.WARNING
            )
