"""Looks for problems in the open packs: in each file, and across them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.check_names import IDS, accepted, ids_of
from studyapp.catalog.cross_check import check
from studyapp.catalog.load import load
from studyapp.catalog.pack import PackCounts
from studyapp.catalog.problem import Problem


@dataclass(frozen=True, slots=True)
class PackReport:
    """One pack that was checked."""

    name: str
    path: Path
    counts: PackCounts


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Every pack that was checked, and every problem, by file and line."""

    packs: tuple[PackReport, ...]
    problems: tuple[Problem, ...]


def check_packs(
    roots: Sequence[Path], cache: Path | None, *, accept_ids: bool = False, own: Path | None = None
) -> CheckReport:
    """Open packs and check everything about them. With ``accept_ids`` new identifiers are listed first.

    ``own`` is where the learner's own cards lie.
    """
    catalog, problems = load(roots, cache, own=own)
    try:
        if accept_ids and accept_new_ids(catalog):
            catalog.close()
            catalog, problems = load(roots, cache, own=own)
        report = report_on(catalog, problems)
        return _with_translations(report, roots, cache, own, catalog.languages())
    finally:
        catalog.close()


def _with_translations(
    report: CheckReport, roots: Sequence[Path], cache: Path | None, own: Path | None, languages: Sequence[str]
) -> CheckReport:
    """The report with what is wrong in each language besides: in translations, and by what they change."""
    found = {*report.problems}
    for language in languages:
        catalog, problems = load(roots, cache, language=language, own=own)
        found.update(report_on(catalog, problems).problems)
        catalog.close()
    return CheckReport(report.packs, _in_order(found))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.code, p.message)))


def report_on(catalog: Catalog, problems: Sequence[Problem]) -> CheckReport:
    """What is wrong with an open catalog, beside the problems found in reading it."""
    counts = catalog.counts()
    packs = tuple(PackReport(pack.id, pack.root, counts[pack.id]) for pack in catalog.packs)
    found = {*problems, *check(catalog)}
    return CheckReport(packs, _in_order(found))


def accept_new_ids(catalog: Catalog) -> bool:
    """Write every identifier into the list of its pack, where the pack describes itself; whether any was new."""
    new = False
    for pack in catalog.packs:
        if not pack.root.is_dir() or catalog.file(pack.id, "pack.yaml") is None:
            continue
        before = catalog.file(pack.id, IDS) or ""
        after = accepted(before, set(ids_of(catalog, pack.id)))
        if after != before:
            (pack.root / IDS).write_text(after, encoding="utf-8", newline="\n")
            new = True
    return new
