"""Collects the problems of one file while it is read."""

from dataclasses import dataclass, field

from studyapp.catalog.problem import Problem, Severity


@dataclass(slots=True)
class Report:
    """The problems found in one file so far; ``path`` is relative to the pack's root."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, column: int, code: str, message: str, hint: str) -> None:
        """Note a fault that keeps something from being used as written."""
        self.problems.append(Problem(self.path, line, column, code, message, hint))

    def warning(self, line: int, column: int, code: str, message: str, hint: str) -> None:
        """Note a fault that does no harm yet."""
        self.problems.append(Problem(self.path, line, column, code, message, hint, Severity.WARNING))
