"""Documents that facts come from, and the place in them that an item names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its edition, licence and the headings that a citation may name."""

    id: str
    title: str
    edition: str
    authors: str
    licence: str
    url: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact comes from. ``document`` is empty when no source settles the matter."""

    document: str
    section: str

    @property
    def settled(self) -> bool:
        """Whether a source decides the matter."""
        return bool(self.document)


UNSETTLED = Citation("", "")
"""What no source settles: common practice, or a view."""
