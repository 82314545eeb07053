"""The Read page: the library, the article and what rests on it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studyapp.catalog.term import Term
from studyapp.ids import ItemId
from studyapp.study.bookshelves import Grouping, Order
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.ui.address import Route, article_address, page_address
from studyapp.ui.page import Page
from studyapp.ui.read.actions import ReadActions
from studyapp.ui.read.aloud import Aloud
from studyapp.ui.read.beside import Beside
from studyapp.ui.read.centre import Centre
from studyapp.ui.read.copying import Copying
from studyapp.ui.read.file_place import FilePlace
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.read.library_panel import LibraryPanel
from studyapp.ui.read.mark_actions import MarkActions
from studyapp.ui.read.open_tabs import OpenTabs
from studyapp.ui.read.panel_walk import PanelWalk
from studyapp.ui.read.passage_cards import PassageCards
from studyapp.ui.read.place import Place, place_of
from studyapp.ui.read.printing import Printing
from studyapp.ui.read.side_panel import SidePanel
from studyapp.ui.read.spread import Spread
from studyapp.ui.read.top_widgets import TopWidgets
from studyapp.ui.read.visits import Visits
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.wording import time_left

_KEEP_MS = 5 * 60_000
"""Whoever reads for long loses no more than this when the power fails."""
_FINISHED = 0.97
"""Whoever comes back to an article left below this share of it begins it anew."""


class ReadPage(Page):
    """Opens articles and keeps where they were left."""

    title = "Read"
    cares_for: ClassVar[Change] = Change.READING | Change.REVIEWS | Change.CONTENT | Change.NOTES | Change.DAY

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._room = desks.reading
        self._order = Order.WEIGHT
        self._keeping = QTimer(self, interval=_KEEP_MS)
        self.setAccessibleName(self.title)
        self.library = LibraryPanel(theme)
        self.lectern = Lectern(theme, self._room)
        self.visits = Visits(self.lectern, self._room)
        self.side = SidePanel(theme)
        self.centre = Centre(theme, desks, self.lectern)
        self.notes, self.marking = self.centre.notes, self.centre.marking
        self.beside = Beside(self.side, desks, self.lectern.eye.seen)
        self.tabs = OpenTabs(self, theme, self._title_of)
        middle = QWidget()
        column = Column(theme, middle)
        column.addWidget(self.tabs.strip)
        column.addWidget(self.centre, 1)
        FocusLead(middle, self.centre)
        self.spread = Spread(theme, self.library, middle, self.side)
        self.copying = Copying(self.lectern)
        self.printing = Printing(self, theme, desks, self.lectern)
        self.file_place = FilePlace(self, desks.library, self.lectern)
        self.aloud = Aloud(self, desks.library, self.lectern)
        self.passage_cards = PassageCards(self, theme, desks, self.lectern)
        self.passage_cards.changed.connect(self._take_card)
        self.top = TopWidgets(theme)
        Column(theme, self).addWidget(self.spread)
        FocusLead(self, self.centre)
        find_bar = self.lectern.find_bar
        self.commands = ReadActions(self, self.spread, self.library, self.side, find_bar, self.top)
        PanelWalk(self, self.library, self.centre, self.side, self.top)
        self.mark_actions = MarkActions(self, theme, self.lectern, self.marking)
        self.mark_actions.menu(
            [
                self.passage_cards.make,
                self.commands.copy_with_source,
                self.commands.copy_address,
            ],
            [self.commands.bookmark, self.commands.read, self.commands.notes, self.passage_cards.bare],
            [self.printing.print, self.printing.save, self.file_place.action],
        )
        self._connect()

    @Slot(object)
    def _take_card(self, change: Change) -> None:
        """A card of the learner's own rests on the article now."""
        self.wake(change)
        self.changed.emit(change)

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Show the shelves as they are now, and the open article with fresh figures."""
        if change & Change.CONTENT:
            self._show_shelves()
            self.tabs.keep(self._is_there)
            if self.article is not None and not self._is_there(self.article):
                self._open_something()
        elif change & Change.READING:
            self._refresh_shelves()
        if self.article is not None and change & ~Change.NOTES:
            self._renew()
        self.centre.wake()

    def open(self, route: Route) -> None:
        """Open an article at a quote, a highlight, a heading, a kept place, or where it was left; or a list."""
        if self.centre.show_list(route.options.get("show", "")):
            return
        found = self._room.resolve(route.target) if route.target else None
        if found is None:
            if route.target:
                self.lectern.say("That link leads to nothing in the open packs.")
            return
        quote, place = route.options.get("quote", ""), place_of(route.options)
        self.centre.show_lectern()
        moved = self.article != found.item
        if moved:
            self.tabs.show_article(
                found.item, self.article, self.lectern.share, aside=route.options.get("tab") == "new"
            )
            self._show(found.item)
        if quote or found.heading or not moved:
            self.lectern.go(found.heading, quote, place)
        else:
            reading = self.lectern.reading
            left = reading.position if reading and reading.position < _FINISHED else 0.0
            self.lectern.go(place=place or Place(left))
        if "mark" in route.options:
            self.marking.go(route.options["mark"])

    def place(self) -> str:
        """The open article, its marked passage and how far down it stands, or the list in its place."""
        if self.article is None or self.centre.place():
            return self.centre.place()
        address = article_address(self.article, *self.lectern.passage())
        return f"{address}{'&' if '?' in address else '?'}{self.lectern.place().words}"

    def top_bar_widgets(self) -> Sequence[QWidget]:
        """Breadcrumb, bookmark and the like."""
        return self.top.widgets()

    def state(self) -> dict[str, Any]:
        """The open article and how the library stands. What was read so far is kept in the log first."""
        self._keep()
        return {
            "article": self.article or "",
            **self.tabs.state(self.article, self.lectern.share()),
            "grouping": self.library.grouping.value,
            "order": self._order.value,
            "unfolded": sorted(self.library.list.unfolded()),
            "beside": sorted(self.side.resting.unfolded()),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up the library and the article of the last time."""
        if state.get("order") in set(Order):
            self._order = Order(state["order"])
        if state.get("grouping") in set(Grouping):
            self.library.set_grouping(Grouping(state["grouping"]))
        unfolded = state.get("unfolded")
        if isinstance(unfolded, list):
            self.library.list.set_unfolded(frozenset(map(str, unfolded)))
        beside = state.get("beside")
        if isinstance(beside, list):
            self.side.resting.set_unfolded(frozenset(map(str, beside)))
        self._show_shelves()
        self.tabs.restore(state, self._is_there)
        article = state.get("article")
        if isinstance(article, str) and article:
            self.open(Route("read", article))

    @property
    def article(self) -> ItemId | None:
        """The open article."""
        return self.lectern.reading.article.id if self.lectern.reading else None

    def _is_there(self, item: ItemId) -> bool:
        return item in self._desks.library.catalog.articles()

    def _title_of(self, item: ItemId) -> str:
        return self._desks.library.catalog.article(item).title

    # -- showing

    def _show(self, item: ItemId) -> None:
        self.visits.leave()
        if self.visits.waits(item):  # left again before the next one was on the screen
            self._record()
        reading = self._room.look(item)
        self.lectern.show_article(reading, self.beside.prepare(reading))
        self.top.show_article(reading)
        self.commands.show_article(reading)
        self.spread.close_drawer()

    @Slot()
    def settle(self) -> None:
        """The article is on the screen: show what stands beside it, and write down how the last one was left."""
        reading = self.lectern.reading
        if reading is not None and self.beside.waits:
            self.beside.settle(self.lectern.view.heading_in_sight())
            self.library.show_open(reading.article.id)
        self._record()

    def _renew(self) -> None:
        if self.article is None:
            return
        self.settle()
        reading = self._room.look(self.article)
        self.lectern.renew(reading, self.beside.prepare(reading))
        self.beside.settle(self.lectern.view.heading_in_sight())
        self.top.show_article(reading)
        self.commands.show_article(reading)

    def _show_shelves(self) -> None:
        self.library.show_library(self._room.shelves(self.library.grouping, self._order))

    def _refresh_shelves(self) -> None:
        if self.library.grouping is Grouping.BOOKMARK:
            self._show_shelves()
        else:
            self.library.refresh(self._room.shelves(self.library.grouping, self._order))

    def _open_something(self) -> None:
        item = self._room.last_left() or self._room.first()
        if item is not None:
            self.open(Route("read", item))

    # -- keeping

    @Slot()
    def _keep(self) -> None:
        self.visits.leave()
        self._record()

    @Slot()
    def _record(self) -> None:
        self._tell(self.visits.record())

    @Slot()
    def _turn_bookmark(self) -> None:
        self._tell(self.visits.turn_bookmark())

    @Slot()
    def _turn_read(self) -> None:
        self._tell(self.visits.turn_read())

    def _tell(self, change: Change) -> None:
        if change:
            self._refresh_shelves()
            self._refresh_marks()
            self.changed.emit(change)

    def _refresh_marks(self) -> None:
        if self.article is not None:
            reading = self._room.look(self.article)
            self.top.show_article(reading)
            self.commands.show_article(reading)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """The first look opens what was read last."""
        super().showEvent(event)
        QTimer.singleShot(
            0, self.spread, self.spread.arranged.emit
        )  # after the top bar has taken its widgets in
        if self.article is None:
            self._open_something()
        self.beside.go_on()
        self._keeping.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page leaves the article."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.beside.halt()
            self._keeping.stop()
            self._keep()

    def _connect(self) -> None:
        self.library.chosen.connect(self._go)
        self.library.grouped.connect(self._regroup)
        self.library.chosen_aside.connect(self._go_aside)
        self.tabs.navigated.connect(self.navigated)
        self.lectern.linked.connect(self._follow)
        self.lectern.linked_aside.connect(self._follow_aside)
        self.lectern.went_on.connect(self._show_time_left)
        self.lectern.term_opened.connect(self._go_to_term)
        self.lectern.heading_reached.connect(self._follow_reader)
        self.lectern.end_reached.connect(self._keep)
        self._keeping.timeout.connect(self._keep)
        self.lectern.view.settled.connect(self.settle)
        self.side.heading_chosen.connect(self._go_to_heading)
        self.lectern.eye.saw.connect(self.beside.take_seen)
        self.beside.covered.connect(self.lectern.strip.show_covered)
        self.beside.passage_wanted.connect(self._go_to_passage)
        self.beside.navigated.connect(self.navigated)
        self.side.drilled.connect(self._drill)
        self.commands.navigated.connect(self.navigated)
        self.commands.sorted_by.connect(self._sort)
        self.commands.bookmark.triggered.connect(self._turn_bookmark)
        self.commands.read.triggered.connect(self._turn_read)
        self.commands.drill.triggered.connect(self._drill)
        self.commands.copy_with_source.triggered.connect(self.copying.copy_with_source)
        self.commands.copy_address.triggered.connect(self.copying.copy_address)
        self.commands.notes.triggered.connect(self.centre.turn)
        self.passage_cards.bare.triggered.connect(self.centre.turn_bare)
        self.centre.navigated.connect(self.navigated)
        self.centre.changed.connect(self.changed)
        self.centre.turned.connect(self.top.notes.setChecked)
        self.mark_actions.copy_markdown.triggered.connect(self.copying.copy_markdown)
        self.mark_actions.copy.triggered.connect(self.copying.copy)

    @Slot(str)
    def _go(self, item: str) -> None:
        if item == self.article:
            self.spread.close_drawer()
            self.lectern.setFocus()
        else:
            self.navigated.emit(article_address(item))

    @Slot(str)
    def _follow(self, target: str) -> None:
        address = target.removeprefix("app:").removeprefix("studyapp:")
        if address.startswith("#") and self.article is not None:
            self.lectern.go(address[1:])
            return
        self._lead(address)

    @Slot(str)
    def _follow_aside(self, target: str) -> None:
        self._lead(target.removeprefix("app:").removeprefix("studyapp:"), "?tab=new")

    def _lead(self, address: str, options: str = "") -> None:
        found = self._room.resolve(address, self.article)
        if found is None:
            self.lectern.say("That link leads to nothing in the open packs.")
        else:
            self.navigated.emit(article_address(found.item, found.heading) + options)

    @Slot(str)
    def _go_aside(self, item: str) -> None:
        self.navigated.emit(f"{article_address(item)}?tab=new")

    @Slot()
    def _show_time_left(self) -> None:
        if self.lectern.reading is not None:
            left = time_left(self.lectern.reading.article.minutes, self.lectern.how_far.share)
            self.top.breadcrumb.show_note(left)

    @Slot(object)
    def _go_to_term(self, term: Term) -> None:
        self.navigated.emit(article_address(term.proof.article, term.proof.heading, term.proof.quote))

    @Slot(int)
    def _follow_reader(self, heading: int) -> None:
        if not self.beside.waits:
            self.side.contents.go_to(heading)

    @Slot(int)
    def _go_to_heading(self, index: int) -> None:
        self.spread.close_drawer()
        if self.lectern.reading is not None:
            self.lectern.view.go_to_heading(index)

    @Slot(str, str)
    def _go_to_passage(self, heading: str, quote: str) -> None:
        self.spread.close_drawer()
        self.lectern.go(heading, quote)

    @Slot(object)
    def _regroup(self, grouping: Grouping) -> None:
        self._show_shelves()

    @Slot()
    def _drill(self) -> None:
        if self.article is not None:
            self.navigated.emit(page_address("cards", scope=f"article:{self.article}"))

    @Slot(object)
    def _sort(self, order: Order) -> None:
        self._order = order
        self._show_shelves()
