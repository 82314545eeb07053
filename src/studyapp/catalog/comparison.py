"""A comparison: columns to tell apart, rows of dimensions, and what each cell rests on."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.disagreement import Disagreement
from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId


class CellKind(StrEnum):
    """What gives a cell its authority."""

    RULE = "rule"
    PRACTICE = "practice"
    VIEW = "view"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing compared. ``colour`` is a role colour of the theme, or empty."""

    name: str
    title: str
    short: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column says on one dimension. A silent cell has no text, proof or source."""

    id: ItemId
    text: str
    kind: CellKind
    proof: Proof | None
    source: Citation
    note: str = ""
    revision: int = 1
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def said(self) -> str:
        """What the cell says, without regard to case, white space and a full stop: equal means the same statement."""
        return " ".join(self.text.casefold().split()).rstrip(".")

    @property
    def stated(self) -> bool:
        """Whether anything is said at all."""
        return self.kind is not CellKind.SILENT


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension; ``cells`` stand in the order of the comparison's columns."""

    name: str
    title: str
    theme: str
    cells: tuple[Cell, ...]
    dimensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of rows."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole table."""

    id: ItemId
    title: str
    columns: tuple[Column, ...]
    themes: tuple[Theme, ...]
    rows: tuple[Row, ...]
    description: str = ""
