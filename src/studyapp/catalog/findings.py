"""Problems found across files, each led back to the place where the item stands."""

from functools import cached_property
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.problem import Problem, Severity


class Findings:
    """Collects problems; looks places up only when there is something to report."""

    def __init__(self, catalog: Catalog) -> None:
        self.problems: list[Problem] = []
        self._catalog = catalog

    def at_item(
        self, item: str, part: str, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Report what is wrong with a part of an item."""
        pack, path, place = self._place(item, part)
        self.at(pack, path, place, code, message, hint, severity)

    def at(
        self, pack: str, path: str, place: tuple[int, int], code: str, message: str, hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:  # fmt: skip
        """Report what is wrong at a place of a file; one with a line below nought is in the translation of it."""
        line, column = place
        own = path if line > 0 else self._catalog.laid_over(pack, path)
        whole = str(self._roots.get(pack, Path()) / own)
        self.problems.append(Problem(whole, abs(line), column, code, message, hint, severity))

    def _place(self, item: str, part: str) -> tuple[str, str, tuple[int, int]]:
        pack, path, parts = self._places.get(item, ("", "", {}))
        return pack, path, parts.get(part) or parts.get("name") or parts.get("") or (1, 1)

    @cached_property
    def _roots(self) -> dict[str, Path]:
        return {pack.id: pack.root for pack in self._catalog.packs}

    @cached_property
    def _places(self) -> dict[str, tuple[str, str, dict[str, tuple[int, int]]]]:
        return {
            item: (pack, path, {part: (line, column) for part, line, column in reversed(parts)})
            for pack, path, spots in self._catalog.places()
            for item, parts in spots.items()
        }
