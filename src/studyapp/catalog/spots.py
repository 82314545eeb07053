"""Where in its file each item and each of its parts stands, for checks that look across files."""

from studyapp.catalog.fields import Fields

Spots = dict[str, list[tuple[str, int, int]]]
"""For each item the places of its parts: part, line, column. The part ``""`` is the item itself."""


class Places:
    """Collects the places of the items of one file."""

    def __init__(self) -> None:
        self.spots: Spots = {}

    def note(self, item: str, fields: Fields, *parts: str, prefix: str = "") -> None:
        """Remember where an item's parts stand; ``prefix`` goes before each part's name."""
        spots = self.spots.setdefault(item, [])
        for part in parts or ("",):
            spots.append((prefix + part, *fields.place(part)))
