"""Where an article stands in the window, as an address tells it."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """The share (0–1) of the text above the first line in sight, and how many pixels of the page are above it."""

    share: float = 0.0
    by: int = 0

    @property
    def words(self) -> str:
        """As a part of an address."""
        return f"at={self.share:.7f}&by={self.by}"


def place_of(options: Mapping[str, str]) -> Place | None:
    """The place that an address tells; None when it tells none."""
    if not options.get("at"):
        return None
    try:
        share = float(options["at"])
        return Place(min(1.0, max(0.0, share)), int(options.get("by", "0")))
    except ValueError:
        return Place()
