"""Wishes as JSON values, to be remembered for the next start."""

from typing import Any

from studyapp.ids import ItemId
from studyapp.study.comparison_table import Wish


def written_wish(wish: Wish) -> dict[str, Any]:
    """A wish as JSON can hold it."""
    return {
        "comparison": wish.comparison,
        "columns": list(wish.columns),
        "differing": wish.differing,
        "words": wish.words,
        "folded": sorted(wish.folded),
    }


def read_wish(kept: Any) -> Wish | None:
    """What ``written_wish`` gave; None for anything else."""
    if not isinstance(kept, dict) or not isinstance(kept.get("comparison"), str):
        return None
    columns, folded = kept.get("columns"), kept.get("folded")
    return Wish(
        ItemId(kept["comparison"]),
        tuple(map(str, columns)) if isinstance(columns, list) else (),
        bool(kept.get("differing")),
        str(kept.get("words") or ""),
        frozenset(map(str, folded)) if isinstance(folded, list) else frozenset(),
    )
