"""Holds the tabs of the Read page: what is on the strip, and what its keys do."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.ids import ItemId
from studyapp.ui.address import article_address
from studyapp.ui.read.commands import command
from studyapp.ui.read.tab_strip import TabStrip
from studyapp.ui.read.tabs import Tab, Tabs, state_of, tabs_from
from studyapp.ui.theme import Theme


class OpenTabs(QObject):
    """Tells where to go when another tab is wanted; the page says what it shows."""

    navigated = Signal(str)
    """The address of the article of another tab."""

    def __init__(self, host: QWidget, theme: Theme, title_of: Callable[[ItemId], str]) -> None:
        super().__init__(host)
        self._title_of = title_of
        self.tabs = Tabs()
        self.strip = TabStrip(theme)
        self.strip.chosen.connect(self._choose)
        self.strip.unwanted.connect(self._close)
        self.strip.tabMoved.connect(self._move)
        on, back = command(host, "Next tab", "Ctrl+Tab"), command(host, "Previous tab", "Ctrl+Shift+Tab")
        on.triggered.connect(self._go_on)
        back.triggered.connect(self._go_back)
        self.close_action = command(host, "Close this tab", "Ctrl+W")
        self._of_several = on, back, self.close_action
        self.close_action.triggered.connect(self._close_current)
        self.reopen_action = command(host, "Reopen the closed tab", "Ctrl+Shift+T")
        self.reopen_action.triggered.connect(self._reopen)
        self._show()

    def show_article(
        self, article: ItemId, before: ItemId | None, share: Callable[[], float], *, aside: bool
    ) -> None:
        """An article is shown, in a new tab if it is to be ``aside``; the one ``before`` was left at a share."""
        if before is not None and (aside or len(self.tabs.tabs) > 1):
            self.tabs = self.tabs.left_at(before, share())
        self.tabs = self.tabs.showing(article, aside=aside)
        self._show()

    def state(self, article: ItemId | None, share: float) -> dict[str, Any]:
        """The tabs, as JSON values; the open article stands at a share."""
        return state_of(self.tabs.left_at(article, share) if article else self.tabs)

    def restore(self, state: dict[str, Any], there: Callable[[ItemId], bool]) -> None:
        """Take up what ``state`` gave, without the articles that are there no longer."""
        self.tabs = tabs_from(state).keeping(there)
        self._show()

    def keep(self, there: Callable[[ItemId], bool]) -> None:
        """Close the tabs of articles that are there no longer."""
        self.tabs = self.tabs.keeping(there)
        self._show()

    def _show(self) -> None:
        if len(self.tabs.tabs) > 1 or self.strip.count() > 1:
            self.strip.show_titles([self._title_of(tab.article) for tab in self.tabs.tabs], self.tabs.current)
        for possible in self._of_several:
            possible.setEnabled(len(self.tabs.tabs) > 1)
        self.reopen_action.setEnabled(bool(self.tabs.closed))

    def _go(self, tab: Tab | None, *, aside: bool = False) -> None:
        if tab is not None:
            query = urlencode({"at": f"{tab.at:.5f}"} | ({"tab": "new"} if aside else {}))
            self.navigated.emit(f"{article_address(tab.article)}?{query}")

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._go(self.tabs.tabs[at])

    @Slot(int)
    def _close(self, at: int) -> None:
        before = self.tabs.here
        self.tabs = self.tabs.closing(at)
        self._show()
        if self.tabs.here != before:
            self._go(self.tabs.here)

    @Slot(int, int)
    def _move(self, start: int, to: int) -> None:
        self.tabs = self.tabs.moving(start, to)

    @Slot()
    def _go_on(self) -> None:
        self._go(self.tabs.stepping(1))

    @Slot()
    def _go_back(self) -> None:
        self._go(self.tabs.stepping(-1))

    @Slot()
    def _close_current(self) -> None:
        self._close(self.tabs.current)

    @Slot()
    def _reopen(self) -> None:
        if self.tabs.closed:
            tab, self.tabs = self.tabs.reopening()
            self._go(tab, aside=True)
