"""Problems found across files, each led back to the place where the item stands."""

from functools import cached_property
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.problem import Problem, Severity
from studyapp.ids import pack_of


class Findings:
    """Collects problems; looks places up only when there is something to report."""

    def __init__(self, catalog: Catalog) -> None:
        self.problems: list[Problem] = []
        self._catalog = catalog

    def at_item(
        self, item: str, part: str, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Report what is wrong with a part of an item."""
        path, line, column = self._place(item, part)
        self.problems.append(Problem(path, line, column, code, message, hint, severity))

    def at(
        self, pack: str, path: str, place: tuple[int, int], code: str, message: str, hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:  # fmt: skip
        """Report what is wrong at a place of a file."""
        whole = str(self._roots.get(pack, Path()) / path)
        self.problems.append(Problem(whole, *place, code, message, hint, severity))

    def _place(self, item: str, part: str) -> tuple[str, int, int]:
        path, parts = self._places.get(item, ("", {}))
        line, column = parts.get(part) or parts.get("name") or parts.get("") or (1, 1)
        root = self._roots.get(pack_of(item)) if "/" in item else None  # type: ignore[arg-type]
        return (str(root / path) if root else path), line, column

    @cached_property
    def _roots(self) -> dict[str, Path]:
        return {pack.id: pack.root for pack in self._catalog.packs}

    @cached_property
    def _places(self) -> dict[str, tuple[str, dict[str, tuple[int, int]]]]:
        return {
            item: (path, {part: (line, column) for part, line, column in reversed(parts)})
            for _, path, spots in self._catalog.places()
            for item, parts in spots.items()
        }
