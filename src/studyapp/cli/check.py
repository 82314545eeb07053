"""``studyapp check``: every problem of the packs, with file, line and how to mend it."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyapp import bundle
from studyapp.cli.opening import folder_of
from studyapp.cli.outcome import FINE, FOUND, Cannot, place, plain, shown_path
from studyapp.cli.reports import REPORTS
from studyapp.store.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.catalog.problem import Problem
    from studyapp.study.check_desk import CheckReport, PackReport

_KINDS = ("articles", "cards", "questions", "comparisons", "terms")


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "check",
        help="look for problems in packs",
        description="Look for problems in packs: each with file, line, column, what is wrong and how to mend it.",
        epilog="Exit codes: 0 no problem, 1 problems were found, 2 there is no pack to check in any place named.",
    )
    parser.add_argument(
        "packs",
        nargs="*",
        type=place,
        metavar="DIR",
        help="a pack: a folder or a .zip (default: the bundled one)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON document")
    form.add_argument(
        "--report",
        choices=[*REPORTS, "all"],
        help="print what an author looks at instead of the problems; holes are marked HOLE and give exit code 1",
    )
    parser.add_argument(
        "--accept-ids", action="store_true", help="first write new identifiers into the pack's ids.txt"
    )


def run(args: argparse.Namespace) -> int:
    """Print the problems; 0 when there are none, 1 when there are some."""
    from studyapp.study.check_desk import check_packs

    roots = [*args.packs, *args.content] or [bundle.content_dir()]
    cache = args.profile / "cache" if args.profile else None
    if args.report:
        return _report(
            roots, cache, _own_cards(args), list(REPORTS) if args.report == "all" else [args.report]
        )
    report = check_packs(roots, cache, accept_ids=args.accept_ids, own=_own_cards(args))
    if args.json:
        print(json.dumps(_document(report), indent=2, ensure_ascii=False))
    if not report.packs:
        raise Cannot(_no_pack(report.problems))
    if not args.json:
        print(_lines(report))
    return FOUND if report.problems else FINE


def _own_cards(args: argparse.Namespace) -> Path | None:
    """Where the learner's own cards lie; None where the system knows no home for them."""
    try:
        return Places(folder_of(args)).own_cards
    except OSError:
        return None


def _report(roots: list[Path], cache: Path | None, own: Path | None, names: list[str]) -> int:
    from studyapp.catalog.load import load

    catalog, problems = load(roots, cache, own=own)
    if not catalog.packs:
        catalog.close()
        raise Cannot(_no_pack(problems))
    found = [(name, *REPORTS[name](catalog)) for name in names]
    catalog.close()
    for name, lines, hole in found:
        print(f"== {name}: {'holes' if hole else 'no hole'}")
        print(plain("\n".join(lines)))
    return FOUND if any(hole for _, _, hole in found) else FINE


def _no_pack(problems: "Sequence[Problem]") -> str:
    """Why nothing could be opened, in one line."""
    said = [f"{shown_path(p.path)}: {p.message} – {p.hint}" for p in problems]
    return plain("; ".join(said)).replace("\n", " ")


def _lines(report: "CheckReport") -> str:
    lines = [_line(problem) for problem in report.problems]
    for pack in report.packs:
        counts = ", ".join(f"{getattr(pack.counts, kind)} {kind}" for kind in _KINDS)
        lines.append(f"{plain(pack.name)}: {counts}")
    number = len(report.problems)
    lines.append(f"{number} problem{'' if number == 1 else 's'}" if number else "no problems")
    return "\n".join(lines)


def _line(problem: "Problem") -> str:
    place = f"{shown_path(problem.path)}:{problem.line}:{problem.column}"
    return plain(f"{place}: {problem.code}: {problem.message} – {problem.hint}").replace("\n", " ")


def _document(report: "CheckReport") -> dict[str, Any]:
    return {
        "packs": [_pack(pack) for pack in report.packs],
        "problems": [
            {
                "path": shown_path(problem.path),
                "line": problem.line,
                "column": problem.column,
                "severity": problem.severity.value,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in report.problems
        ],
    }


def _pack(pack: "PackReport") -> dict[str, Any]:
    counts = {kind: getattr(pack.counts, kind) for kind in _KINDS}
    return {"name": pack.name, "path": shown_path(str(pack.path)), **counts}
