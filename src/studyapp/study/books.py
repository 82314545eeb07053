"""What a desk needs of the library: the catalog that is open now."""

from typing import Protocol

from studyapp.catalog.catalog import Catalog


class Books(Protocol):
    """Whoever holds the open catalog; it is another one after packs were added, removed or read again."""

    @property
    def catalog(self) -> Catalog:
        """The catalog as it is open now."""
