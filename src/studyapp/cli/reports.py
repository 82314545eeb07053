"""The reports of ``studyapp check --report``: what an author looks at beside the problems."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from studyapp.catalog.balance import Balance
    from studyapp.catalog.catalog import Catalog
    from studyapp.catalog.coverage import CoverageSet

Report = Callable[["Catalog"], tuple[list[str], bool]]
"""Gives the lines to print, and whether the report has a hole."""


def coverage_report(catalog: "Catalog") -> tuple[list[str], bool]:
    """Objectives, areas, sections of the guide and the syllabus, with what is missing of each."""
    from studyapp.catalog.coverage import coverage

    sets = coverage(catalog)
    lines = [line for each in sets for line in _coverage_lines(each)]
    return lines, any(covered.holes for each in sets for covered in each.subjects)


def _coverage_lines(each: "CoverageSet") -> Iterator[str]:
    holes = sum(bool(covered.holes) for covered in each.subjects)
    yield f"{each.title}: {len(each.subjects)} subjects, {holes} with holes"
    for covered in each.subjects:
        counts = f"{covered.articles:4} {covered.cards:4} {covered.questions:4} {covered.rows:4}"
        missing = f"  HOLE: no {', no '.join(covered.holes)}" if covered.holes else ""
        label = covered.subject if covered.text == covered.subject else f"{covered.subject} {covered.text}"
        yield f"  {counts}  {label}{missing}"


def balance_report(catalog: "Catalog") -> tuple[list[str], bool]:
    """Kinds, pools, key positions and lengths of each level's questions."""
    from studyapp.catalog.balance import balance

    levels = balance(catalog)
    lines = [line for level in levels for line in _balance_lines(level)]
    return lines, any(level.holes for level in levels)


def _balance_lines(level: "Balance") -> Iterator[str]:
    yield f"{level.level}: {sum(count for _, count in level.kinds)} questions"
    yield f"  kinds: {_listed(level.kinds)}"
    yield f"  pools: {_listed(level.pools)}"
    yield f"  difficulty: {_listed(level.difficulties)}"
    yield f"  areas: {_listed(level.areas)}"
    yield f"  scenarios: {level.scenarios:.0%}; true among true-false: {level.true_share:.0%}"
    yield f"  key positions: {', '.join(f'{share:.0%}' for share in level.positions)}"
    lengths = f"{level.key_length:.0f} against {level.other_length:.0f} characters"
    yield f"  key is the longest option: {level.longest:.0%}; {lengths}"
    beliefs = ", ".join(f"{name} {share:.0%}" for name, share in level.misconceptions[:5])
    yield f"  beliefs most offered: {beliefs}"
    for hole in level.holes:
        yield f"  HOLE: {hole.replace('_', ' ')} out of balance"


def _listed(counts: Iterable[tuple[object, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts)


def terms_report(catalog: "Catalog") -> tuple[list[str], bool]:
    """Where terms of the past stand outside passages on history."""
    from studyapp.catalog.check_words import check_words
    from studyapp.catalog.findings import Findings

    findings = Findings(catalog)
    check_words(catalog, findings)
    lines = [str(problem) for problem in findings.problems]
    return lines or ["no stale terms outside passages on history"], bool(lines)


def similarity_report(catalog: "Catalog") -> tuple[list[str], bool]:
    """Questions that are nearly alike; a near pair across the pools is a hole."""
    from studyapp.catalog.similarity import alike

    pairs = alike(catalog)
    lines = [
        f"  {pair.likeness:.2f} {'across the pools ' if pair.across else ''}{pair.first} ~ {pair.second}"
        f"{'  HOLE: nearly the same' if pair.near and pair.across else ''}"
        for pair in pairs
    ]
    across = sum(pair.across for pair in pairs)
    head = f"{len(pairs)} pairs of questions worth a look, {across} of them across the pools"
    return [head, *lines], any(pair.near and pair.across for pair in pairs)


REPORTS: Final[dict[str, Report]] = {
    "coverage": coverage_report,
    "balance": balance_report,
    "terms": terms_report,
    "similarity": similarity_report,
}
"""The reports by the name that the command takes."""
