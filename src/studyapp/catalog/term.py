"""A glossary term with the names it goes by and once went by."""

from dataclasses import dataclass

from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation
from studyapp.ids import ItemId


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the glossary."""

    id: ItemId
    term: str
    definition: str
    proof: Proof
    source: Citation
    synonyms: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    area: str = ""
    revision: int = 1
