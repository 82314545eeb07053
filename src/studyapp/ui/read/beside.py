"""Fills what stands beside the open article, little by little after it was painted."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.passages import Covered
from studyapp.study.reading_room import OpenArticle
from studyapp.study.review_values import CardState
from studyapp.ui.address import article_address, page_address
from studyapp.ui.read.beside_model import Kind, Section, Tile
from studyapp.ui.read.beside_sections import bare_section, card_section, passage_sections, related_section
from studyapp.ui.read.side_panel import SidePanel
from studyapp.ui.read.wording import covered_by_heading, covered_words, meta_line

States = Mapping[ItemId, CardState]
_BUDGET_MS = 8
_PAUSE_MS = 120
"""Whoever leafs through articles sees outline and cards at once, the rest when they stay."""


class Beside(QObject):
    """Outline, cards, questions, cells, related articles and bare paragraphs of one article, in a side panel."""

    covered = Signal(object, str)
    """The article's paragraphs, each with how it stands: a tuple of ``Covered``; and the same in words."""

    navigated = Signal(str)
    """The address of what was chosen, on a page of its own."""
    passage_wanted = Signal(str, str)
    """A passage of the open article that was chosen: the id of its heading, and its words."""

    def __init__(self, side: SidePanel, desks: Desks, seen: Callable[[], Collection[str]]) -> None:
        super().__init__(side)
        self._side, self._desks, self._seen = side, desks, seen
        self._waiting: tuple[OpenArticle, States] | None = None
        self._shown: OpenArticle | None = None
        self._sections: list[Section] = []
        self._covered: tuple[Covered, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        side.chosen.connect(self._go_to)

    @property
    def waits(self) -> bool:
        """Whether the panel still shows another article than the one that is open."""
        return self._waiting is not None

    def prepare(self, reading: OpenArticle) -> str:
        """Look up how well the article's cards are remembered; gives the line above its title."""
        states = self._desks.reviews.states([card.id for card in reading.cards])
        self._waiting = reading, states
        self.halt()
        return meta_line(
            reading.topic, reading.article.minutes, list(states.values()), self._desks.ledger.now()
        )

    def settle(self, heading: int) -> bool:
        """Show what was prepared, the reader being under a heading; whether there was anything."""
        if self._waiting is None:
            return False
        (reading, states), self._waiting = self._waiting, None
        before, self._shown = self._shown, reading
        cards = card_section(reading.cards, states, self._desks.ledger.now())
        same = before is not None and before.article == reading.article
        if same and before is not None and before.rendered == reading.rendered:
            self._side.show_resting([cards, *self._sections[1:]])
        else:
            self._sections, self._covered = [], ()
            self._side.show_article(reading.rendered.headings, [cards])
        self._side.contents.go_to(heading)
        self._pause.start()
        return True

    def halt(self) -> None:
        """The page is out of sight: nobody waits for the rest."""
        self._pause.stop()
        self._reading.stop()

    def go_on(self) -> None:
        """The page is in sight again."""
        self._pause.start()

    def finish(self) -> None:
        """Do now what is left to do."""
        self._pause.stop()
        self._fill()
        while self._reading.isActive():
            self._read_on()

    @Slot()
    def _fill(self) -> None:
        if self._shown is None or self.waits:
            return
        item, passages = self._shown.article.id, self._desks.passages
        if item not in self._desks.library.catalog.articles():
            return
        states = self._desks.reviews.states([card.id for card in self._shown.cards])
        self._covered = self._with(passages.coverage(item))
        self._sections = [
            card_section(self._shown.cards, states, self._desks.ledger.now()),
            *passage_sections(passages.questions(item), passages.cells(item)),
            related_section(self._desks.related.to(item)),
            bare_section(self._covered),
        ]
        self._side.show_resting(self._sections)
        self._tell_covered()
        self._reading.start()

    @Slot()
    def take_seen(self) -> None:
        """The reader has seen more of the article."""
        if self._covered and not self.waits:
            self._covered = self._with(self._covered)
            self._tell_covered()

    def _with(self, covered: tuple[Covered, ...]) -> tuple[Covered, ...]:
        """What is in the log, and what was seen since."""
        seen = self._seen()
        return tuple(
            replace(each, seen=True) if not each.seen and each.paragraph.print in seen else each
            for each in covered
        )

    def _tell_covered(self) -> None:
        words = covered_words(self._covered)
        self._side.say_covered(words)
        self._side.contents.tell(covered_by_heading(self._covered))
        self.covered.emit(self._covered, words)

    @Slot(object)
    def _go_to(self, tile: Tile) -> None:
        """A card or a bare paragraph leads to its passage, anything else to its own page."""
        match tile.kind:
            case Kind.QUESTION:
                self.navigated.emit(page_address("exam", practice=f"question:{tile.item}"))
            case Kind.CELL:
                self.navigated.emit(page_address("compare", cell=tile.item))
            case Kind.RELATED:
                self.navigated.emit(article_address(tile.item))
            case _:
                self.passage_wanted.emit(tile.heading, tile.quote)

    @Slot()
    def _read_on(self) -> None:
        """Read a few more articles for what they have to do with this one."""
        clock = QElapsedTimer()
        clock.start()
        if not self._desks.related.read_on(lambda: clock.elapsed() >= _BUDGET_MS):
            return
        self._reading.stop()
        if self._shown is not None and not self.waits:
            related = related_section(self._desks.related.to(self._shown.article.id))
            self._sections = [related if each.kind is related.kind else each for each in self._sections]
            self._side.show_resting(self._sections)
