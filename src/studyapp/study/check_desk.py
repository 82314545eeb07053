"""Looks for problems in the open packs: in each file, and across them."""

from collections.abc import Sequence
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


def check_packs(roots: Sequence[Path], cache: Path | None, *, accept_ids: bool = False) -> CheckReport:
    """Open packs and check everything about them. With ``accept_ids`` new identifiers are listed first."""
    catalog, problems = load(roots, cache)
    try:
        if accept_ids and accept_new_ids(catalog):
            catalog.close()
            catalog, problems = load(roots, cache)
        return report_on(catalog, problems)
    finally:
        catalog.close()


def report_on(catalog: Catalog, problems: Sequence[Problem]) -> CheckReport:
    """What is wrong with an open catalog, beside the problems found in reading it."""
    counts = catalog.counts()
    packs = tuple(PackReport(pack.id, pack.root, counts[pack.id]) for pack in catalog.packs)
    found = {*problems, *check(catalog)}
    return CheckReport(
        packs, tuple(sorted(found, key=lambda p: (p.path, p.line, p.column, p.code, p.message)))
    )


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
