"""Wishes as JSON values, to be remembered for the next start."""

from typing import Any

from studyapp.ids import ItemId
from studyapp.study.comparison_table import Order, Wish


def written_wish(wish: Wish) -> dict[str, Any]:
    """A wish as JSON can hold it."""
    return {
        "comparison": wish.comparison,
        "columns": list(wish.columns),
        "differing": wish.differing,
        "words": wish.words,
        "folded": sorted(wish.folded),
        "order": wish.order.value,
        "tinted": wish.tinted,
        "pinned": sorted(wish.pinned),
        "marked": list(wish.marked),
        "against": wish.against,
    }


def read_wish(kept: Any) -> Wish | None:
    """What ``written_wish`` gave; None for anything else."""
    if not isinstance(kept, dict) or not isinstance(kept.get("comparison"), str):
        return None
    order = kept.get("order")
    return Wish(
        ItemId(kept["comparison"]),
        _names(kept.get("columns")),
        bool(kept.get("differing")),
        str(kept.get("words") or ""),
        frozenset(_names(kept.get("folded"))),
        Order(order) if order in set(Order) else Order.THEME,
        bool(kept.get("tinted")),
        frozenset(_names(kept.get("pinned"))),
        _names(kept.get("marked"))[:2],
        bool(kept.get("against")),
    )


def _names(kept: Any) -> tuple[str, ...]:
    return tuple(map(str, kept)) if isinstance(kept, list) else ()
