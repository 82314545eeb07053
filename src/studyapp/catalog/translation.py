"""A translation read over the file that it translates; what is wrong with it is told in its own lines."""

from collections.abc import Callable
from dataclasses import replace

from studyapp.catalog.problem import Problem
from studyapp.catalog.report import Report
from studyapp.catalog.yaml_node import Node, of_translation, overlaid


def laid_over(base: Node, report: Report, read: Callable[[Report], Node | None]) -> Node:
    """``base`` with what a translation says instead, which ``read`` reads; entries that are none of ours are told."""
    apart, strangers = Report(report.path), list[Node]()
    over = read(apart)
    merged = base if over is None else overlaid(base, of_translation(over), strangers)
    report.problems += [of_its_own(problem) for problem in apart.problems]
    for node in strangers:
        name = node.value.get("name") if isinstance(node.value, dict) else None
        what = f"{str(name.value)!r} is not in the file that is translated" if name else "one entry too many"
        hint = "name an entry of that file; a translation cannot bring in its own"
        report.warning(node.line, node.column, "translation-stranger", f"{what}; it is left out", hint)
    return merged


def of_its_own(problem: Problem) -> Problem:
    """A problem found in a translation, its line marked as one of it."""
    return replace(problem, line=-problem.line)
