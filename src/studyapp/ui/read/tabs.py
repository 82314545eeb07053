"""Which articles are open beside one another. Each step gives the next state; an article is open at most once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from studyapp.ids import ItemId

_CLOSED_KEPT = 10


class Tab(NamedTuple):
    """An open article and the share (0–1) of its text above the window when it was last in sight."""

    article: ItemId
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Tabs:
    """The open articles in their order; ``current`` is -1 when there is none. ``closed`` ones stand newest first."""

    tabs: tuple[Tab, ...] = ()
    current: int = -1
    closed: tuple[Tab, ...] = ()

    @property
    def here(self) -> Tab | None:
        """The tab in sight."""
        return self.tabs[self.current] if self.tabs else None

    def showing(self, article: ItemId, *, aside: bool = False) -> "Tabs":
        """The article in its own tab if it has one, else in the current tab, or ``aside`` in a new one behind it."""
        found = next((at for at, tab in enumerate(self.tabs) if tab.article == article), None)
        if found is not None:
            return replace(self, current=found)
        kept = self.tabs[: self.current + (1 if aside else 0)] if self.tabs else ()
        return replace(self, tabs=(*kept, Tab(article), *self.tabs[self.current + 1 :]), current=len(kept))

    def left_at(self, article: ItemId, share: float) -> "Tabs":
        """An article was left there, or stands there now."""
        return replace(
            self, tabs=tuple(tab._replace(at=share) if tab.article == article else tab for tab in self.tabs)
        )

    def closing(self, index: int) -> "Tabs":
        """One tab fewer; the last one stays, for the page is never empty."""
        if len(self.tabs) < 2:
            return self
        tabs = self.tabs[:index] + self.tabs[index + 1 :]
        current = self.current - (index < self.current or self.current == len(tabs))
        return Tabs(tabs, current, (self.tabs[index], *self.closed)[:_CLOSED_KEPT])

    def reopening(self) -> tuple[Tab, "Tabs"]:
        """The tab that was closed last, and the state without it. Raises IndexError when there is none."""
        return self.closed[0], replace(self, closed=self.closed[1:])

    def moving(self, start: int, to: int) -> "Tabs":
        """A tab was dragged from one place to another; the one in sight stays in sight."""
        tabs, here = list(self.tabs), self.tabs[self.current]
        tabs.insert(to, tabs.pop(start))
        return replace(self, tabs=tuple(tabs), current=tabs.index(here))

    def stepping(self, by: int) -> Tab | None:
        """The tab so many places on, going round; None when there is no other."""
        return self.tabs[(self.current + by) % len(self.tabs)] if len(self.tabs) > 1 else None

    def keeping(self, there: Callable[[ItemId], bool]) -> "Tabs":
        """Without the articles that are there no longer."""
        kept = tuple(tab for tab in self.tabs if there(tab.article))
        current = kept.index(self.here) if self.here in kept else min(self.current, len(kept) - 1)
        return Tabs(kept, current, tuple(tab for tab in self.closed if there(tab.article)))


def tabs_from(state: dict[str, Any]) -> Tabs:
    """Read what `state_of` gave; whatever is damaged is left out."""
    kept = state.get("tabs")
    found = [
        Tab(ItemId(pair[0]), min(1.0, max(0.0, float(pair[1]))))
        for pair in (kept if isinstance(kept, list) else ())
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)
        and isinstance(pair[1], int | float)
    ]  # fmt: skip
    tabs = tuple({tab.article: tab for tab in found}.values())
    current = state.get("tab")
    known = isinstance(current, int) and 0 <= current < len(tabs)
    return Tabs(tabs, current if known and isinstance(current, int) else len(tabs) - 1)


def state_of(tabs: Tabs) -> dict[str, Any]:
    """The open tabs as JSON values."""
    return {"tabs": [[tab.article, round(tab.at, 5)] for tab in tabs.tabs], "tab": tabs.current}
